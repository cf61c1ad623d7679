// `npm start`: installs what is missing, builds, and opens VS Code with the extension on a copy of the sample workspace.
//   npm start -- --locale zh-cn     in Chinese
//   npm start -- --web              straight to the VS Code in the browser
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, install } from './prepare.mjs';
import { root, run } from './run.mjs';
import { desktopCommand, downloadedExecutable } from './vscode.mjs';

const { values: options } = parseArgs({
  options: { locale: { type: 'string' }, web: { type: 'boolean', default: false }, port: { type: 'string' } },
});

/** A fresh copy at each start, so that trying things out changes nothing in the repository. */
const folder = path.join(root, 'out/start/folder');
const draft = path.join(folder, '草稿.md');
const data = path.join(root, 'out/start/data');

/** Fonts in which Chinese can be read. */
const SETTINGS = {
  'editor.fontFamily': "'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace",
  'editor.fontSize': 15,
  'editor.wordWrap': 'on',
  // By the widths that the font has: the simple way cuts long lines of Chinese off at the right.
  'editor.wrappingStrategy': 'advanced',
  'window.autoDetectColorScheme': true,
};

async function main() {
  await install();
  if (!await build('--only=none')) process.exitCode = 1;
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, 'test/sample'), folder, { recursive: true });
  const command = options.web ? undefined : await desktopCommand();
  if (command) return openDesktop(command);
  const downloaded = options.web ? undefined : await downloadedExecutable();
  if (downloaded) return openDownloaded(downloaded);
  return serve();
}

/** In the user's own VS Code, with the user's own settings. */
async function openDesktop(command) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, draft, ...localeArguments()];
  const { code } = await run(command, args, { shell: process.platform === 'win32' });
  process.exitCode = code;
}

async function openDownloaded(executable) {
  const settings = path.join(data, 'User/settings.json');
  mkdirSync(path.dirname(settings), { recursive: true });
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(SETTINGS, null, 2));
  const args = [`--extensionDevelopmentPath=${root}`, `--user-data-dir=${data}`, folder, draft, ...localeArguments()];
  const { code } = await run(executable, args);
  process.exitCode = code;
}

/** From the npm package, in a browser. Stays until it is interrupted. */
async function serve() {
  rmSync(path.join(data, 'data/logs'), { recursive: true, force: true });
  const { serve: serveBed } = await import(pathToFileURL(path.join(root, 'out/bed/serve.js')));
  const { locale, port } = options;
  await serveBed({ workspace: folder, openFile: draft, dataDir: data, settings: SETTINGS, locale, port: Number(port ?? 0) });
}

const localeArguments = () => (options.locale ? [`--locale=${options.locale}`] : []);

await main();
