/** From places on a page to lines, columns, tables and paragraphs. */
import assert from 'node:assert/strict';
import { documentOfPages } from '../../src/engine/formats/pages/document';
import type { Item, SheetPage } from '../../src/engine/formats/pages/types';

const SIZE = 10;
/** A piece of text whose letters are as wide as high, Latin ones half as wide. */
const piece = (text: string, x: number, y: number, size = SIZE): Item => ({ text, x, y, size, width: [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? size : size / 2), 0) });
const page = (items: readonly Item[]): SheetPage => ({ width: 600, height: 800, items: [...items] });
const paragraphs = (...pages: readonly SheetPage[]): string[] => {
  const { text, layout } = documentOfPages(pages, null, []);
  return (layout?.blocks ?? []).map(({ runs, kind }) => `${kind ?? '-'} ${runs.map(({ start, end }) => text.slice(start, end)).join('')}`);
};

/** Lines of a paragraph in a column: the first one indented, the last one short. */
const column = (name: string, x: number, y: number, lines: number, width: number): Item[] =>
  Array.from({ length: lines }, (_, i) => piece(i === 0 ? `${name}${'开'.repeat(width - 2 - name.length)}` : i === lines - 1 ? '放。' : '放'.repeat(width), x + (i === 0 ? 2 * SIZE : 0), y + i * 16));

describe('pages', () => {
  for (const [columns, gap] of [[2, 8], [2, 14], [3, 8], [4, 12]] as const) it(`${columns} columns ${gap} points apart, under a title over all of them`, () => {
    const width = Math.floor((500 - gap * (columns - 1)) / columns / SIZE);
    const items = [piece('开放科研设施的成效评估', 190, 40, 20), piece('王晓明', 285, 80), piece('摘要：本文评估开放科研设施的成效，并提出建议，供有关部门参考，也供各地借鉴。', 60, 110)];
    for (let c = 0; c < columns; c++) for (let p = 0; p < 3; p++) items.push(...column(`第${c}${p}段`, 50 + c * (width * SIZE + gap), 140 + p * 160, 10, width));
    const found = paragraphs(page(items));
    assert.deepEqual(found.map((text) => text.slice(0, 7)), ['title 开', '- 王晓明', '- 摘要：本文', ...Array.from({ length: columns * 3 }, (_, i) => `- 第${Math.floor(i / 3)}${i % 3}段开`)].map((text) => text.slice(0, 7)));
    assert.ok(found.slice(3).every((text) => text.endsWith('放。')), 'no paragraph runs into its neighbour');
  });

  it('heads over several columns of a table stand over the first of them, left or in the middle', () => {
    const row = (y: number, ...cells: readonly (readonly [string, number])[]): Item[] => cells.map(([text, x]) => piece(text, x, y));
    const body = [row(90, ['仪器', 150], ['企业', 220], ['投入', 290], ['仪器', 360], ['企业', 430], ['投入', 500]), row(110, ['东城区', 50], ['1200', 150], ['310', 220], ['5.1', 290], ['1850', 360], ['430', 430], ['6.2', 500])].flat();
    const expected = ['table 地区\t2021年\t\t\t2022年', 'table \t仪器\t企业\t投入\t仪器\t企业\t投入', 'table 东城区\t1200\t310\t5.1\t1850\t430\t6.2'];
    assert.deepEqual(paragraphs(page([...row(70, ['地区', 50], ['2021年', 150], ['2022年', 360]), ...body])), expected);
    assert.deepEqual(paragraphs(page([...row(70, ['地区', 50], ['2021年', 210], ['2022年', 420]), ...body])), expected);
  });

  it('an automatic number is apart from its words by a tab stop, and is no cell', () => {
    assert.deepEqual(paragraphs(page([piece('（1）', 50, 50), piece('建立目录制度，明确由谁提供；', 108, 50), piece('（2）', 50, 70), piece('建立考核制度，纳入年度考核；', 108, 70), piece('3.', 50, 90), piece('建立评价制度，由用户来评价。', 85, 90)])),
      ['- （1）建立目录制度，明确由谁提供；', '- （2）建立考核制度，纳入年度考核；', '- 3. 建立评价制度，由用户来评价。']);
  });

  it('an official paper: its title in two lines, not its issuer; its day is not run into the line below', () => {
    const text = (y: number): Item[] => column('各部门', 50, y, 4, 48);
    const found = paragraphs(page([piece('海滨市人民政府文件', 165, 40, 30), piece('海滨市人民政府关于', 200, 90, 22), piece('进一步推进科研设施开放共享的若干意见', 95, 122, 22), ...text(160), piece('海滨市人民政府', 420, 240), piece('2023年6月18日', 430, 256), piece('（此件公开发布）', 50, 272)]));
    assert.deepEqual(found.map((line) => line.slice(0, 40)).filter((line) => !line.includes('各部门')), ['heading 海滨市人民政府文件', 'title 海滨市人民政府关于进一步推进科研设施开放共享的若干意见', '- 海滨市人民政府', '- 2023年6月18日', '- （此件公开发布）']);
  });
});
