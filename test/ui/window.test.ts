import assert from 'node:assert/strict';
import { activated, editorText, notifications, openFile, openSession, screenshot, theme, type Session } from './driver';
import { until } from '../until';

describe('the window', () => {
  let session: Session;
  before(async () => { session = await openSession({ locale: 'zh-cn' }); });
  after(async () => { await session.close(); });

  it('shows the draft of the sample workspace and activates for it', async () => {
    await openFile(session.page, '草稿.md');
    await activated(session.server);
    await until('the text of the draft', async () => /科技/.test(await editorText(session.page)));
  });

  for (const kind of ['light', 'dark'] as const) {
    it(`stays quiet in the ${kind} theme`, async () => {
      await theme(session, kind);
      await screenshot(session.page, `window-${kind}`);
      assert.deepEqual(await notifications(session.page), []);
    });
  }
});
