import assert from 'node:assert/strict';
import { tablesOf } from '../../../src/core/extract/tables';
import { readSource } from '../../../src/core/parse/readSource';
import { layoutOfTable } from '../../../src/core/parse/table';
import type { SourceTable } from '../../../src/core/library/types';

/** Tables of a CSV file, its cells apart by commas. */
const csv = (text: string): SourceTable[] => {
  const source = readSource({ file: 'a.csv', text, layout: layoutOfTable(text) });
  const tables = tablesOf(source);
  for (const { cells } of tables) for (const cell of cells) {
    assert.equal(source.raw.slice(cell.start, cell.end), cell.text);
    assert.equal(source.paragraphs[cell.paragraph]?.text.slice(cell.from, cell.to), cell.text);
  }
  return tables;
};
const shown = (tables: readonly SourceTable[]): string[] => tables.flatMap(({ cells }) => cells.map(({ rowHeads, columnHeads, text }) =>
  `${rowHeads.map((head) => head.text).join(' / ')} | ${columnHeads.map((head) => head.text).join(' / ')} = ${text}`));

describe('tables', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['heads of rows and columns', '指标,2021年,2022年\n开放仪器（台）,1200,1850\n投入强度,,3.4%', ['开放仪器（台） | 2021年 = 1200', '开放仪器（台） | 2022年 = 1850', '投入强度 | 2022年 = 3.4%']],
    ['years at the left', '年份,总量,增速\n2021,12,3.5%\n2022,13,4.1%', ['2021 | 总量 = 12', '2021 | 增速 = 3.5%', '2022 | 总量 = 13', '2022 | 增速 = 4.1%']],
    ['heads over several columns', '地区,出口,,备注\n,总额,增速,\n东部,10,2%,快', ['东部 | 出口 / 总额 = 10', '东部 | 出口 / 增速 = 2%', '东部 | 备注 = 快']],
    ['two columns of heads, the first over several rows', '地区,指标,2022年\n东部,出口,10\n,进口,12\n西部,出口,3', ['东部 / 出口 | 2022年 = 10', '东部 / 进口 | 2022年 = 12', '西部 / 出口 | 2022年 = 3']],
    ['groups, parts, marks for nothing, numbered columns', '指标,2021年,2022年\n甲,1,2\n一、农业,,\n粮食,5,…\n其中：小麦,2,—\n二、工业,,\n钢,8,9', ['一、农业 / 粮食 | 2021年 = 5', '一、农业 / 粮食 / 其中：小麦 | 2021年 = 2', '二、工业 / 钢 | 2021年 = 8', '二、工业 / 钢 | 2022年 = 9']],
    ['no heads above', '面积,960\n人口,14', ['面积 |  = 960', '人口 |  = 14']],
    ['a table of words', '国家,首都\n甲国,乙城', ['甲国 | 首都 = 乙城']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(shown(csv(text)), expected));

  it('knows its caption and its unit, in the lines above or in itself', () => {
    assert.deepEqual(csv('表1 研发经费（单位：亿元）,,\n指标,2021,2022\n经费,5,6').map(({ unit }) => unit?.text), ['亿元']);
    assert.deepEqual(csv('表1 研发经费（单位：亿元）,,\n指标,2021,2022\n经费,5,6').map(({ caption }) => caption?.text), ['表1 研发经费']);
    assert.deepEqual(csv('研发经费情况  计量单位：亿元,,\n指标,2021,2022\n经费,5,6').map(({ caption, unit }) => [caption?.text, unit?.text]), [['研发经费情况', '亿元']]);
    assert.deepEqual(csv('单位：亿元,,\n指标,2021,2022\n经费,5,6').map(({ caption, unit }) => [caption, unit?.text]), [[null, '亿元']]);
    assert.deepEqual(csv('研发经费情况,,\n指标,2021,2022\n经费,5,6').map(({ caption }) => caption?.text), ['研发经费情况']);
    const markdown = (text: string): SourceTable[] => tablesOf(readSource({ file: 'a.md', text }));
    const [table] = markdown('# 年报\n\n表1 研发经费\n\n单位：亿元、%\n\n| 指标 | 2021 |\n|:--|--:|\n| **经费** | 5\\|6 |\n\n说明文字到此为止。\n');
    assert.deepEqual([table?.caption?.text, table?.unit?.text, table && shown([table])], ['表1 研发经费', '亿元、%', ['经费 | 2021 = 5|6']]);
    assert.deepEqual(markdown('# 年报\n\n正文是一句话。\n\n| 甲 | 乙 |\n|--|--|\n| 丙 | 1 |\n').map(({ caption, unit }) => [caption, unit]), [[null, null]]);
  });

  it('is told from lines with tabs in a plain text', () => {
    const source = readSource({ file: 'a.txt', text: '港口年报\n\n表1 港口指标（单位：万吨）\n指标\t2021年\t2022年\n吞吐量\t32000\t36000\n外贸\t\t8200\n\n下面是一段正文，说明上表的来历和用法，句子完整，没有别的意思。\n' });
    assert.deepEqual(shown(tablesOf(source)), ['吞吐量 | 2021年 = 32000', '吞吐量 | 2022年 = 36000', '外贸 | 2022年 = 8200']);
    assert.equal(source.paragraphs.at(-1)?.kind, 'body');
    const words = readSource({ file: 'b.txt', text: '姓名\t王晓明\n单位\t海滨港\n' });
    assert.equal(tablesOf(words).length, 0, 'words apart by tabs are no table of values');
  });

  it('records the strokes and the rule of Markdown as removed', () => {
    const source = readSource({ file: 'a.md', text: '# 题\n\n| 甲 | 乙 |\n|--|--|\n| 丙 | 1 |\n' });
    assert.deepEqual(source.paragraphs.filter(({ kind }) => kind === 'table').map(({ text }) => text), ['甲\t乙', '丙\t1']);
    assert.ok(source.removed.some(({ raw, reason }) => raw === '|--|--|' && reason === 'markup'));
  });
});
