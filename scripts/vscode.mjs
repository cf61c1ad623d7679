// The three ways to a VS Code: the desktop's, one that can be downloaded, the one in an npm package.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

const PROBE_LIMIT = 4_000;
const DOWNLOAD_LIMIT = 180_000;

/** A window can be shown: on Linux that takes a display. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * The `code` command of a desktop VS Code on the PATH. Not the one that a remote terminal has: that one hands files to the
 * window it belongs to and knows nothing of extensions under development.
 */
export async function desktopCommand() {
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const [program, args] = process.platform === 'win32' ? ['where', ['code.cmd']] : ['sh', ['-c', 'command -v code']];
  const { code, output } = await run(program, args, { quiet: true });
  const found = output.split(/\r?\n/)[0]?.trim();
  return code === 0 && found ? found : undefined;
}

/** The program behind the `code` command, which is what tests have to start. */
export async function desktopExecutable() {
  const command = await desktopCommand();
  if (!command) return undefined;
  const folder = path.dirname(realpathSync(command));
  return ['../code', '../Code.exe', '../../../../MacOS/Electron', '../../../MacOS/Electron']
    .map((name) => path.resolve(folder, name))
    .find((file) => existsSync(file) && file !== command);
}

/** A downloaded VS Code, kept in .vscode-test/; undefined at once where the download server does not answer. */
export async function downloadedExecutable() {
  if (!hasDisplay()) return undefined;
  try {
    await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(PROBE_LIMIT) });
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    console.log('Downloading VS Code …');
    const download = downloadAndUnzipVSCode({ version: 'stable', reporter: new SilentReporter(), cachePath: path.join(root, '.vscode-test') });
    return await Promise.race([download, new Promise((_, reject) => {
      setTimeout(() => reject(new Error('it takes too long')), DOWNLOAD_LIMIT).unref();
    })]);
  } catch (error) {
    console.log(`No VS Code to be downloaded (${error.cause?.code ?? error.message}).`);
    return undefined;
  }
}
