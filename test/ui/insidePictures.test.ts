import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import { unzipSync } from 'fflate';
import type { Frame } from 'playwright-core';
import { root } from '../root';
import { until } from '../until';
import { activated, collapse, command, editorText, goTo, hover, openFile, openSession, screenshot, webview, type Session } from './driver';

const DOCUMENT = path.join(root, 'test', 'fixtures', 'formats', 'pictures.docx');

describe('pictures inside documents', () => {
  const library = mkdtempSync(path.join(os.tmpdir(), 'yinju-inside-'));
  let session: Session;
  let view: Frame;
  before(async () => {
    copyFileSync(DOCUMENT, path.join(library, '渔业.docx'));
    session = await openSession({ locale: 'zh-cn', files: { '稿.md': '# 题\n\n近年来渔业发展很快，见图2。\n\n\n' }, settings: { 'yinju.library.folders': [library], 'yinju.library.bundled': false }, viewport: { width: 1400, height: 1000 } });
    await openFile(session.page, '稿.md');
    await activated(session.server);
    await command(session.page, '搜索数据');
    await collapse(session.page, '相关段落', '资料库');
    view = await webview(session.page, '.search');
    await view.locator('[role=tab]').nth(1).click();
  });
  after(async () => { await session.close(); rmSync(library, { recursive: true, force: true }); });

  it('are shown with their captions', async () => {
    const pictures = view.locator('.picture');
    await pictures.first().waitFor();
    assert.deepEqual(await view.locator('.picture .indicator').allInnerTexts(), ['图1 渔业产量', '图2 养殖面积', '渔港分布的手绘地图']);
    await until('pictures that can be seen', async () => await view.locator('.picture img').evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length) === 3);
    await screenshot(session.page, 'pictures-inside');
  });

  it('are saved beside the draft when they are inserted, and never over a file', async () => {
    const { page } = session, workspace = session.folder;
    const insert = async (): Promise<void> => {
      await goTo(page, 5);
      await view.locator('.picture').first().locator('.action').last().click();
      await page.locator('.quick-input-widget input').waitFor();
      await until('a name', async () => /渔业产量/.test(await page.locator('.quick-input-widget input').first().inputValue()));
      await page.keyboard.press('Enter');
    };
    const picture = Buffer.from(unzipSync(readFileSync(DOCUMENT))['word/media/rId20.png'] ?? []);
    for (const name of ['图1-渔业产量.png', '图1-渔业产量-2.png']) {
      await insert();
      await until(name, () => Promise.resolve(existsSync(path.join(workspace, name))));
      await until('its place in the draft', async () => (await editorText(page)).replaceAll('\n', '').includes(`![图1 渔业产量](<${name}>)`));
      assert.deepEqual(readFileSync(path.join(workspace, name)), picture);
    }
    await screenshot(page, 'pictures-inserted');
  });

  it('are there in the hover of their label', async () => {
    const { page } = session;
    await hover(page, '图2');
    const shown = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: '养殖面积' }).first();
    await shown.waitFor();
    await until('the picture', () => shown.locator('img').first().evaluate((image) => (image as HTMLImageElement).naturalWidth > 0));
    await screenshot(page, 'hover-picture-inside');
    await page.mouse.move(5, 5);
  });
});
