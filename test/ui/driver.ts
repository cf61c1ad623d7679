/** Drives the workbench as a person does. Every function takes the page of a session. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { startServer, type Server, type Settings } from '../bed/server';
import { openWorkbench } from '../bed/workbench';
import { root } from '../root';
import { until } from '../until';

export interface Session {
  readonly page: Page;
  readonly server: Server;
  /** The opened folder: a copy of the sample workspace, the test's own. */
  readonly folder: string;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** The display language: `zh-cn` for Chinese. */
  readonly locale?: string;
  /** User settings, read at the start. */
  readonly settings?: Settings;
  readonly bed?: string;
  /** Files laid into the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Data folder of a VS Code in which the extension is installed; without it the extension runs from its sources. */
  readonly installedIn?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const TYPING: Settings = {
  'editor.wordBasedSuggestions': 'off',
  'editor.hover.delay': 50,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.fontSize': 16,
  'editor.wrappingStrategy': 'advanced',
};

/** What is open now: when a test fails, they are looked at. */
export const openSessions = new Set<Session>();

/** Opens VS Code with the extension on a copy of the sample workspace and waits until the window is restored. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yinju-ui-'));
  cpSync(path.join(root, 'test/sample'), folder, { recursive: true });
  for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(path.join(folder, name), text);
  // A settings file that is there from the start is watched; one that comes later is noticed after seconds.
  setSettings(folder, {});
  const server = await startServer({
    bed: options.bed, locale: options.locale, dataDir: options.installedIn, settings: { ...TYPING, ...options.settings },
  });
  const workbench = await openWorkbench(server, {
    workspace: folder, viewport: options.viewport, extensions: options.installedIn ? [] : [root],
  });
  await workbench.page.evaluate('driver.whenWorkbenchRestored()');
  const session: Session = {
    page: workbench.page, server, folder,
    async close() {
      openSessions.delete(session);
      await workbench.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  openSessions.add(session);
  return session;
}

/** Waits until the extension host has activated the extension: the window is restored well before that. */
export async function activated(server: Server, id = 'yinju.yinju'): Promise<void> {
  const hostLog = () => Object.entries(server.logs()).filter(([name]) => name.endsWith('remoteexthost.log')).map(([, text]) => text).join('\n');
  await until(`activation of ${id}`, () => hostLog().includes(`_doActivateExtension ${id},`), 30_000);
}

/** Runs a command by its title, through the command palette. */
export async function command(page: Page, title: string): Promise<void> {
  await quickInput(page, 'F1', `>${title}`, title);
}

/** Opens a file of the workspace by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await quickInput(page, 'Control+P', name, name);
  await page.locator(`.tab[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/**
 * Opens a quick input by its key, types, and chooses the row with this text, if any, by Enter. It closes when something else takes
 * the focus, as a view that has just been answered may do: then it is opened again.
 */
async function quickInput(page: Page, key: string, typed: string, row?: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press(key);
    try {
      await input.waitFor({ state: 'visible', timeout: 8000 });
      await input.fill(typed, { timeout: 8000 });
      if (row !== undefined) await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: row }).first().waitFor({ timeout: 8000 });
      break;
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
  await page.keyboard.press('Enter');
}

/** Puts the cursor at a line and column, both from 1. (Go to Line counts a Chinese character as two columns: so it walks.) */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await quickInput(page, 'Control+G', `:${line}:1`);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  for (let i = 1; i < column; i += 1) await page.keyboard.press('ArrowRight');
}

/** Types as a person does: faster than this the suggestion list may be lost. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 120 });
}

/** Types through an input method: `steps` are what the composition shows one after the other, the last is what stays. */
export async function compose(page: Page, steps: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps) {
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await devtools.send('Input.insertText', { text: steps.at(-1) ?? '' });
  await devtools.detach();
}

/** The text on the screen. The editor writes blanks as U+00A0 and keeps its lines in any order. */
export function editorText(page: Page): Promise<string> {
  return lines(page).evaluate((element) => {
    const all = [...element.querySelectorAll<HTMLElement>('.view-line')];
    all.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
    return all.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
  });
}

const lines = (page: Page) => page.locator('.editor-group-container.active .view-lines').first();

/** The middle of a word on the screen, in pixels. */
export function place(page: Page, word: string): Promise<{ x: number; y: number }> {
  return lines(page).evaluate((element, wanted) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`“${wanted}” is not on the screen in one piece`);
  }, word);
}

/** Rests the mouse on a word and gives what the hover says, once it matches. Its first text is only “Loading…”. */
export async function hover(page: Page, word: string, says: RegExp = /\S/): Promise<string> {
  const box = page.locator('.monaco-hover:not(.hidden)').first();
  let text = '';
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const at = await place(page, word);
    await page.mouse.move(at.x - 40, at.y + 60);
    await page.mouse.move(at.x, at.y, { steps: 4 });
    const end = Date.now() + 4000;
    while (Date.now() < end) {
      text = await box.isVisible() ? (await box.innerText()).trim() : '';
      if (!/^(Loading|正在加载)/.test(text) && says.test(text)) return text;
      await page.waitForTimeout(50);
    }
    await hideHover(page);
  }
  throw new Error(`the hover of “${word}” does not say ${String(says)}, but: ${text}`);
}

/** Leaves a view of the side bar its room: these others show only their headers. A click on a header alone would open one that is closed. */
export async function collapse(page: Page, ...views: readonly string[]): Promise<void> {
  for (const view of views) {
    const header = page.locator('.pane-header').filter({ hasText: view }).first();
    await header.waitFor();
    await until(`${view} to be collapsed`, async () => {
      if (await header.getAttribute('aria-expanded') === 'false') return true;
      await header.click();
      return false;
    });
  }
}

/** Takes the mouse to where nothing is. */
export async function hideHover(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.waitForTimeout(300);
}

/** Waits for a row with the text in the suggestion list and gives all rows. */
export async function suggestions(page: Page, withText: string): Promise<string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.filter({ hasText: withText }).first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** The frame of a webview that holds an element of this selector. (VS Code nests two frames; the inner one is it.) */
export function webview(page: Page, selector = 'body'): Promise<Frame> {
  return until(`a webview with ${selector}`, async () => {
    for (const frame of page.frames().filter((each) => each.url().includes('fake.html'))) {
      // A frame may go away between being listed and being asked.
      if (await frame.$(selector).catch(() => null)) return frame;
    }
    return undefined;
  });
}

export interface AccessibilityProblem {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly string[];
}

interface AxeWindow {
  readonly axe: { run(context: Document, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
}

/**
 * What axe finds wrong in a webview. A webview's body is transparent and axe then reckons with white, so it is lent the
 * colour that lies behind it: the side bar's for a view, `--vscode-editor-background` for a panel in the editor area.
 */
export async function axe(frame: Frame, background = '--vscode-sideBar-background'): Promise<AccessibilityProblem[]> {
  await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return frame.evaluate(async (variable) => {
    const { style } = document.documentElement;
    const before = style.backgroundColor;
    style.backgroundColor = `var(${variable})`;
    try {
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await (window as unknown as AxeWindow).axe.run(document, { runOnly: rules });
      return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 160)) }));
    } finally {
      style.backgroundColor = before;
    }
  }, background);
}

/** Changes the settings of the opened folder; the running workbench takes them up by itself. */
export function setSettings(folder: string, settings: Settings): void {
  const file = path.join(folder, '.vscode/settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Settings : {};
  writeFileSync(file, JSON.stringify({ ...before, ...settings }, null, 2));
}

const THEMES = {
  light: ['Default Light Modern', 'vs'],
  dark: ['Default Dark Modern', 'vs-dark'],
  'hc-black': ['Default High Contrast', 'hc-black'],
  'hc-light': ['Default High Contrast Light', 'hc-light'],
} as const;

export async function theme(session: Session, kind: keyof typeof THEMES): Promise<void> {
  const [name, mark] = THEMES[kind];
  setSettings(session.folder, { 'workbench.colorTheme': name });
  await session.page.locator(`.monaco-workbench.${mark}`).waitFor();
}

/** The notifications on the screen but for those of VS Code's own extensions that this build lacks. */
export async function notifications(page: Page): Promise<string[]> {
  const all = await page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  return all.filter((text) => !/^Activating extension 'vscode\./.test(text));
}

/** Takes a picture of the window to `out/screenshots/`, without toasts in front of it. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = path.join(root, 'out/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.addStyleTag({ content: '.notifications-toasts { visibility: hidden }' });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
