import assert from 'node:assert/strict';
import { chance } from '../../bench/writing';
import { CONTENT_KINDS } from '../../../src/core/library/types';
import { foldText } from '../../../src/core/text/fold';
import { sourcesWith } from '../../../src/core/search/holders';
import { indexSources } from '../../../src/core/search/searchIndex';
import { readSource } from '../../../src/core/parse/readSource';

const sourceOf = (text: string, number: number) => readSource({ file: `${number}.txt`, text });

describe('the sources that hold words', () => {
  const sources = ['人类命运共同体是各国的共同事业。', '命运与共，共同发展。', 'Open data for all. 開放合作。', '人类\n\n命运'].map(sourceOf);
  const index = indexSources(sources);
  const cases: [string[], number[]][] = [
    [['人类命运共同体'], [0]], [['命运'], [0, 1, 3]], [['共同'], [0, 1]], [['opendata'], [2]], [['开放合作'], [2]], [['没有', '这样的'], []],
    [['事业', '发展'], [0, 1]], [['人'], []], [[''], []], [[], []],
  ];
  for (const [words, expected] of cases) it(`${words.join(' ') || 'nothing'}: ${expected.join()}`, () => { assert.deepEqual([...sourcesWith(index, words)].sort(), expected); });

  it('leaves out what is hidden, and finds what has been added since', () => {
    const [first, ...others] = sources, changed = sourceOf('另有事业。', 0);
    const now = indexSources([changed, ...others], index);
    assert.deepEqual([...sourcesWith(now, ['人类命运共同体'])], []);
    assert.deepEqual([...sourcesWith(now, ['事业'])].map((number) => now.sources[number]), [changed]);
    assert.ok(first);
  });

  it('are all that a reading of the texts would find', () => {
    const next = chance(7);
    const written = (longest: number) => Array.from({ length: 1 + Math.floor(next() * longest) }, () => '国际合作，'[Math.floor(next() * 5)] as string).join('');
    let held = 0;
    for (let turn = 0; turn < 200; turn++) {
      const all = Array.from({ length: 1 + Math.floor(next() * 6) }, (_, number) => sourceOf(`${written(12)}。`, number)), folded = foldText(written(5));
      const read = all.flatMap(({ paragraphs }, number) => (folded.length > 1 && paragraphs.some(({ text, kind }) => CONTENT_KINDS.has(kind) && foldText(text).includes(folded)) ? [number] : []));
      // Each text has one paragraph: nothing runs over two.
      assert.deepEqual([...sourcesWith(indexSources(all), [folded])].sort(), read);
      held += read.length;
    }
    assert.ok(held > 50);
  });
});
