import assert from 'node:assert/strict';
import { extractFigures } from '../../../src/core/extract/figures/extractFigures';
import { readSource } from '../../../src/core/parse/readSource';
import { layoutOfTable } from '../../../src/core/parse/table';

const shown = (text: string): string[] => {
  const source = readSource({ file: 'a.csv', text, layout: layoutOfTable(text) });
  return extractFigures(source).map((f) => {
    assert.equal(source.raw.slice(f.start, f.end), f.raw);
    return `${f.metric} · ${f.entity} · ${f.period} = ${String(f.value)} ${f.unit}`;
  });
};

describe('figures of tables', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['years above, units in the heads', '指标,2021年,2022年\n开放仪器（台）,1200,1850\n水产品（万吨）,3.5,4', [
      '开放仪器 · null · 2021 = 1200 台', '开放仪器 · null · 2022 = 1850 台', '水产品 · null · 2021 = 35000 吨', '水产品 · null · 2022 = 40000 吨']],
    ['years at the left', '年份,产量（万吨）,增速（%）\n2021,12,3.5\n2022,13,-4.1', [
      '产量 · null · 2021 = 120000 吨', '增速 · null · 2021 = 3.5 %', '产量 · null · 2022 = 130000 吨', '增速 · null · 2022 = -4.1 %']],
    ['values and rates of a communiqué', '表1 2022年主要农产品产量,,\n指标,绝对数（万吨）,比上年增长（%）\n粮食,61.84,0.7\n其中：夏粮,31.82,0.2', [
      '粮食产量 · null · 2022 = 618400 吨', '粮食比上年增长 · null · 2022 = 0.7 %', '夏粮产量 · null · 2022 = 318200 吨', '夏粮比上年增长 · null · 2022 = 0.2 %']],
    ['places at the left', '地区,研发经费（亿元）,位次\n江苏省,383.5,2\n浙江,241,4', [
      '研发经费 · 江苏 · null = 38350000000 元', '位次 · 江苏 · null = 2 位', '研发经费 · 浙江 · null = 24100000000 元', '位次 · 浙江 · null = 4 位']],
    ['a column of units, and a group of rows', '指标名称,计量单位,2021,2022\n地区生产总值,亿元,5610,5902\n一、农业,,,\n粮食产量,万吨,125,130\n工业增速,%,6.2,4.8', [
      '地区生产总值 · null · 2021 = 561000000000 元', '地区生产总值 · null · 2022 = 590200000000 元', '粮食产量 · null · 2021 = 1250000 吨', '粮食产量 · null · 2022 = 1300000 吨', '工业增速 · null · 2021 = 6.2 %', '工业增速 · null · 2022 = 4.8 %']],
    ['an office in a note is no place', '表1 全市研发经费（单位：亿元）,,\n指标,2021年,2022年\n全市经费,5,6\n注：数据来源于市统计局。,,', ['全市经费 · null · 2021 = 500000000 元', '全市经费 · null · 2022 = 600000000 元']],
    ['a cell with its own unit, none for words and numbers of rows', '序号,指标,2022年\n1,投入强度,3.4%\n2,结论,良好', ['投入强度 · null · 2022 = 3.4 %']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(shown(text), expected));
});
