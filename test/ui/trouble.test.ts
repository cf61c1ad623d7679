import assert from 'node:assert/strict';
import { until } from '../until';
import { activated, command, editorText, openFile, openSession, screenshot, type Session } from './driver';

describe('with a missing folder and a setting of the wrong kind', () => {
  let session: Session;
  before(async () => {
    session = await openSession({ locale: 'zh-cn', settings: { 'yinju.library.folders': ['/no/such/folder'], 'yinju.insert.style': 7 } });
  });
  after(async () => { await session.close(); });

  it('says each once, in the user\'s language, and goes on', async () => {
    const { page, server } = session;
    await openFile(page, '草稿.md');
    await activated(server);
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await command(page, 'Notifications: Show Notifications');
    const texts = () => page.locator('.notifications-center .notification-list-item-message').allInnerTexts();
    await until('both messages', async () => (await texts()).filter((text) => /资料库文件夹 \/no\/such\/folder 不存在|yinju\.insert\.style/.test(text)).length === 2);
    await screenshot(page, 'trouble');
    // What has been said is not said again for the next draft, nor when the library is read again.
    await page.keyboard.press('Escape');
    await openFile(page, '提纲.txt');
    await until('the second draft', async () => /汇报提纲/.test(await editorText(page)));
    await command(page, '重新载入资料库');
    await page.waitForTimeout(1500);
    await command(page, 'Notifications: Show Notifications');
    assert.equal((await texts()).filter((text) => /no\/such|insert\.style/.test(text)).length, 2);
  });
});
