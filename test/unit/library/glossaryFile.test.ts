import assert from 'node:assert/strict';
import { extractTerms } from '../../../src/core/extract/terms/extractTerms';
import { readGlossary } from '../../../src/core/library/glossaryFile';
import type { Term } from '../../../src/core/library/types';
import { readSource } from '../../../src/core/parse/readSource';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const text = '海洋牧场是放养鱼类的区域。各地建设“蓝色粮仓”，完善近海养护制度。蓝色粮仓工程启动。会议通过《近海条例》，条例明确养护责任。近海养護制度不断健全。渔港经济区（FPZ）扩大。';
const terms = (glossary: string, name = 'glossary.yaml'): Term[] => {
  const { rows, problems } = readGlossary(name, glossary);
  assert.deepEqual(problems, []);
  return extractTerms([readSource({ file: 'a.txt', text })], words, rows);
};
const named = (list: readonly Term[], name: string): Term | undefined => list.find((t) => t.term === name || t.variants.some((v) => v.form === name));

describe('ten edits of the office’s glossary', () => {
  it('1: a term that nothing had found is added, with its uses', () => {
    const term = named(terms('- term: 放养鱼类'), '放养鱼类');
    assert.equal(term?.count, 1);
    assert.match(term.context?.text ?? term.definition?.text ?? '', /放养鱼类/);
  });
  it('2: a term that stands nowhere is kept all the same', () => {
    assert.deepEqual(named(terms('- {term: 深海公约, definition: 尚待签署的公约。}'), '深海公约'), {
      term: '深海公约', variants: [{ form: '深海公约', kind: 'base', count: 0 }], kind: 'document', count: 0, definition: null, definitionKind: null, context: null, uses: [],
      office: { definition: '尚待签署的公约。' },
    });
  });
  it('3: own words stand beside the source’s definition, marked as the office’s', () => {
    const term = named(terms('海洋牧场: 近海的鱼类养护区。'), '海洋牧场');
    assert.equal(term?.office?.definition, '近海的鱼类养护区。');
    assert.equal(term.definition?.text, '海洋牧场是放养鱼类的区域。');
  });
  it('4: a variant joins two terms into one', () => {
    const list = terms('- {term: 蓝色粮仓工程, variants: [蓝色粮仓]}');
    assert.equal(list.filter((t) => /蓝色粮仓/.test(t.term)).length, 1);
    assert.equal(named(list, '蓝色粮仓')?.term, '蓝色粮仓工程');
  });
  it('5: a term is renamed, its old name stays a form', () => {
    assert.equal(named(terms('- {term: 渔港经济圈, variants: [渔港经济区]}'), '渔港经济区')?.term, '渔港经济圈');
  });
  it('6: the kind is set', () => assert.equal(named(terms('- {term: 蓝色粮仓, kind: programme}'), '蓝色粮仓')?.kind, 'programme'));
  it('7: a term is rejected, in every script', () => {
    const list = terms('- {term: 近海養護制度, reject: true}');
    assert.equal(named(list, '近海养护制度'), undefined);
  });
  it('8: only a form is rejected, the term stays', () => {
    const list = terms('FPZ: false');
    assert.equal(named(list, 'FPZ'), undefined);
    assert.ok(named(list, '渔港经济区'));
  });
  it('9: a foreign name is found with the Chinese one', () => {
    assert.deepEqual(named(terms('- {term: 海洋牧场, variants: [marine ranching, MR]}'), 'marine ranching')?.variants.slice(1, 3).map((v) => v.kind), ['english', 'abbreviation']);
  });
  it('10: what the office names comes first', () => {
    assert.equal(terms('- term: 养护责任')[0]?.term, '养护责任');
  });
});

describe('forms of a glossary', () => {
  const row = [{ term: '海洋牧场', variants: ['牧场', 'MR'], kind: 'programme', definition: '养护区', reject: false }, { term: '积极作用', variants: [], kind: null, definition: null, reject: true }];
  const forms: readonly (readonly [string, string])[] = [
    ['glossary.yaml', 'terms:\n  - term: 海洋牧场\n    variants: [牧场, MR]\n    kind: programme\n    definition: 养护区\n  - {term: 积极作用, reject: true}'],
    ['glossary.yml', '海洋牧场: {variants: 牧场；MR, kind: programme, definition: 养护区}\n积极作用: false'],
    ['glossary.json', '[{"term":"海洋牧场","variants":["牧场","MR"],"kind":"programme","definition":"养护区","note":"2026"},{"term":"积极作用","reject":true}]'],
    ['glossary.csv', '\ufeffterm,variants,kind,definition,reject\n海洋牧场,牧场;MR,programme,养护区,\n积极作用,,,,是\n'],
  ];
  for (const [name, glossary] of forms) it(name, () => assert.deepEqual(readGlossary(name, glossary), { rows: row, problems: [] }));
  it('is empty where the file is', () => assert.deepEqual(readGlossary('glossary.yaml', ''), { rows: [], problems: [] }));
});

describe('what is wrong with a glossary', () => {
  const table: readonly (readonly [string, string, number, RegExp])[] = [
    ['glossary.json', '{"terms": [', 0, /cannot be read/],
    ['glossary.yaml', 'just words', 0, /no list of terms/],
    ['glossary.csv', '名称,释义\n海洋牧场,养护区', 0, /no column “term”/],
    ['glossary.yaml', '- {definition: 无名}', 0, /row 1: it has no term/],
    ['glossary.yaml', '- {term: 海洋牧场, kind: place}', 1, /row 1: the kind is none of/],
    ['glossary.yaml', '- {term: 海洋牧场, variants: 3}', 1, /variants are no list/],
    ['glossary.yaml', '- {term: 海洋牧场, definition: [甲]}', 1, /definition is no text/],
    ['glossary.yaml', '- {term: 海洋牧场, reject: 也许}', 1, /neither yes nor no/],
    ['glossary.yaml', '- {term: 海洋牧场, color: blue}', 1, /field “color” is not known/],
    ['glossary.yaml', '- {term: 海洋牧场}\n- {term: 海洋牧場}', 1, /row 2: .*stands twice/],
    ['glossary.yaml', '- 海洋牧场', 0, /row 1: it is no row/],
  ];
  for (const [name, glossary, rows, problem] of table) it(`${name}: ${glossary.replace(/\n/g, ' ')}`, () => {
    const read = readGlossary(name, glossary);
    assert.equal(read.rows.length, rows);
    assert.match(read.problems.join('; '), problem);
  });
});
