import assert from 'node:assert/strict';
import { until } from '../until';
import { activated, command, compose, editorText, goTo, openFile, openSession, screenshot, suggestions, type, type Session } from './driver';

const QUOTATION = '创新是引领发展的第一动力，保护知识产权就是保护创新。';

/** With the settings that VS Code has by default: what is not typed for is not offered. */
describe('writing with default settings', () => {
  let session: Session;
  before(async () => {
    session = await openSession({ files: { '脚注.md': '# 题\n\n\n', '稿.md': '# 题\n\n\n', '稿.txt': '题\n\n\n', '稿.tex': '题\n\n\n' } });
  });
  after(async () => { await session.close(); });

  for (const name of ['稿.md', '稿.txt', '稿.tex']) {
    it(`offers a quotation in ${name} while its characters are typed, and takes it at a key`, async () => {
      const { page, server } = session;
      await openFile(page, name);
      await activated(server);
      await goTo(page, 3);
      await type(page, '要认识到“创新是');
      await suggestions(page, '创新是引领发展的第一动力');
      await screenshot(page, `completion-${name.slice(2)}`);
      await page.keyboard.press('Enter');
      await until('the quotation', async () => (await editorText(page)).includes(`要认识到“${QUOTATION.slice(0, -1)}”。`));
      await page.keyboard.press('Control+Z');
      await until('one undo', async () => (await editorText(page)).includes('要认识到“创新是\n'));
    });

    it(`offers it in ${name} to an input method`, async () => {
      const { page } = session;
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await compose(page, ['c', 'chuang', 'chuangxin', '创新']);
      // Faster than a hand can be, VS Code itself loses the list.
      await page.waitForTimeout(120);
      await compose(page, ['s', 'shi', '是']);
      await suggestions(page, '创新是引领发展的第一动力');
      await page.keyboard.press('Escape');
    });

    it(`offers it in ${name} by the initials of its pinyin`, async () => {
      const { page } = session;
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await type(page, '“cxsyl');
      await suggestions(page, '创新是引领发展的第一动力');
      await page.keyboard.press('Tab');
      await until('the quotation', async () => (await editorText(page)).includes(`“${QUOTATION}`));
    });
  }

  it('inserts from a picker that keeps the order of the library', async () => {
    const { page } = session;
    await openFile(page, '稿.md');
    await goTo(page, 3);
    await page.keyboard.press('Control+Alt+Y');
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await type(page, 'kjcgyg');
    await rows.filter({ hasText: '科技成果应该造福全人类' }).first().waitFor();
    await screenshot(page, 'picker');
    const before = await editorText(page);
    await page.keyboard.press('Enter');
    await until('the words', async () => /“科技成果应该造福全人类，而不应该成为限制、遏制其他国家发展的手段。”/.test(await editorText(page)));
    await page.keyboard.press('Control+Z');
    await until('one undo', async () => await editorText(page) === before);
  });

  it('lets the style be changed on the way and comes back to the same query', async () => {
    const { page } = session;
    await openFile(page, '脚注.md');
    await goTo(page, 3);
    await page.keyboard.press('Control+Alt+Y');
    await page.locator('.quick-input-widget input.input').waitFor({ state: 'visible' });
    await type(page, 'kjcgyg');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '科技成果应该' }).first().waitFor();
    await page.locator('.quick-input-titlebar .codicon-settings-gear').click();
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'With a footnote' }).click();
    await page.locator('.quick-input-title').filter({ hasText: 'With a footnote' }).waitFor();
    assert.equal(await page.locator('.quick-input-widget input.input').inputValue(), 'kjcgyg');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '科技成果应该' }).first().waitFor();
    await page.keyboard.press('Enter');
    await until('a footnote', async () => /\[\^1\]: /.test(await editorText(page)));
    await page.keyboard.press('Control+Z');
    await until('one undo for both', async () => !/\[\^1\]/.test(await editorText(page)));
  });

  it('shows its walkthrough', async () => {
    const { page } = session;
    await command(page, 'Yinju: Get Started');
    await page.locator('.getting-started-step').filter({ hasText: 'Your library' }).first().waitFor();
    await page.waitForTimeout(500);
    await screenshot(page, 'walkthrough');
  });
});
