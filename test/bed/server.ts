import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import { root } from '../root';
import { ensureBed, type Bed } from './setup';

export type Settings = Readonly<Record<string, unknown>>;

export interface ServerOptions {
  /** Name of the bed; default is the newest that runs here. */
  readonly bed?: string | undefined;
  /** Where settings, logs and installed extensions go; default is a fresh folder that `stop` removes. */
  readonly dataDir?: string | undefined;
  readonly extensionsDir?: string | undefined;
  /** The user's settings. They are read at the start: later changes of the file are not noticed. */
  readonly settings?: Settings | undefined;
  /** The display language, such as `zh-cn`. */
  readonly locale?: string | undefined;
  /** With true the folder is not trusted until the user says so. */
  readonly workspaceTrust?: boolean | undefined;
  readonly port?: number | undefined;
  /** The server waits for a user however long that takes; without it, it ends itself some minutes after its last window. */
  readonly attended?: boolean | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

export interface Server {
  readonly url: string;
  readonly dataDir: string;
  /** What the server has printed so far. */
  output(): string;
  /** The address of a file as the workbench sees it. */
  uri(file: string): string;
  /** Every log file of this run, by its path below the log folder. */
  logs(): Readonly<Record<string, string>>;
  /** Comes when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A quiet window: nothing asks, updates, or looks for the network. */
const QUIET: Settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'files.hotExit': 'off',
  'git.enabled': false,
  'window.commandCenter': false,
  'editor.accessibilitySupport': 'off',
};

const START_LIMIT = 30_000;
const STOP_LIMIT = 3_000;
const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function writeSettings(dataDir: string, whose: 'User' | 'Machine', settings: Settings): void {
  const folder = path.join(dataDir, 'data', whose);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * The extension's settings that belong to a machine. From a server VS Code takes them out of the machine's own file alone; in the
 * user's they count only until the extension has said what kind they are.
 */
function ofMachine(settings: Settings): Settings {
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { contributes: { configuration: { properties: Record<string, { scope?: string }> } } };
  return Object.fromEntries(Object.entries(settings).filter(([name]) => contributes.configuration.properties[name]?.scope?.startsWith('machine')));
}

/**
 * Starts VS Code's server on the loopback address and waits until it listens. When this process is interrupted, the
 * server is ended first.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const bed = ensureBed(options.bed);
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'yinju-bed-'));
  writeSettings(dataDir, 'User', { ...QUIET, ...options.settings });
  writeSettings(dataDir, 'Machine', ofMachine(options.settings ?? {}));
  if (options.locale && !options.locale.startsWith('en')) layLanguagePack(dataDir, options.locale);
  // In a process group of its own, so that its children (extension host, file watcher) can be ended with it.
  const child = spawn(bed.node, serverArguments(bed, dataDir, options), {
    env: cleanEnvironment(bed, options.env), stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => { printed += text; });
  }
  const endNow = () => { signal(child, 'SIGKILL'); };
  const interrupted = () => { void stop().then(() => process.exit(options.attended ? 0 : 1)); };
  const ended = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  const stop = async (): Promise<void> => {
    signal(child, 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => { setTimeout(resolve, STOP_LIMIT).unref(); })]);
    endNow();
    process.removeListener('exit', endNow);
    for (const name of INTERRUPTS) process.removeListener(name, interrupted);
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.on('exit', endNow);
  for (const name of INTERRUPTS) process.once(name, interrupted);
  const port = await listening(child, () => printed);
  const authority = `127.0.0.1:${port}`;
  return {
    url: `http://${authority}`,
    dataDir,
    output: () => printed,
    uri: (file) => `vscode-remote://${authority}${encodeURI(path.resolve(file))}`,
    logs: () => logFiles(path.join(dataDir, 'data/logs')),
    ended,
    stop,
  };
}

function serverArguments(bed: Bed, dataDir: string, options: ServerOptions): string[] {
  const args = [path.join(bed.vscode, 'out/server-main.js'), '--host', '127.0.0.1', '--port', String(options.port ?? 0),
    '--without-connection-token', '--accept-server-license-terms', '--enable-smoke-test-driver', '--telemetry-level', 'off',
    '--server-data-dir', dataDir, '--disable-update-check', '--disable-getting-started-override', '--force-disable-user-env',
    '--reconnection-grace-time', '5', '--builtin-extensions-dir', bed.builtins];
  if (options.extensionsDir) args.push('--extensions-dir', options.extensionsDir);
  if (!options.attended) args.push('--enable-remote-auto-shutdown');
  if (!options.workspaceTrust) args.push('--disable-workspace-trust');
  if (options.locale) args.push('--locale', options.locale);
  return args;
}

/** A developer who works in VS Code's own terminal has its variables: they would steer the server. */
function cleanEnvironment(bed: Bed, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, BED_RIPGREP: bed.ripgrep, ...more };
  const steering = (name: string) => /^VSCODE_/.test(name) || name === 'NODE_OPTIONS' || name === 'ELECTRON_RUN_AS_NODE';
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== undefined && !steering(name)));
}

function listening(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => { reject(new Error(`VS Code's server ${why}:\n${printed()}`)); };
    const timer = setTimeout(() => { fail('did not start in time'); }, START_LIMIT);
    child.once('error', (error) => { clearTimeout(timer); fail(`did not start (${error.message})`); });
    child.once('exit', (code) => { clearTimeout(timer); fail(`ended with code ${String(code)} before it listened`); });
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(printed())?.[1];
      if (port) { clearTimeout(timer); resolve(port); }
    });
  });
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * VS Code takes a display language only where a language pack offers it, and the real pack is in no npm package. These two
 * files are what installing one leaves behind: an extension's own Chinese texts are then used, VS Code's stay English.
 */
function layLanguagePack(dataDir: string, locale: string): void {
  const translations = path.join(dataDir, 'data/bed-language-pack/main.i18n.json');
  mkdirSync(path.dirname(translations), { recursive: true });
  writeFileSync(translations, JSON.stringify({ '': [], version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'bed', label: locale, translations: { vscode: translations },
    extensions: [{ extensionIdentifier: { id: `bed.language-pack-${locale}` }, version: '1.0.0' }],
  };
  writeFileSync(path.join(dataDir, 'data/languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

function logFiles(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.log'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Runs VS Code's command line over a data folder: `['--install-extension', file]`, `['--list-extensions']` … */
export function runCodeCli(args: readonly string[], options: Pick<ServerOptions, 'bed' | 'dataDir' | 'extensionsDir'>): string {
  const bed = ensureBed(options.bed);
  const all = [path.join(bed.vscode, 'out/server-main.js'), '--accept-server-license-terms'];
  if (options.dataDir) all.push('--server-data-dir', options.dataDir);
  if (options.extensionsDir) all.push('--extensions-dir', options.extensionsDir);
  return execFileSync(bed.node, [...all, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
