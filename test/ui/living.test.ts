/** Living with findings, as a user does: one of each kind on the screen, accepted with a reason, gone to by key; nothing while one composes. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { until } from '../until';
import { activated, command, compose, editorText, goTo, openFile, openSession, screenshot, type Session } from './driver';

const DRAFT = `# 各类核查结果

要认识到“创新是引领发展的第一力量，保护知识产权就是保护创新”。

习近平总书记指出：“科技成果应该造福全人类，而应该成为限制、遏制其他国家发展的手段。”。

2022年共投入R&D经费30782.9亿元，约30万人左右参加，占15～30%，截止目前仍在增长。

支持国际大课学计划，落实二十大三中全会精神，打通"最后一公里"。

根据国发[2025]3号，由XX单位负责，帮扶残废人。
`;
const PACK = `pack: house
version: 1
rows:
  - { from: 残废人, to: 残疾人, authority: 《本社体例》, clause: "2.1", examples: { wrong: [关心残废人。], right: [关心残疾人。] } }
`;
const SETTINGS = { 'yinju.check.profiles': ['official-paper'], 'yinju.packs': ['house.yaml'], 'yinju.author': '王编辑' };

for (const locale of ['zh-cn', 'en'] as const) {
  describe(`living with findings, in ${locale}`, () => {
    const zh = locale === 'zh-cn';
    let session: Session;
    before(async () => {
      session = await openSession({ locale, settings: SETTINGS, files: { '各类.md': DRAFT, 'house.yaml': PACK } });
      await openFile(session.page, '各类.md');
      await activated(session.server);
    });
    after(async () => { await session.close(); });
    const problems = () => session.page.locator('.markers-panel .monaco-list-row');

    it('shows one of each kind, with its standard', async () => {
      const { page } = session;
      await page.locator('.squiggly-error').first().waitFor();
      await command(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel').waitFor();
      await screenshot(page, `draft-${locale}`);
      // The list shows only the rows that are on the screen.
      await command(page, 'View: Toggle Maximized Panel');
      await until('all kinds', async () => {
        const text = (await page.locator('.markers-panel').innerText()).replaceAll('\u00a0', ' ');
        return ['quote.differs', 'mark.full-stop', 'number.hedge', 'number.range', 'number.until', 'name.session', 'mark.straight', 'term.variant', 'paper.number', 'paper.placeholder', 'pack.house'].every((rule) => text.includes(rule));
      });
      assert.match(await problems().filter({ hasText: 'mark.full-stop' }).first().innerText(), /GB\/T 15834—2011, B\.2\.1/);
      assert.match(await problems().filter({ hasText: 'pack.house' }).first().innerText(), /《本社体例》 2\.1/);
      await screenshot(page, `kinds-${locale}`);
      await command(page, 'View: Toggle Maximized Panel');
      await command(page, 'View: Toggle Panel Visibility');
    });

    it('goes on by key', async () => {
      const { page } = session;
      await goTo(page, 6, 1);
      await page.keyboard.press('Control+Alt+]');
      await page.locator('.monaco-hover').filter({ hasText: zh ? '留一个' : 'keep one' }).first().waitFor();
      await screenshot(page, `next-${locale}`);
      await page.keyboard.press('Escape');
    });

    it('accepts with a reason, and writes who and why', async () => {
      const { page, folder } = session;
      await goTo(page, 7, 30);
      const accept = page.locator('.action-widget .monaco-list-row').filter({ hasText: zh ? '接受并注明理由' : 'Accept with a reason' }).first();
      // A check that comes in between closes the list: it is opened again.
      await until('the action', async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        return accept.waitFor({ timeout: 2000 }).then(() => true, () => false);
      }, 20_000);
      await screenshot(page, `accept-${locale}`);
      await accept.click();
      const input = page.locator('.quick-input-widget input.input');
      await input.waitFor({ state: 'visible' });
      await page.keyboard.type('与通报一致');
      await page.keyboard.press('Enter');
      const file = path.join(folder, '.yinju', 'accepted.jsonl');
      await until('the row', () => existsSync(file) && readFileSync(file, 'utf8').includes('与通报一致'));
      const row = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      assert.deepEqual([row['rule'], row['scope'], row['file'], row['author'], row['reason']], ['number.hedge', 'here', '各类.md', '王编辑', '与通报一致']);
      await command(page, zh ? '查看已接受的例外' : 'Show Accepted Exceptions');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '与通报一致' }).first().waitFor();
      await screenshot(page, `accepted-${locale}`);
      await page.keyboard.press('Escape');
    });

    it('says nothing of the letters of a composition', async () => {
      const { page } = session;
      await goTo(page, 3, 1);
      await page.keyboard.press('End');
      await compose(page, ['z', 'zhong', 'zhongyao', '重要']);
      await until('the characters', async () => (await editorText(page)).includes('重要'));
      await page.locator('.squiggly-error').first().waitFor();
    });
  });
}
