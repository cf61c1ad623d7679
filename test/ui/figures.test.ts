import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../until';
import { activated, axe, collapse, command, editorText, goTo, hover, openFile, openSession, screenshot, theme, webview, type Session } from './driver';

const DRAFT = '# 题\n\n近年来渔业论文数量增加很快，见图1。\n\n\n';
const REPORT = [
  '# 海洋报告', '', '如图1所示，渔业论文数量从2012年的4.67万篇增加至2017年的14.45万篇。', '', '2018年，渔业论文数量为15.2万篇。', '',
  '2018年，全省养殖面积30.5万公顷，比上年增长3.1%。', '', '![图1 渔业论文数量](论文.svg)', '', '![图2 养殖面积](丢失.png)', '',
].join('\n');
/** More indicators than one page of the list. */
const WORDS = [...'稻麦豆薯棉麻茶桑果菜鱼虾蟹贝猪牛羊鸡鸭鹅煤油气电钢铁铜铝锌锡砂石玻璃布纸革皮酒糖盐醋'];
const STATISTICS = ['# 产品年报', '', ...Array.from({ length: 150 }, (_, i) => `${[1, 7, 11, 17].map((step) => WORDS[(i * step + (step > 10 ? i >> 4 : 0)) % WORDS.length] ?? '').join('')}产量${100 + i * 3}吨。\n`), ''].join('\n');
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect x="20" y="60" width="60" height="60" fill="#27b"/><rect x="120" y="20" width="60" height="100" fill="#27b"/></svg>';

describe('the Figures view', () => {
  const library = mkdtempSync(path.join(os.tmpdir(), 'yinju-figures-'));
  let session: Session;
  let view: Frame;
  before(async () => {
    mkdirSync(library, { recursive: true });
    writeFileSync(path.join(library, '海洋报告.md'), REPORT);
    writeFileSync(path.join(library, '产品年报.md'), STATISTICS);
    writeFileSync(path.join(library, '论文.svg'), PICTURE);
    session = await openSession({ locale: 'zh-cn', files: { '稿.md': DRAFT }, settings: { 'yinju.library.folders': [library] }, viewport: { width: 1400, height: 1000 } });
    await openFile(session.page, '稿.md');
    await activated(session.server);
    // The view alone, with room for its charts and pictures.
    await command(session.page, '搜索数据');
    await collapse(session.page, '相关段落', '资料库');
    view = await webview(session.page, '.search');
    await view.locator('details').first().waitFor();
  });
  after(async () => { await session.close(); rmSync(library, { recursive: true, force: true }); });

  const count = () => view.locator('[role=status]').innerText();

  it('is narrowed by source, year and unit, and tells how much is left', async () => {
    const all = await count();
    await view.locator('select.filter').first().selectOption({ value: '海洋报告.md' });
    await until('fewer indicators', async () => await count() !== all);
    assert.ok(await view.locator('details').count() >= 2);
    await view.locator('select.filter').nth(1).selectOption({ value: '2012' });
    await until('one indicator', async () => await view.locator('details').count() === 1);
    // The only one opens by itself.
    await view.locator('details[open] .chart img').waitFor();
    assert.match(await view.locator('details[open] tbody').innerText(), /4\.67万篇\s+2012年[\s\S]*14\.45万篇\s+2017年[\s\S]*15\.2万篇\s+2018年/);
    await screenshot(session.page, 'figures-filtered');
    for (const i of [0, 1]) await view.locator('select.filter').nth(i).selectOption({ value: '' });
    await until('all indicators again', async () => await count() === all);
  });

  it('fills its list as one scrolls, not before', async () => {
    const shown = await view.locator('details').count();
    assert.equal(shown, 100);
    await view.locator('details').last().scrollIntoViewIfNeeded();
    await until('the next page', async () => await view.locator('details').count() > shown);
  });

  it('shows the sources’ pictures, and says which one is missing', async () => {
    await view.locator('[role=tab]').nth(1).click();
    const picture = view.locator('.picture').filter({ hasText: '渔业论文数量' });
    await picture.waitFor();
    await picture.scrollIntoViewIfNeeded();
    await until('a picture that can be seen', () => picture.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth > 0));
    assert.match(await picture.innerText(), /如图1所示/);
    assert.match(await view.locator('.picture').filter({ hasText: '养殖面积' }).innerText(), /丢失\.png/);
    await screenshot(session.page, 'figures-pictures');
    const problems = (await axe(view)).filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(problems, []);
    await goTo(session.page, 5);
    await picture.locator('.action').last().click();
    await until('the picture in the draft', async () => /!\[图1 渔业论文数量\]\(<[^>]+论文\.svg>\)/.test((await editorText(session.page)).replaceAll('\n', '')));
    await session.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await session.page.keyboard.press('Control+Z');
    await until('one undo', async () => !/论文\.svg/.test(await editorText(session.page)));
  });

  it('shows chart and table in a chosen unit', async () => {
    await command(session.page, '搜索数据');
    await view.locator('.search').fill('渔业论文数量');
    const open = view.locator('details[open]').filter({ hasText: '渔业论文数量' }).first();
    await until('the units', async () => {
      if (await open.count() === 0) await view.locator('summary').filter({ hasText: '渔业论文数量' }).first().click();
      return await open.locator('.unit').count() > 0;
    });
    await open.locator('.unit').selectOption('1');
    await open.locator('thead th').filter({ hasText: /^篇$/ }).waitFor();
    await open.locator('tbody td').filter({ hasText: '152,000' }).waitFor();
    await open.locator('.unit').selectOption('');
    await until('the source’s own unit', async () => await open.locator('thead th').filter({ hasText: /^篇$/ }).count() === 0);
  });

  for (const kind of ['light', 'dark', 'hc-black', 'hc-light'] as const) {
    it(`is accessible in the ${kind} theme`, async () => {
      await theme(session, kind);
      await command(session.page, '搜索数据');
      await view.locator('.search').fill('渔业论文');
      await view.locator('details').first().waitFor();
      await until('an open chart', async () => {
        if (await view.locator('details[open]').count() === 0) await view.locator('summary').first().click();
        return await view.locator('details[open] .chart img').count() > 0;
      });
      const problems = (await axe(view)).filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(problems, []);
      await screenshot(session.page, `figures-${kind}`);
    });
  }

  it('is there in small where an indicator is named in the draft', async () => {
    const { page } = session;
    await page.keyboard.press('Control+B');
    await hover(page, '论文');
    const shown = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: '渔业论文数量' }).first();
    await shown.waitFor();
    assert.match(await shown.innerText(), /15\.2万篇[\s\S]*2018年/);
    await until('its chart', () => shown.locator('img').first().evaluate((image) => (image as HTMLImageElement).naturalWidth > 0));
    await screenshot(page, 'hover-indicator');
    await page.mouse.move(5, 5);
  });
});
