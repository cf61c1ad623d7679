import assert from 'node:assert/strict';
import { until } from '../until';
import { activated, command, editorText, goTo, hideHover, hover, notifications, openFile, openSession, screenshot, type Session } from './driver';

const DRAFT = `# 题

要认识到“创新是引领发展的第一力量，保护知识产权就是保护创新”。

要参与国际大科学计划。

2022年共投入R&D经费30782.9亿元。

习近平总书记指出：“科技成果应该造福全人类，而不应该成为限制、遏制其他国家发展的手段。”
`;

describe('checking and looking up', () => {
  let session: Session;
  before(async () => {
    session = await openSession({ locale: 'zh-cn', files: { '稿.md': DRAFT } });
    await openFile(session.page, '稿.md');
    await activated(session.server);
  });
  after(async () => { await session.close(); });

  it('underlines what differs and says how, with the source', async () => {
    const { page } = session;
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    const text = await hover(page, '力量', /动力/);
    assert.match(text, /引据\(quote\.differs\)/);
    await screenshot(page, 'finding');
    await hideHover(page);
  });

  it('defines a term in place', async () => {
    const { page } = session;
    await hover(page, '国际大科学计划', /国际大科学计划/);
    await screenshot(page, 'hover-term');
    await hideHover(page);
  });

  it('says what the sources have of a figure', async () => {
    const { page } = session;
    await hover(page, '30782.9', /数值[^]*30782\.9亿元/);
    await screenshot(page, 'hover-figure');
    await hideHover(page);
  });

  it('lists the verdicts and counts them in the status bar', async () => {
    const { page } = session;
    const item = page.locator('.statusbar-item[id*="verdicts"]');
    await item.filter({ hasText: '1/2' }).waitFor();
    await command(page, '查看本稿核查结论');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '与来源不一致' }).first().waitFor();
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '科技成果应该造福全人类' }).filter({ hasText: '逐字一致' }).waitFor();
    await screenshot(page, 'verdicts');
    await page.keyboard.press('Escape');
  });

  it('goes to the finding by F8 and repairs it by a key', async () => {
    const { page } = session;
    await goTo(page, 1);
    await page.keyboard.press('F8');
    await page.locator('.marker-widget').filter({ hasText: '动力' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').filter({ hasText: '改为原文' }).first().waitFor();
    await screenshot(page, 'quick-fix');
    await page.keyboard.press('Enter');
    await until('the source\'s words', async () => /创新是引领发展的第一动力，保护/.test(await editorText(page)));
    await page.locator('.statusbar-item[id*="verdicts"]').filter({ hasText: '2/2' }).waitFor();
    await until('no underline', async () => await page.locator('.squiggly-warning, .squiggly-error').count() === 0);
  });

  it('tells the writer nothing that was not asked for', async () => {
    const { page } = session;
    assert.deepEqual(await notifications(page), []);
    await command(page, 'Notifications: Show Notifications');
    await page.locator('.notifications-center').waitFor();
    assert.equal(await page.locator('.notifications-center .notification-list-item').filter({ hasText: '引据' }).count(), 0);
  });
});
