import assert from 'node:assert/strict';
import { extractTerms } from '../../../src/core/extract/terms/extractTerms';
import type { Source, Term } from '../../../src/core/library/types';
import { readSource } from '../../../src/core/parse/readSource';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
/** A segmenter that knows no word at all: what does not rest on words must still come out. */
const characters = { name: 'characters', cut: (text: string) => [...text] };

const source = (text: string, file = 'a.txt'): Source => readSource({ file, text });
const terms = (text: string, tokenizer = words): Term[] => extractTerms([source(text)], tokenizer);
const named = (list: readonly Term[], name: string): Term => {
  const term = list.find((t) => t.term === name || t.variants.some((v) => v.form === name));
  assert.ok(term, `${name} is not among ${list.map((t) => t.term).join(' ')}`);
  return term;
};

describe('extractTerms', () => {
  it('takes a name with its letters, and the letters as its short form', () => {
    const text = '我国参与了平方千米中子阵列望远镜（SKN）的建设。SKN是由十国共同建造的观测设施。';
    const term = named(terms(text), '平方千米中子阵列望远镜');
    assert.deepEqual(term.variants.find((v) => v.kind === 'abbreviation'), { form: 'SKN', kind: 'abbreviation', count: 2 });
    assert.equal(term.kind, 'programme');
    assert.equal(term.definitionKind, 'is-a');
    assert.equal(term.definition?.text, 'SKN是由十国共同建造的观测设施。');
  });

  it('takes a short form that the text announces', () => {
    const list = terms('西部陆海合作组织（以下简称“陆海组织”）成立十年。陆海组织共有八个成员。');
    assert.ok(named(list, '西部陆海合作组织').variants.some((v) => v.form === '陆海组织' && v.kind === 'short'));
    assert.ok(!list.some((t) => t.term === '陆海组织'));
  });

  it('keeps a name whole over a word that is a verb elsewhere', () => {
    named(terms('科学家加入国际大洋发现计划（IODX）等项目。'), '国际大洋发现计划');
    named(terms('科学家设计了环形正负电子对撞机（CEPX）。'), '环形正负电子对撞机');
  });

  it('takes titles of documents, not of sentences in marks', () => {
    const list = terms('会议通过《绿色航运合作倡议》，指出“要积极参与全球海洋治理并作出贡献”。');
    assert.equal(named(list, '绿色航运合作倡议').kind, 'document');
    assert.ok(!list.some((t) => t.term.startsWith('要积极')));
  });

  it('gives a formulation of a number its members', () => {
    const text = '工作中要做到“三个守住”。守住耕地红线，保障粮食供给；守住生态底线，建设美丽乡村；守住安全防线，维护社会稳定。';
    const term = named(terms(text), '三个守住');
    assert.equal(term.definitionKind, 'expansion');
    assert.match(term.definition?.text ?? '', /^守住耕地红线.*社会稳定。$/u);
  });

  it('takes parallel lists as one formulation', () => {
    const list = terms('坚持亲、善、信、睦的理念，优化便利化、法治化、数字化营商环境，缩小数字赤字、技术赤字、资金赤字。');
    named(list, '亲、善、信、睦');
    named(list, '便利化、法治化、数字化营商环境');
    named(list, '数字赤字、技术赤字、资金赤字');
  });

  it('takes what recurs as a whole, not its pieces', () => {
    const text = '深化海洋科技合作。海洋科技合作意义重大。各方推动海洋科技合作走深走实，建设海洋科技合作平台。';
    const list = terms(text);
    named(list, '海洋科技合作');
    assert.ok(!list.some((t) => t.term === '海洋科技'));
  });

  it('joins what only lengthens a name', () => {
    const list = terms('“蓝色伙伴”倡议提出以来，“蓝色伙伴”深入人心，“蓝色伙伴”倡议得到支持。');
    const term = named(list, '蓝色伙伴');
    assert.ok(term.variants.some((v) => v.form === '“蓝色伙伴”倡议' && v.kind === 'long'));
    assert.equal(term.count, 3);
  });

  it('knows Traditional text by its Simplified form', () => {
    const term = named(terms('海洋命運共同體是共同的事業。構建海洋命運共同體，需要各國攜手。'), '海洋命运共同体');
    assert.ok(term.variants.some((v) => v.form === '海洋命運共同體' && v.kind === 'traditional'));
    assert.equal(term.definition?.text, '海洋命運共同體是共同的事業。');
  });

  it('defines by what a thing is, comprises, or is for; else it gives a context', () => {
    const text = '蓝色经济走廊是连接三大洋的合作通道。以平等相待、互学互鉴为核心的海丝精神得到弘扬。'
      + '设立远洋科考联合基金，有助于吸引青年学者。会议在海洋合作论坛期间举行。';
    const list = terms(text);
    assert.equal(named(list, '蓝色经济走廊').definitionKind, 'is-a');
    assert.equal(named(list, '海丝精神').definitionKind, 'expansion');
    assert.equal(named(list, '远洋科考联合基金').definitionKind, 'purpose');
    const forum = named(list, '海洋合作论坛');
    assert.equal(forum.definition, null);
    assert.equal(forum.definitionKind, null);
    assert.equal(forum.context?.text, '会议在海洋合作论坛期间举行。');
  });

  it('defines by slices of the sources only, never by a heading', () => {
    const text = '深化海洋科技合作\n\n海洋科技合作是各国的共同选择。\n\n推动海洋科技合作，促进蓝色经济发展。';
    for (const term of terms(text)) {
      for (const slice of [term.definition, term.context, ...term.uses]) if (slice) assert.equal(slice.raw, text.slice(slice.start, slice.end));
      for (const slice of [term.definition, term.context]) assert.notEqual(slice?.text, '深化海洋科技合作');
    }
  });

  it('leaves persons and phrases of every text aside', () => {
    const list = terms('张三丰主席指出，张三丰主席的重要讲话意义重大、影响深远，为我们提供了根本遵循。张三丰主席强调团结。');
    assert.deepEqual(list.map((t) => t.term).filter((t) => /张三丰|意义重大|根本遵循|重要讲话/.test(t)), []);
  });

  it('pairs English names by letters and by keyword lists', () => {
    const text = '关键词 海洋治理; 蓝色经济\n\n海洋治理需要合作。深海数字地图（DDM）已经建成。\n\n'
      + 'Abstract The Deep Digital Map (DDM) has been completed by many countries together in recent years.\n\nKeywords ocean governance; blue economy';
    const list = terms(text);
    assert.ok(named(list, '深海数字地图').variants.some((v) => v.form === 'Deep Digital Map' && v.kind === 'english'));
    assert.ok(named(list, '海洋治理').variants.some((v) => v.form === 'ocean governance' && v.kind === 'english'));
  });

  it('reads English sources', () => {
    const list = terms('The Ocean Research Bank (ORB) is a multilateral institution for marine science. The Blue Partnership Initiative aims to protect the sea. Members welcomed the Blue Partnership Initiative.');
    assert.equal(named(list, 'Ocean Research Bank').definitionKind, 'is-a');
    assert.equal(named(list, 'Blue Partnership Initiative').definitionKind, 'purpose');
  });

  it('finds marked names whatever cuts the words', () => {
    const text = '《绿色航运合作倡议》提出，实施“蓝色伙伴”行动，参与平方千米中子阵列望远镜（SKN）建设，“蓝色伙伴”遍及各国。';
    for (const tokenizer of [words, characters]) {
      const list = terms(text, tokenizer);
      for (const name of ['绿色航运合作倡议', '蓝色伙伴', 'SKN']) named(list, name);
    }
  });

  it('gives the same list every time, and none for nothing', () => {
    const text = '海洋命运共同体是共同的事业。构建海洋命运共同体，需要各国携手推进海洋科技合作。';
    assert.deepEqual(terms(text), terms(text));
    assert.deepEqual(extractTerms([], words), []);
    assert.deepEqual(terms(''), []);
  });
});
