import assert from 'node:assert/strict';
import { deserialize, serialize } from 'node:v8';
import { MOST_SOURCES, withSource } from '../../../src/core/extract/terms/candidate';
import { termEvidence } from '../../../src/core/extract/terms/evidence';
import { extractTerms, rankTerms } from '../../../src/core/extract/terms/extractTerms';
import { chooseTerms } from '../../../src/core/extract/terms/merge';
import { GramTable } from '../../../src/core/extract/terms/grams';
import { eachRun, RunWriter, wordsOf } from '../../../src/core/extract/terms/numbered';
import { RecurringRuns } from '../../../src/core/extract/terms/recurrent';
import { sliceOf, termUses } from '../../../src/core/extract/terms/uses';
import { hashedWords } from '../../../src/core/extract/terms/wordHash';
import type { Source } from '../../../src/core/library/types';
import { readSource } from '../../../src/core/parse/readSource';
import type { TermEvidence } from '../../../src/core/extract/terms/types';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenizer = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };

const sources: readonly Source[] = [
  readSource({ file: 'a.txt', text: '县域医共体是由县级医院牵头组建的医疗联合体。各地要建设“县域医共体”，推进分级诊疗制度（HRS）建设。\n会议通过《基层卫生条例》。' }),
  readSource({ file: 'b.txt', text: '縣域醫共體讓居民就近看病。分级诊疗制度旨在合理配置医疗资源。' }),
  readSource({ file: 'c.txt', text: 'The Rural Health Initiative (RHI) is a plan for clinics. RHI helps villages. Primary care network matters: the primary care network grows.' }),
];

describe('terms in steps', () => {
  const evidence = sources.map((s) => termEvidence(s, tokenizer));

  it('give what one call gives, with evidence and uses stored in between', () => {
    const stored = deserialize(serialize(evidence)) as TermEvidence[];
    const chosen = chooseTerms(stored);
    const uses = sources.map((s) => JSON.parse(JSON.stringify(termUses(s, chosen))) as ReturnType<typeof termUses>);
    const terms = rankTerms(chosen, uses, (source, place) => sliceOf(sources[source] as Source, place));
    assert.ok(terms.length >= 4, terms.map((t) => t.term).join(' '));
    assert.deepEqual(terms, extractTerms(sources, tokenizer));
  });

  it('read sources only for the places that a term shows', () => {
    const chosen = chooseTerms(evidence);
    const read = new Set<string>();
    const terms = rankTerms(chosen, sources.map((s) => termUses(s, chosen)), (source, place) => {
      const slice = sliceOf(sources[source] as Source, place);
      read.add(`${slice.file}:${slice.start}:${slice.end}`);
      return slice;
    });
    const shown = new Set(terms.flatMap((t) => [t.definition, t.context, ...t.uses]).flatMap((s) => (s ? [`${s.file}:${s.start}:${s.end}`] : [])));
    assert.deepEqual([...read].sort(), [...shown].sort());
  });

  it('know the same term in both scripts and count it in all sources', () => {
    const term = extractTerms(sources, tokenizer).find((t) => t.term === '县域医共体');
    assert.equal(term?.count, 3);
    assert.ok(term.variants.some((v) => v.kind === 'traditional' && v.form === '縣域醫共體'));
  });
});

describe('runs of words that come twice', () => {
  const run = (...words: string[]) => {
    const writer = new RunWriter();
    writer.run({ words, kinds: 'n'.repeat(words.length), joint: -1 });
    const { words: all, kinds, runs } = writer.written();
    return { words: hashedWords(wordsOf(all)), kinds, runs };
  };
  const cases: [string, ReturnType<typeof run>[], string[]][] = [
    ['what comes once is none', [run('碳汇', '交易', '机制')], []],
    ['and is one with another beside it', [run('碳汇', '交易', '机制'), run('碳汇', '交易', '机制')], ['碳汇交易机制']],
    ['however it is cut', [run('碳汇', '交易', '机制'), run('碳汇交易', '机制'), run('碳汇', '交易', '机制'), run('碳汇交易', '机制')], ['碳汇交易机制']],
    ['in either script', [run('碳匯', '交易', '機制'), run('碳汇', '交易', '机制'), run('碳匯', '交易', '機制'), run('碳汇', '交易', '机制')], ['碳汇交易机制']],
  ];
  for (const [what, runs, expected] of cases) {
    it(what, () => {
      const recurring = new RecurringRuns();
      for (const { words, runs: numbers } of runs) eachRun(numbers, (at, length, joint) => { recurring.add(words, numbers, at, length, joint); });
      const grams = new GramTable(recurring), candidates = new Map();
      runs.forEach(({ words, kinds, runs: numbers }, source) => eachRun(numbers, (at, length, joint) => { grams.add(words, kinds, numbers, at, length, joint, source); }));
      grams.collect(candidates);
      assert.deepEqual([...candidates.keys()], expected);
    });
  }

  it('count each source once, in any order, and no more than matter', () => {
    const of = (...sources: number[]) => sources.reduce<readonly number[]>(withSource, []);
    assert.deepEqual(of(1, 1, 4, 2, 4, 0, 2), [0, 1, 2, 4]);
    assert.equal(of(...Array.from({ length: MOST_SOURCES + 9 }, (_, i) => i)).length, MOST_SOURCES);
  });
});
