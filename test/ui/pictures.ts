/**
 * Makes the pictures of the README from the product itself: `npm run pictures`. Each is taken in the real window on the
 * sample draft, so that no picture shows what the product does not do.
 */
import * as path from 'node:path';
import { root } from '../root';
import { until } from '../until';
import { activated, collapse, command, goTo, hover, openFile, openSession, type, webview, type Session } from './driver';

const folder = path.join(root, 'media', 'pictures');
const shot = (session: Session, name: string) => session.page.screenshot({ path: path.join(folder, `${name}.png`) });

async function main(): Promise<void> {
  const session = await openSession({ locale: 'zh-cn', viewport: { width: 1280, height: 760 }, settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false } });
  const { page } = session;
  try {
    await openFile(page, '草稿.md');
    await activated(session.server);
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();

    await page.keyboard.press('Control+B');
    await hover(page, '影响力');
    await shot(session, 'check');
    // Over an empty line: where the mouse last rested on words, Ctrl makes a link of them.
    const empty = await page.locator('.view-line').nth(1).boundingBox();
    if (empty) await page.mouse.move(empty.x + 300, empty.y + 5);
    await page.mouse.move(5, 5);

    await goTo(page, 13, 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Alt+Y');
    await page.locator('.quick-input-widget input.input').waitFor({ state: 'visible' });
    await type(page, 'kjcgyg');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '科技成果应该造福全人类' }).first().waitFor();
    // The preview is no text of the draft but painted behind it.
    await until('the preview', () => page.locator('.view-lines span').evaluateAll((all) => all.some((one) => getComputedStyle(one, '::after').content.includes('科技成果'))));
    await shot(session, 'insert');
    await page.keyboard.press('Escape');

    await goTo(page, 9, 5);
    await command(page, '查找相关段落');
    const panel = await webview(page, '[role=feed] [role=article]');
    await panel.locator('mark').first().waitFor();
    await page.keyboard.press('Escape');
    await shot(session, 'passages');

    // The view alone, with room for its chart.
    await collapse(page, '相关段落', '资料库');
  await command(page, '搜索数据');
    const figures = await webview(page, '.search');
    await figures.locator('details').first().waitFor();
    await page.keyboard.type('合著论文');
    await until('the indicator', async () => (await figures.locator('summary').first().innerText()).includes('合著论文'));
    await figures.locator('summary').first().click();
    await figures.locator('details[open] img, details[open] svg').first().waitFor();
    await shot(session, 'figures');
  } finally {
    await session.close();
  }
}

void main();
