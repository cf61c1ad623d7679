import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../root';

/** A VS Code out of an npm package: its server build, which needs a browser in front. */
export interface Bed {
  readonly name: string;
  /** The folder of VS Code itself. */
  readonly vscode: string;
  /** The Node that it runs on. */
  readonly node: string;
  /** The built-in extensions that are worth their start-up time here: a folder of links. */
  readonly builtins: string;
  /** The program behind `workspace.findFiles`, where the package brings it. */
  readonly ripgrep: string | undefined;
}

/** The VS Code that tests run in by default, and the oldest that the manifest promises to support. */
export const BEDS = { newest: '1.139', oldest: '1.100' } as const;

/** All of them start slower, and some keep asking for the network and fill the log. */
const BUILTINS = ['configuration-editing', 'css', 'diff', 'html', 'json', 'json-language-features', 'latex', 'log',
  'markdown-basics', 'markdown-language-features', 'markdown-math', 'media-preview', 'references-view', 'search-result',
  'simple-browser', 'theme-defaults', 'theme-modern-icons', 'theme-seti', 'yaml'];

/** Gives a bed, installing it first where its lock has changed since the last time. */
export function ensureBed(name: string = process.env['YINJU_BED'] ?? defaultBed()): Bed {
  const folder = path.join(root, 'test/bed', name);
  const modules = path.join(folder, 'node_modules');
  const stamp = path.join(modules, '.bed-stamp');
  const wanted = createHash('sha256').update(readFileSync(path.join(folder, 'package-lock.json'))).digest('hex');
  const vscode = path.join(modules, 'code-server/lib/vscode');
  const builtins = path.join(modules, '.bed-builtins');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    installBed(name, folder);
    layLinks(vscode, builtins);
    writeFileSync(stamp, wanted);
  }
  const ripgrep = path.join(modules, '@vscode/ripgrep-universal/bin', `${process.platform}-${process.arch}`, 'rg');
  return { name, vscode, node: ownNode(modules) ?? process.execPath, builtins, ripgrep: existsSync(ripgrep) ? ripgrep : undefined };
}

/** The newest bed wants Node 22 or later. It brings its own for Linux; elsewhere the machine's may be too old. */
function defaultBed(): string {
  const bringsNode = process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64');
  return bringsNode || Number(process.versions.node.split('.')[0]) >= 22 ? BEDS.newest : BEDS.oldest;
}

function ownNode(modules: string): string | undefined {
  const node = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin/node');
  return existsSync(node) ? node : undefined;
}

/** Without scripts: nothing is compiled and nothing fetched but the packages themselves. */
function installBed(name: string, folder: string): void {
  console.error(`Installing VS Code ${name} from its npm package …`);
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const options = { cwd: folder, stdio: ['ignore', process.stderr, process.stderr] as ['ignore', NodeJS.WriteStream, NodeJS.WriteStream] };
  if (npm?.endsWith('.js')) execFileSync(process.execPath, [npm, ...args], options);
  else execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** VS Code looks for its modules beside itself, from Node and over HTTP alike. */
function layLinks(vscode: string, builtins: string): void {
  const modules = path.join(vscode, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  symlinkSync(path.join(vscode, '../../..'), modules, 'junction');
  mkdirSync(builtins, { recursive: true });
  for (const name of BUILTINS) {
    const from = path.join(vscode, 'extensions', name);
    if (existsSync(from)) symlinkSync(from, path.join(builtins, name), 'junction');
  }
}
