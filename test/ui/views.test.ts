import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../until';
import { activated, axe, command, editorText, goTo, notifications, openFile, openSession, screenshot, theme, webview, type Session } from './driver';

const DRAFT = '# 题\n\n科技成果应该造福全人类，不应该成为限制其他国家发展的手段。\n\n保护知识产权就是保护创新。\n\n\n';

describe('the views', () => {
  let session: Session;
  let panel: Frame;
  let figures: Frame;
  before(async () => {
    session = await openSession({ locale: 'zh-cn', files: { '稿.md': DRAFT }, viewport: { width: 1400, height: 1000 } });
    await openFile(session.page, '稿.md');
    await activated(session.server);
  });
  after(async () => { await session.close(); });

  const inEditor = () => session.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  /** The draft as one run of characters: on the screen long lines are broken anywhere. */
  const draftText = async () => (await editorText(session.page)).replaceAll('\n', '');

  it('show the passages that match the sentence, with what matches marked', async () => {
    const { page } = session;
    await goTo(page, 3, 5);
    await command(page, '查找相关段落');
    panel = await webview(page, '[role=feed] [role=article]');
    const [first] = await panel.locator('[role=article]').all();
    assert.ok(first);
    assert.match(await first.innerText(), /科技成果应该造福全人类/);
    assert.match(await first.locator('mark').first().innerText(), /科技成果/);
    assert.equal(await panel.evaluate(() => document.documentElement.lang), 'zh-cn');
  });

  it('follow the cursor and keep still for nothing else', async () => {
    const { page } = session;
    await page.keyboard.press('Escape');
    await inEditor();
    await goTo(page, 5, 5);
    await panel.locator('[role=article]').filter({ hasText: '保护知识产权就是保护创新' }).first().waitFor();
    await goTo(page, 3, 5);
    await until('the first sentence\'s passages', async () => /科技成果应该造福全人类/.test(await panel.locator('[role=article]').first().innerText()));
  });

  it('are used by keys: arrows move, Enter opens, Ctrl+Enter inserts, Escape goes back', async () => {
    const { page } = session;
    await goTo(page, 7);
    await goTo(page, 3, 5);
    await until('settled passages', async () => /科技成果应该造福全人类/.test(await panel.locator('[role=article]').first().innerText()));
    await page.keyboard.press('Control+Alt+Shift+Y');
    const focused = () => panel.evaluate(() => document.activeElement?.getAttribute('aria-posinset') ?? null);
    await until('focus in the list', async () => await focused() !== null);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), '2');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').filter({ hasText: /\.md$/ }).filter({ hasNotText: '稿.md' }).waitFor();
    await screenshot(page, 'source');
    await page.keyboard.press('Control+W');
    await inEditor();
    await goTo(page, 3, 1);
    await page.keyboard.press('Control+Alt+Shift+Y');
    await until('focus in the list', async () => await focused() !== null);
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+Enter');
    await until('the inserted words', async () => (await draftText()).split('科技成果应该造福全人类').length === 3);
    await inEditor();
    await page.keyboard.press('Control+Z');
    await until('one undo', async () => (await draftText()).split('科技成果应该造福全人类').length === 2);
  });

  it('show figures by indicator, as a table and a chart', async () => {
    const { page } = session;
    await command(page, '搜索数据');
    figures = await webview(page, '.search');
    await figures.locator('details').first().waitFor();
    await page.keyboard.type('R&D');
    await until('fewer indicators', async () => {
      const all = await figures.locator('summary').allInnerTexts();
      return all.length > 0 && all.length < 20;
    });
    await figures.locator('summary').first().click();
    await figures.locator('details[open] table').first().waitFor();
    assert.match(await figures.locator('details[open] tbody th').first().innerText(), /\d/);
    await figures.locator('.search').fill('合著论文');
    await figures.locator('details').filter({ hasText: '合著论文' }).first().locator('summary').click();
    const drawn = figures.locator('details[open] img').first();
    await until('a chart that can be drawn', () => drawn.evaluate((image) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0));
  });

  for (const kind of ['light', 'dark', 'hc-black', 'hc-light'] as const) {
    it(`are readable and accessible in the ${kind} theme`, async () => {
      await theme(session, kind);
      const mark = { light: 'vscode-light', dark: 'vscode-dark', 'hc-black': 'vscode-high-contrast', 'hc-light': 'vscode-high-contrast-light' }[kind];
      for (const frame of [panel, figures]) {
        await frame.waitForFunction((name) => document.body.classList.contains(name), mark);
        const problems = (await axe(frame)).filter(({ impact }) => impact === 'serious' || impact === 'critical');
        assert.deepEqual(problems, []);
      }
      await session.page.waitForTimeout(300);
      await screenshot(session.page, `views-${kind}`);
    });
  }

  it('insert figures into the draft as text and as a table', async () => {
    const { page } = session;
    await theme(session, 'light');
    await openFile(page, '稿.md');
    await goTo(page, 6);
    await figures.locator('details[open] .action').filter({ hasText: '插入表格' }).first().click();
    await until('a table', async () => /\| --- \|/.test(await editorText(page)));
  });

  it('list the sources with their counts, and open one', async () => {
    const { page } = session;
    const row = page.locator('.monaco-list-row[aria-label*="扩大国际科技交流合作"]').first();
    await row.click();
    await page.locator('.tab.active').filter({ hasText: '扩大国际科技交流合作' }).waitFor();
    assert.match(await row.getAttribute('aria-label') ?? '', /\d+ 条引文.*\d+ 条数据/);
    await screenshot(page, 'library');
  });

  it('let nothing of a page run or load but their own script and style', async () => {
    for (const frame of [panel, figures]) {
      const policy = await frame.evaluate(() => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '');
      assert.match(policy, /^default-src 'none'; style-src [^;]+; script-src 'nonce-[\w-]{20,}'; img-src data:$/);
      assert.doesNotMatch(policy, /unsafe/);
    }
    assert.deepEqual(await notifications(session.page), []);
  });
});
