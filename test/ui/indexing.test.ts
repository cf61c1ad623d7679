import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import { until } from '../until';
import { activated, collapse, command, goTo, openFile, openSession, screenshot, webview, type Session } from './driver';

/** Enough files that one sees them being read. */
const FILES = 700;
const PLACES = ['海滨市', '临江省', '青山县', '北湖区'];

describe('a library of many files', () => {
  const library = mkdtempSync(path.join(os.tmpdir(), 'yinju-many-'));
  let session: Session;
  before(async () => {
    for (let i = 0; i < FILES; i++) {
      const place = PLACES[i % PLACES.length] as string, year = 2000 + (i % 20), folder = path.join(library, String(year));
      mkdirSync(folder, { recursive: true });
      const body = Array.from({ length: 40 }, (_, n) => `<p>${year}年，${place}第${i}号项目第${n}期投入经费${i * 3 + n}.5万元，各有关单位按照分工抓好落实，并于年底前报送情况。</p>`).join('\n');
      writeFileSync(path.join(folder, `${String(i).padStart(3, '0')} ${place}报告.html`), `<html><head><title>${place}第${i}号项目报告</title></head><body><h1>${place}第${i}号项目报告</h1>${body}</body></html>`);
    }
    session = await openSession({ locale: 'zh-cn', files: { '稿.md': '# 题\n\n科技成果应该造福全人类，不应该成为限制其他国家发展的手段。\n' }, settings: { 'yinju.library.folders': [library] }, viewport: { width: 1400, height: 1000 } });
    await openFile(session.page, '稿.md');
    await activated(session.server);
  });
  after(async () => { await session.close(); rmSync(library, { recursive: true, force: true }); });

  const reading = () => session.page.locator('.statusbar-item').filter({ hasText: '读取中' });
  const stopped = () => session.page.locator('.statusbar-item').filter({ hasText: '个文件未读取' });

  it('is stopped and continued from the status bar, and answers meanwhile', async () => {
    const { page } = session;
    await reading().first().waitFor();
    await reading().first().click();
    await stopped().first().waitFor();
    await goTo(page, 3, 5);
    await command(page, '查找相关段落');
    const panel = await webview(page, '[role=feed] [role=article]');
    assert.match(await panel.locator('[role=article]').first().innerText(), /科技成果应该造福全人类/);
    await screenshot(page, 'indexing-stopped');
    await stopped().first().click();
    await until('the end of reading', async () => await stopped().count() === 0 && await reading().count() === 0, 60_000);
  });

  it('lists its sources by their folders', async () => {
    const { page } = session;
    await collapse(page, '相关段落', '数据');
    const folder = page.locator('.monaco-list-row[aria-label*="2007"]').first();
    await folder.waitFor();
    assert.match(await folder.getAttribute('aria-label') ?? '', /^2007, 35 个来源/);
    await folder.click();
    await page.locator('.monaco-list-row').filter({ hasText: '号项目报告' }).first().waitFor();
    await screenshot(page, 'indexing-library');
  });
});
