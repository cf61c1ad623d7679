import assert from 'node:assert/strict';
import { align } from '../../../src/core/search/align';
import { forget, mostMatches, nearestIn, patternMasks, rowTable } from '../../../src/core/search/editDistance';
import { createFinder, findExact, findRegions, unitsOf, type Finder } from '../../../src/core/search/finder';
import { documentAt, partAt, partsOf, wordsBetween } from '../../../src/core/search/libraryText';
import { indexSources } from '../../../src/core/search/searchIndex';
import { type IndexPart } from '../../../src/core/library/types';
import { foldText } from '../../../src/core/text/fold';
import { sourceOf } from '../extract/quotesSource';

const first = '良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境。\n山水林田湖草沙要统筹治理。\n绿水青山就是金山银山。';
const second = '教育是国之大计、党之大计。绿水青山就是金山银山，这是共识。\nWe must protect the environment as we protect our eyes.';

function finderOf(...texts: string[]): Finder {
  return createFinder(indexSources(texts.map((raw, i) => sourceOf(raw, { file: `${i}.txt` }))));
}

const units = (text: string): Uint16Array => unitsOf(foldText(text));

/** Edit distance of a pattern to the nearest substring, by the book. */
function leastDistance(pattern: string, text: string): number {
  let row = new Array<number>(text.length + 1).fill(0);
  for (let i = 1; i <= pattern.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++) next.push(Math.min((row[j - 1] as number) + (pattern[i - 1] === text[j - 1] ? 0 : 1), (row[j] as number) + 1, (next[j - 1] as number) + 1));
    row = next;
  }
  return Math.min(...row);
}

/** A fixed sequence of numbers that looks random. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return state / 2 ** 32; };
}

describe('the folded text of the library', () => {
  const { index } = finderOf(first, second);

  it('tells the document of an offset and keeps documents apart', () => {
    const part = partAt(index, 0) as IndexPart;
    const start = part.segment.documents[1] as number;
    assert.equal(documentAt(part, start - 1), 0);
    assert.equal(documentAt(part, start), 1);
    assert.equal(part.segment.units[start - 1], 0);
    assert.equal(wordsBetween(index, start, start + 4), '教育是国');
  });

  it('gives the clean span of each paragraph that a span lies in', () => {
    const folded = foldText(first);
    const start = folded.indexOf('保护生态环境山水'), parts = partsOf(index, { start, end: start + 8 });
    assert.deepEqual(parts.map((p) => (index.sources[p.source]?.paragraphs[p.paragraph]?.text ?? '').slice(p.start, p.end)), ['保护生态环境', '山水']);
  });

  it('is empty for no sources', () => {
    const empty = finderOf();
    assert.deepEqual(findExact(empty, units('绿水青山')), []);
    assert.deepEqual(findRegions(empty, units('绿水青山就是'), 3, 40), []);
    assert.deepEqual(partsOf(empty.index, { start: 0, end: 3 }), []);
  });
});

describe('findExact', () => {
  const finder = finderOf(first, second);

  it('finds every place, across punctuation, script and width', () => {
    assert.equal(findExact(finder, units('绿水青山就是金山银山')).length, 2);
    assert.equal(findExact(finder, units('綠水青山,就是 金山銀山')).length, 2);
    assert.equal(findExact(finder, units('we must PROTECT the environment')).length, 1);
  });

  it('finds words over two paragraphs, not over two documents', () => {
    assert.equal(findExact(finder, units('保护生态环境山水林田湖草沙')).length, 1);
    assert.equal(findExact(finder, units('绿水青山就是金山银山教育是国之大计')).length, 0);
  });

  it('finds nothing for words that differ in one letter, or are too few', () => {
    assert.equal(findExact(finder, units('绿水青山就是金山银川')).length, 0);
    assert.equal(findExact(finder, units('青山')).length, 0);
  });
});

describe('findRegions', () => {
  const finder = finderOf(first, second);

  it('finds the stretch that holds changed words', () => {
    const [region] = findRegions(finder, units('良好的生态环境是普惠民生福祉，必须像爱护眼睛一样保护生态环境'), 1, 40);
    assert.equal(region?.document, 0);
    assert.equal(region?.distance, 4);
  });

  it('leaves its working space clean, so that a second call gives the same answer', () => {
    const span = units('山水林田湖草要系统治理');
    assert.deepEqual(findRegions(finder, span, 3, 40), findRegions(finder, span, 3, 40));
  });

  it('measures what the exhaustive distance is, for spans with a few errors anywhere in a larger text', () => {
    const random = sequence(7);
    const letter = (): string => String.fromCharCode(0x4e00 + Math.floor(random() * 400));
    const long = Array.from({ length: 4000 }, letter).join('');
    const large = finderOf(long);
    for (let n = 0; n < 40; n++) {
      const length = 15 + Math.floor(random() * 60), at = Math.floor(random() * (long.length - length));
      const letters = [...long.slice(at, at + length)];
      for (let e = 0; e < 1 + length / 12; e++) letters.splice(Math.floor(random() * letters.length), Math.floor(random() * 2), ...(random() < 0.6 ? [letter()] : []));
      const [region] = findRegions(large, units(letters.join('')), 1, 20);
      assert.equal(region?.distance, leastDistance(foldText(letters.join('')), foldText(long)), `span ${n}`);
    }
  });
});

describe('nearestIn', () => {
  it('agrees with the distance by the book, for patterns of one block and of several', () => {
    const random = sequence(3);
    const word = (length: number): string => Array.from({ length }, () => 'abcd'[Math.floor(random() * 4)]).join('');
    for (const length of [3, 31, 32, 33, 64, 100]) {
      const pattern = word(length), text = word(150);
      assert.equal(nearestIn(unitsOf(text), 0, text.length, patternMasks(unitsOf(pattern))).distance, leastDistance(pattern, text));
    }
  });
});

describe('mostMatches', () => {
  it('is the length of the longest common subsequence, for patterns of one block and of several', () => {
    const random = sequence(11);
    const word = (length: number): string => Array.from({ length }, () => 'abcdefgh'[Math.floor(random() * 8)]).join('');
    const byTheBook = (a: string, b: string): number => {
      let row = new Array<number>(b.length + 1).fill(0);
      for (const x of a) {
        const next = [0];
        for (let j = 1; j <= b.length; j++) next.push(x === b[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number));
        row = next;
      }
      return row.at(-1) as number;
    };
    const rows = rowTable();
    for (const length of [1, 5, 31, 32, 33, 64, 100]) {
      const pattern = unitsOf(word(length)), text = word(120), masks = patternMasks(pattern, rows);
      assert.equal(mostMatches(unitsOf(text), 0, text.length, masks), byTheBook(String.fromCharCode(...pattern), text));
      forget(masks, pattern);
    }
    assert.ok(rows.every((row) => row === 0));
  });
});

describe('align', () => {
  const on = (span: string, text: string) => align(unitsOf(span), unitsOf(text), 0, text.length);

  it('pairs equal letters and finds where the stretch begins and ends', () => {
    const { start, end, matches, cost, partner } = on('cde', 'abcdefg');
    assert.deepEqual([start, end, matches, cost, [...partner]], [2, 5, 3, 0, [2, 3, 4]]);
  });

  it('sees one wrong letter as one', () => {
    assert.equal(on('abXdef', 'zzabcdefzz').cost, 1);
  });

  it('makes one gap of a dropped clause', () => {
    const { matches, partner } = on('甲乙丙丁戊己庚辛', '甲乙丙丁一二三四五六七八九十一二三四五六七八九十戊己庚辛');
    assert.equal(matches, 8);
    assert.equal((partner[4] as number) - (partner[3] as number), 21);
  });

  it('gives added letters no partner', () => {
    assert.deepEqual([...on('甲乙加丙丁', '甲乙丙丁').partner], [0, 1, -1, 2, 3]);
  });
});
