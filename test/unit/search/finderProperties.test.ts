import assert from 'node:assert/strict';
import type { Source } from '../../../src/core/library/types';
import { buildSegment } from '../../../src/core/search/buildSegment';
import { createFinder, findExact, findRegions, nearLimit, unitsOf } from '../../../src/core/search/finder';
import { passageIndexOf, searchPassages } from '../../../src/core/search/passages';
import { indexSources, searchIndexOf } from '../../../src/core/search/searchIndex';
import { type SearchIndex } from '../../../src/core/library/types';
import { foldText } from '../../../src/core/text/fold';
import { sourceOf } from '../extract/quotesSource';

/** A fixed sequence of numbers that looks random. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
}

/** Documents that speak of few things in few words, so that everything resembles everything. */
function documents(random: () => number, count: number): Source[] {
  const pick = (n: number): number => Math.floor(random() * n);
  const words = Array.from({ length: 60 }, () => String.fromCharCode(...Array.from({ length: 1 + pick(3) }, () => 0x4e00 + pick(150))));
  return Array.from({ length: count }, (_, i) => {
    const lines = Array.from({ length: 1 + pick(6) }, () => Array.from({ length: 2 + pick(4) }, () => Array.from({ length: 2 + pick(6) }, () => words[pick(60)]).join('')).join('，') + '。');
    return sourceOf(lines.join('\n'), { file: `${i}.txt` });
  });
}

/** Least edit distance to any stretch of a document, by the book. */
function distanceByTheBook(pattern: string, texts: readonly string[]): number {
  let least = pattern.length;
  for (const text of texts) {
    let row = new Uint16Array(text.length + 1);
    for (let i = 1; i <= pattern.length; i++) {
      const next = new Uint16Array(text.length + 1);
      next[0] = i;
      for (let j = 1; j <= text.length; j++) next[j] = Math.min((row[j - 1] as number) + (pattern[i - 1] === text[j - 1] ? 0 : 1), (row[j] as number) + 1, (next[j - 1] as number) + 1);
      row = next;
    }
    least = Math.min(least, ...row);
  }
  return least;
}

/** A stretch of the documents with some letters lost, added or exchanged. */
function corrupted(random: () => number, sources: readonly Source[], length: number, edits: number): string | null {
  const pick = (n: number): number => Math.floor(random() * n);
  const folded = foldText((sources[pick(sources.length)] as Source).raw);
  if (folded.length < length) return null;
  const at = pick(folded.length - length + 1), letters = [...folded.slice(at, at + length)];
  for (let e = 0; e < edits; e++) letters.splice(pick(letters.length), pick(2), ...(random() < 0.6 ? [String.fromCharCode(0x4e00 + pick(400))] : []));
  return letters.join('');
}

function nearest(index: SearchIndex, words: string): number {
  const finder = createFinder(index);
  return findExact(finder, unitsOf(words)).length > 0 ? 0 : (findRegions(finder, unitsOf(words), 8, 40)[0]?.distance ?? Infinity);
}

describe('the finder, on what chance makes', () => {
  it('finds as near as exhaustive search does, whatever the edits', () => {
    const random = sequence(5), sources = documents(random, 24), index = indexSources(sources);
    const texts = sources.map(({ raw }) => foldText(raw));
    let near = 0;
    for (let n = 0; n < 80; n++) {
      const length = 9 + Math.floor(random() * 60);
      const words = corrupted(random, sources, length, Math.floor(random() * (1 + length / 6)));
      if (!words || words.length < 9) continue;
      const truth = distanceByTheBook(words, texts), found = nearest(index, words);
      if (truth > nearLimit(words.length)) { assert.ok(found >= truth, words); continue; }
      near++;
      assert.equal(found, truth, `${words} of ${words.length}`);
    }
    assert.ok(near > 30, `${near} near ones`);
  });

  it('finds short spans to the letter, and never nearer than anything stands', () => {
    const random = sequence(8), sources = documents(random, 12), index = indexSources(sources), texts = sources.map(({ raw }) => foldText(raw));
    for (let n = 0; n < 120; n++) {
      const words = corrupted(random, sources, 3 + Math.floor(random() * 6), n % 3 === 0 ? 1 : 0);
      if (!words || words.length < 3) continue;
      const truth = distanceByTheBook(words, texts);
      if (truth === 0) assert.equal(nearest(index, words), 0, words); else assert.ok(nearest(index, words) >= truth, words);
    }
  });

  it('answers the same however the documents lie in segments, and shows nothing of hidden ones', () => {
    const random = sequence(21), sources = documents(random, 18), whole = indexSources(sources);
    for (let n = 0; n < 20; n++) {
      const order = sources.map((_, i) => ({ i, at: random() })).sort((a, b) => a.at - b.at).map(({ i }) => i);
      const hidden = new Set(order.slice(0, 6)), cut = 1 + Math.floor(random() * 17);
      const groups = [order.slice(0, cut), order.slice(cut)].map((group) => ({ segment: buildSegment(group.map((i) => sources[i] as Source)), group }));
      const split = searchIndexOf(sources, groups.map(({ segment, group }) => ({ segment, sources: Int32Array.from(group) })));
      const part = searchIndexOf(sources, groups.map(({ segment, group }) => ({ segment, sources: Int32Array.from(group, (i) => (hidden.has(i) ? -1 : i)) })));
      const left = indexSources(sources.filter((_, i) => !hidden.has(i)));
      const words = corrupted(random, sources, 24, 3);
      if (!words) continue;
      assert.equal(nearest(split, words), nearest(whole, words));
      assert.equal(nearest(part, words), nearest(left, words));
      const best = (index: SearchIndex) => searchPassages(passageIndexOf(index), words, 5).map(({ passage, score }) => ({ file: passage.file, start: passage.start, score: Number(score.toFixed(2)) }));
      assert.deepEqual(best(split)[0], best(whole)[0]);
      assert.ok(best(part).every(({ file }) => !hidden.has(Number.parseInt(file, 10))));
    }
  });
});

describe('the finder, at the edges', () => {
  const index = indexSources(['江河湖海', '𠮷野家在河边，𠮷野家在海边。', '山'].map((text, i) => sourceOf(text, { file: `${i}.txt` })));

  it('takes a span that is longer than any document', () => {
    assert.equal(findExact(createFinder(index), unitsOf('江河湖海'.repeat(80))).length, 0);
    assert.ok((findRegions(createFinder(index), unitsOf('江河湖海'.repeat(80)), 3, 40)[0]?.distance ?? Infinity) >= 316);
  });

  it('takes characters beyond the basic plane', () => {
    assert.equal(findExact(createFinder(index), unitsOf(foldText('𠮷野家在'))).length, 2);
    assert.equal(findRegions(createFinder(index), unitsOf(foldText('𠮷野家在水边𠮷野家在海边')), 3, 40)[0]?.distance, 1);
  });

  it('takes spans of fewer than three letters, and an empty one', () => {
    for (const words of ['', '山', '江河']) {
      assert.deepEqual(findExact(createFinder(index), unitsOf(words)), []);
      assert.deepEqual(findRegions(createFinder(index), unitsOf(words), 3, 40), []);
    }
  });
});
