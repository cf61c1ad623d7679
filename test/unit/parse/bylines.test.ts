import assert from 'node:assert/strict';
import { readSource } from '../../../src/core/parse/readSource';

/** The kind of a line below a title and a date. */
const kindBelow = (line: string): string | undefined => readSource({ file: 'a.txt', text: `海滨市统计公报\n\n2024年2月29日\n\n${line}\n\n以上情况由市统计局负责解释，各地参照执行，并于年底前报送有关材料。\n` }).paragraphs.find(({ text }) => text === line)?.kind;

describe('a line below the title and its date', () => {
  for (const line of [
    '全年经济稳步增长，总人口1234567人。', '1. 全市研发经费，实现年产值120000万元，增长8%。', '年末全市机动车，保有量达到356000辆。', 'By December 2023, the city had 120 laboratories, up 5.2%.', 'By Asian standards the port is small, with 12 berths.',
    '记者为此走访了全市120家企业。', '采访为期3天，共访问120人，满意率98.5%。', '整理为12册，共3600万字。',
  ]) it(`is text: ${line}`, () => assert.equal(kindBelow(line), 'body'));
  for (const line of [
    '海滨大学港口学院，海滨 116000', '（海滨大学港口学院，辽宁海滨 116000）', '1.海滨大学港口学院，海滨 116000；2.海滨港务局，海滨 116001', 'By Zhang Wei, China Daily', 'By ZHANG WEI in Beijing', 'By Mary Robinson', 'By Li Ming and Wang Fang',
    '作者为海滨大学港口学院教授', '本文作者系海滨大学教授。', '记者 周文', '采访：周文', 'February 29, 2024',
  ]) it(`is a byline: ${line}`, () => assert.equal(kindBelow(line), 'byline'));
});
