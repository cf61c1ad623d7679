import assert from 'node:assert/strict';
import { until } from '../until';
import { activated, command, editorText, goTo, hover, openFile, place, openSession, screenshot, setSettings, suggestions, type, type Session } from './driver';

const WORDS = '科技成果应该造福全人类';
const LANGUAGES = [
  { locale: 'en', theme: 'Default Dark Modern', search: 'Yinju: Search Quotations and Terms', clear: 'Yinju: Show the Whole Library', quotations: 'Quotations', terms: 'Terms' },
  { locale: 'zh-cn', theme: 'Default Light Modern', search: '引据: 搜索引文和术语', clear: '引据: 显示整个资料库', quotations: '引文', terms: '术语' },
] as const;

for (const { locale, theme, search, clear, quotations, terms } of LANGUAGES) {
  describe(`words of the library at the fingertips (${locale})`, () => {
    let session: Session;
    before(async () => {
      session = await openSession({
        locale, files: { '稿.md': '# 题\n\n\n\n后文。\n', '表.md': '# 题\n\n一、\n\n二、\n\n', '拖.md': '要坚持的方针。\n', '放.md': '要坚持的方针。\n', '词.md': '# 题\n\n\n要推动构建人类命运共同体，参与国际大科学计划。\n' }, viewport: { width: 1300, height: 900 },
        settings: { 'workbench.colorTheme': theme, 'editor.wordWrap': 'on', 'editor.minimap.enabled': false },
      });
      await openFile(session.page, '稿.md');
      await activated(session.server);
    });
    after(async () => { await session.close(); });

    async function searchLibrary(): Promise<void> {
      await command(session.page, search);
      await session.page.locator('.quick-input-widget').filter({ has: session.page.locator('.quick-input-title', { hasText: search.split(': ')[1] ?? '' }) }).waitFor();
    }

    /** The draft as one run of characters: on the screen long lines are broken anywhere. */
    const text = async () => (await editorText(session.page)).replaceAll('\n', '');

    it('come behind the trigger by initials, and Tab goes through the styles', async () => {
      const { page } = session;
      await goTo(page, 3);
      await type(page, '；；kjcgyg');
      await suggestions(page, WORDS);
      await screenshot(page, `trigger-${locale}`);
      await page.keyboard.press('Enter');
      await until('the words', async () => (await text()).includes(WORDS) && !(await text()).includes('；；'));
      await screenshot(page, `style-0-${locale}`);
      const seen = [await text()];
      for (let i = 1; i < 8; i++) {
        await page.keyboard.press('Tab');
        await until(`style ${i}`, async () => { const now = await text(); return now.includes(WORDS) && !seen.includes(now); });
        seen.push(await text());
        await screenshot(page, `style-${i}-${locale}`);
      }
      await page.keyboard.press('Tab');
      await until('the first style again', async () => await text() === seen[0]);
      await page.keyboard.press('Shift+Tab');
      await until('the last style again', async () => await text() === seen[7]);
      await page.keyboard.press('Control+Z');
      await until('one undo', async () => (await text()).includes('；；kjcgyg') && !(await text()).includes(WORDS));
      // Nothing has just been inserted any more: Tab is Tab again.
      await page.keyboard.press('Tab');
      assert.ok(!(await text()).includes(WORDS));
    });

    it('are numbered in the order of the text, each source once', async () => {
      const { page, folder } = session;
      setSettings(folder, { 'yinju.insert.style': 'numbered' });
      await openFile(page, '表.md');
      const insert = async (line: number, query: string, words: string) => {
        await goTo(page, line);
        await page.keyboard.press('End');
        await page.keyboard.press('Control+Alt+Y');
        await page.locator('.quick-input-widget input.input').waitFor({ state: 'visible' });
        await type(page, query);
        await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().waitFor();
        if (line === 5) await screenshot(page, `picker-preview-${locale}`);
        await page.keyboard.press('Enter');
        await until(words, async () => (await text()).includes(words));
      };
      await insert(5, 'kjcgyg', WORDS);
      await until('a list', async () => /参考文献.*\[1\]/.test(await text()));
      await screenshot(page, `references-1-${locale}`);
      await insert(3, 'gjkjhzsdqs', '国际科技合作是大趋势');
      await until('a list of two', async () => /一、.*\[1\].*二、.*\[2\].*参考文献.*\[1\].*\[2\]/.test(await text()));
      await screenshot(page, `references-2-${locale}`);
      await page.keyboard.press('Control+Z');
      await until('one undo', async () => !/\[2\]/.test(await text()));
    });

    it('are listed with the library, and filtered as one types', async () => {
      const { page } = session;
      await searchLibrary();
      const row = (label: string) => page.locator(`.pane-body .monaco-list-row[aria-label^="${label}"]`).first();
      await row(quotations).waitFor();
      await row(terms).waitFor();
      await type(page, 'kjcgyg');
      await page.locator('.pane-body .monaco-list-row').filter({ hasText: WORDS }).first().waitFor();
      await screenshot(page, `library-filtered-${locale}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await command(page, clear);
      await until('all quotations', async () => !/, [01] /.test(await row(quotations).getAttribute('aria-label') ?? ', 0 '));
      await row(quotations).click();
      const group = page.locator('.pane-body .monaco-list-row').filter({ hasText: '习近平' }).first();
      await group.waitFor();
      await screenshot(page, `library-quotations-${locale}`);
      await row(quotations).click();
      await group.waitFor({ state: 'hidden' });
      await row(terms).click();
      await page.waitForTimeout(300);
      await screenshot(page, `library-${locale}`);
    });

    it('go from their row in the library into the draft by a button', async () => {
      const { page, folder } = session;
      setSettings(folder, { 'yinju.insert.style': 'quotation' });
      await openFile(page, '放.md');
      await goTo(page, 1, 4);
      await searchLibrary();
      await type(page, 'kjcgyg');
      const row = page.locator('.pane-body .monaco-list-row').filter({ hasText: WORDS }).first();
      await row.waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await row.hover();
      await row.locator('.action-label').first().click();
      await until('the words', async () => /要坚持“科技成果应该造福全人类[^”。]*”的方针/.test(await text()));
    });

    it('are dragged from the library into the draft, fitted to the place', async () => {
      const { page, folder } = session;
      setSettings(folder, { 'yinju.insert.style': 'quotation' });
      await openFile(page, '拖.md');
      await searchLibrary();
      await type(page, 'kjcgyg');
      const row = page.locator('.pane-body .monaco-list-row').filter({ hasText: WORDS }).first();
      await row.waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      const from = await row.boundingBox();
      const to = await place(page, '的方针');
      assert.ok(from);
      await page.mouse.move(from.x + 60, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x + 120, from.y + from.height / 2, { steps: 4 });
      // With Shift what is dragged goes into the editor, not into a tab of its own.
      await page.keyboard.down('Shift');
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.move(to.x - 24, to.y, { steps: 4 });
      await screenshot(page, `drag-${locale}`);
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await until('the words', async () => /坚持“科技成果应该造福全人类[^”。]*”的方针/.test(await text()));
    });

    it('tell what a term means, with its uses and its other names', async () => {
      const { page } = session;
      await openFile(page, '词.md');
      await hover(page, '人类命运共同体');
      await screenshot(page, `term-hover-${locale}`);
    });
  });
}
