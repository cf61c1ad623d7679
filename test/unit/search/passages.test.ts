import assert from 'node:assert/strict';
import { translationOf } from '../../../src/core/search/glossary';
import { passageIndexOf, searchPassages } from '../../../src/core/search/passages';
import { indexSources, passagesOfSource } from '../../../src/core/search/searchIndex';
import { sharedRuns } from '../../../src/core/search/sharedRuns';
import { MOST_LISTED } from '../../../src/core/search/postings';
import { passageScorer } from '../../../src/core/search/scores';
import { characterToken, stem, tokensOf } from '../../../src/core/search/tokens';
import { sourceOf } from '../extract/quotesSource';

const raw = [
  '全省新增造林面积一百万亩。森林覆盖率持续提高，空气质量明显改善。今年的任务是治理河流。',
  '教育投入逐年增加。农村学校的教师待遇得到保障，乡村孩子在家门口就能上好学。',
  '企業應當加強環境保護，減少污染物排放。',
  'The province invested heavily in research laboratories. Teachers in rural schools are paid better.',
].join('\n');
const source = sourceOf(raw);
const index = passageIndexOf(indexSources([source]));
const best = (query: string): string => searchPassages(index, query, 3)[0]?.passage.text ?? '';

describe('passagesOfSource', () => {
  it('makes a passage of each sentence, with its place in the raw text', () => {
    const passages = passagesOfSource(index.index, source);
    assert.equal(passages.length, 8);
    for (const p of passages) {
      assert.equal(raw.slice(p.start, p.end), p.text);
      assert.equal(source.paragraphs[p.paragraph]?.text.slice(p.from, p.to), p.text);
    }
  });

  it('leaves out headings, references and page furniture', () => {
    const [body] = source.paragraphs;
    assert.ok(body);
    const other = { ...source, paragraphs: (['heading', 'reference', 'boilerplate', 'body'] as const).map((kind) => ({ ...body, kind })) };
    const passages = passagesOfSource(indexSources([other]), other);
    assert.ok(passages.length > 0 && passages.every((p) => p.paragraph === 3));
  });
});

describe('searchPassages', () => {
  it('finds a paraphrase by its characters', () => {
    assert.match(best('提高农村教师的待遇'), /^农村学校的教师/);
    assert.match(best('造林和森林'), /森林覆盖率|造林面积/);
  });

  it('finds Traditional text for a Simplified query and the other way round', () => {
    assert.match(best('减少污染物的排放'), /^企業應當/);
    assert.match(best('農村學校的教師待遇'), /^农村学校/);
  });

  it('finds a paraphrase by words that say the same', () => {
    assert.match(best('让下一代就近读书'), /^农村学校/);
    assert.match(best('压减脏东西的排放'), /^企業應當/);
  });

  it('finds the words of papers by everyday ones', () => {
    assert.match(best('种树的面积'), /造林/u);
    assert.match(best('不许乱排污'), /污染物/u);
    const town = passageIndexOf(indexSources([sourceOf('财政支出更多用于修路。商贩沿街摆摊。银发经济带动了护理行业。')]));
    assert.match(searchPassages(town, '钱袋子用在哪里', 3)[0]?.passage.text ?? '', /^财政/u);
    assert.match(searchPassages(town, '老龄化的对策', 3)[0]?.passage.text ?? '', /^银发/u);
  });

  it('answers what a thing is with the sentence that says it', () => {
    const text = '海洋牧场发展很快，海洋牧场越来越多。海洋牧场是在海里放养鱼类的区域，由人工鱼礁等设施组成，兼有保护和生产的功能。';
    const found = searchPassages(passageIndexOf(indexSources([sourceOf(text)])), '什么是海洋牧场？', 2);
    assert.match(found[0]?.passage.text ?? '', /^海洋牧场是/);
  });

  it('does not go by the words that only ask', () => {
    const text = '什么人说什么话，什么山唱什么歌。河流治理需要持续投入。';
    assert.match(searchPassages(passageIndexOf(indexSources([sourceOf(text)])), '河流治理需要什么', 1)[0]?.passage.text ?? '', /^河流/);
  });

  it('finds English words in another form', () => {
    assert.match(best('investing in a laboratory for research'), /^The province invested/);
  });

  it('reaches the other language by common words, the own language first', () => {
    assert.match(best('rural education'), /^Teachers in rural schools/);
    assert.ok(searchPassages(index, 'forest', 3).some((p) => p.passage.text.startsWith('森林')));
    assert.ok(searchPassages(index, '实验室', 3).some((p) => p.passage.text.startsWith('The province')));
  });

  it('answers nothing for a query without words, an empty library or no room', () => {
    assert.deepEqual(searchPassages(index, '，。！', 5), []);
    assert.deepEqual(searchPassages(index, '森林', 0), []);
    assert.deepEqual(searchPassages(passageIndexOf(indexSources([])), '森林', 5), []);
  });

  it('is not led by how often a copy stands there', () => {
    const others = sourceOf(Array.from({ length: 100 }, (_, i) => `第${i}号来文已经收到。`).join('\n'));
    const copies = ['停船', '捕鱼', '捕鱼'].map((last) => sourceOf(`海洋牧场应当兼顾保护和生产，各县不得占用航道${last}。`));
    const [first] = searchPassages(passageIndexOf(indexSources([others, ...copies])), '海洋牧场兼顾保护生产，不得占用航道', 3);
    assert.match(first?.passage.text ?? '', /停船。$/u);
  });

  it('knows and counts characters that stand nearly everywhere', () => {
    const many = sourceOf(Array.from({ length: MOST_LISTED + 500 }, (_, i) => `第${i}号来文已经收到。第${i}号已经答复。`).join('\n'));
    const library = passageIndexOf(indexSources([many, sourceOf('河流上游的森林。'), sourceOf('河流上游的来文。')]));
    assert.equal(library.scorer.holders(characterToken('文'.charCodeAt(0))), MOST_LISTED + 501);
    const gain = (end: RegExp): number => {
      const [without = 0, withIt = 0] = ['河流上游', '河流上游，文'].map((query) => searchPassages(library, query, 2).find(({ passage }) => end.test(passage.text))?.score ?? 0);
      return withIt - without;
    };
    assert.ok(gain(/来文。$/u) > 0.3 && gain(/森林。$/u) < 0.1);
    assert.equal(searchPassages(library, '文', 3).length, 3);
  });

  it('gives the best first', () => {
    const scores = searchPassages(index, '森林覆盖率与空气质量', 8).map((p) => p.score);
    assert.deepEqual(scores, scores.toSorted((a, b) => b - a));
  });
});

describe('passageScorer', () => {
  it('adds characters from the text as much as from their postings', () => {
    const bm25 = { k1: 1.2, b: 0.6 }, query = '农村学校', tokens = [...query].map((c) => characterToken(c.charCodeAt(0)));
    const whole = passageScorer(index.index), weights = new Map(tokens.map((token) => [token, 1]));
    assert.equal(whole.add(weights, 1e6, bm25).size, 0);
    const part = passageScorer(index.index), skipped = part.add(weights, 1, bm25);
    assert.ok(skipped.size > 0 && skipped.size < tokens.length);
    const { of, touched, count } = part.scores;
    part.addFromText(touched.slice(0, count), new Map([...query].flatMap((c) => { const counts = skipped.get(characterToken(c.charCodeAt(0))); return counts === undefined ? [] : [[c.charCodeAt(0), counts]]; })), bm25);
    assert.ok(count > 0);
    for (const id of touched.subarray(0, count)) assert.equal((of[id] as number).toFixed(4), (whole.scores.of[id] as number).toFixed(4));
  });
});

describe('tokensOf', () => {
  it('reads Traditional and Simplified, full and half width as the same', () => {
    assert.deepEqual(tokensOf('國際合作'), tokensOf('国际合作'));
    assert.deepEqual(tokensOf('ＡＢＣ'), tokensOf('abc'));
    assert.deepEqual(tokensOf('1,200'), tokensOf('1200'));
  });

  it('cuts English endings', () => {
    assert.equal(stem('policies'), stem('policy'));
    assert.equal(stem('strengthened'), stem('strengthening'));
    assert.notEqual(stem('process'), stem('proceed'));
  });
});

describe('translationOf', () => {
  it('gives known words in the other language, whatever their form or script', () => {
    assert.equal(translationOf('Policies'), '政策');
    assert.equal(translationOf('農業'), 'agriculture agricultural');
    assert.equal(translationOf('zzz，嗡'), '');
  });
});

describe('sharedRuns', () => {
  it('gives the longest common stretches, as spans of the first text', () => {
    const text = '他说，森林覆盖率，持续提高了。';
    const [run, ...others] = sharedRuns(text, raw, 4);
    assert.ok(run);
    assert.equal(text.slice(run.start, run.end), '森林覆盖率，持续提高');
    assert.equal(run.length, 9);
    assert.equal(others.length, 0);
  });

  it('takes no part of a Latin word', () => {
    assert.deepEqual(sharedRuns('searches', 'research', 4), []);
  });
});
