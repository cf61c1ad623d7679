import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import type { Server } from './server';

export interface WorkbenchOptions {
  /** The folder that is opened. */
  readonly workspace?: string | undefined;
  readonly openFile?: string | undefined;
  /** Extensions under development. */
  readonly extensions?: readonly string[] | undefined;
  /** A script with `run()`, executed in the extension host; only together with an extension under development. */
  readonly tests?: string | undefined;
  /** Switches off the installed extensions. */
  readonly disableExtensions?: boolean | undefined;
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  /** Hears what the extension host and the page print. */
  readonly onLog?: ((kind: string, line: string) => void) | undefined;
}

/** How the extension host ended; it does so only after a test run or by an accident. */
export interface Ending {
  readonly code: number;
  readonly reason?: string;
}

export interface Workbench {
  readonly page: Page;
  readonly ended: Promise<Ending>;
  close(): Promise<void>;
}

/**
 * The address under which the server shows a folder with an extension under development: what a browser needs is all in it.
 * (The server heeds these keys only with its smoke-test driver switched on, as `startServer` does.)
 */
export function workbenchUrl(server: Server, options: WorkbenchOptions): string {
  const payload: [string, string][] = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  for (const folder of options.extensions ?? []) payload.push(['extensionDevelopmentPath', server.uri(folder)]);
  if (options.tests) payload.push(['extensionTestsPath', server.uri(options.tests)]);
  if (options.openFile) payload.push(['openFile', server.uri(options.openFile)]);
  if (options.disableExtensions) payload.push(['disableExtensions', 'true']);
  const query = new URLSearchParams();
  if (options.workspace) query.set('folder', path.resolve(options.workspace));
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query.toString()}`;
}

const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Opens the workbench in a headless Chromium. */
export async function openWorkbench(server: Server, options: WorkbenchOptions = {}): Promise<Workbench> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 900 }, locale: 'en-US', colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const log = options.onLog ?? (() => undefined);
  const ended = new Promise<Ending>((resolve) => {
    page.on('crash', () => { resolve({ code: 70, reason: 'the page crashed' }); });
    void page.exposeFunction('codeAutomationExit', (code: number) => { resolve({ code }); });
  });
  await page.exposeFunction('codeAutomationLog', (kind: string, args: unknown[]) => { log(kind, format(...args)); });
  page.on('pageerror', (error) => { log('pageerror', error.stack ?? error.message); });
  await page.goto(workbenchUrl(server, options), { waitUntil: 'load' });
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  return { page, ended, close: () => browser.close() };
}

/** The browser: the one named by YINJU_CHROMIUM, else the system's. `npm test` sees to it that there is one. */
export function chromiumPath(): string {
  const candidates = [process.env['YINJU_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
  const found = candidates.find((file) => file !== undefined && existsSync(file));
  if (!found) throw new Error('no Chromium: install it, or name one in YINJU_CHROMIUM');
  return found;
}
