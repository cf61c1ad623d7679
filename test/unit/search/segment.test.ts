import assert from 'node:assert/strict';
import type { Source } from '../../../src/core/library/types';
import { buildSegment } from '../../../src/core/search/buildSegment';
import { createFinder, findExact, findRegions, unitsOf } from '../../../src/core/search/finder';
import { partsOf } from '../../../src/core/search/libraryText';
import { passageIndexOf, searchPassages } from '../../../src/core/search/passages';
import { indexSources, passagesOfSource, searchIndexOf } from '../../../src/core/search/searchIndex';
import { type SearchIndex } from '../../../src/core/library/types';
import { SEGMENT_ARRAYS, segmentFrom, type Segment, type SegmentArrayName } from '../../../src/core/search/segment';
import { foldText } from '../../../src/core/text/fold';
import { sourceOf } from '../extract/quotesSource';

const texts = [
  '森林覆盖率逐年提高。湿地得到保护。\n鱼𠮷在河里游。',
  '農村學校的教師待遇得到保障。鄉村孩子就近上學。',
  '',
  '水',
  'Research laboratories were opened in rural schools. Forests grow again.',
  '森林覆盖率逐年提高，这是各地努力的结果。湿地不再减少。',
];
const sources = texts.map((text, i) => sourceOf(text, { file: `${i}.txt` }));
const queries = ['森林覆盖率', '乡村教师的待遇', 'rural forest', '湿地', '𠮷', '水'];
const units = (text: string): Uint16Array => unitsOf(foldText(text));

/** An index of segments of these sources each, however they are grouped. */
function grouped(groups: readonly (readonly number[])[], all: readonly Source[] = sources): SearchIndex {
  return searchIndexOf(all, groups.map((group) => ({ segment: buildSegment(group.map((i) => all[i] as Source)), sources: Int32Array.from(group) })));
}

const placesOf = (index: SearchIndex, query: string) => findExact(createFinder(index), units(query))
  .flatMap((span) => partsOf(index, span)).map((p) => `${p.source} ${p.paragraph} ${p.start}`).sort();
const found = (index: SearchIndex, query: string) => searchPassages(passageIndexOf(index), query, 4)
  .map(({ passage: { file, start, text }, score }) => ({ file, start, text, score: score.toFixed(3) }));
const regions = (index: SearchIndex, query: string) => findRegions(createFinder(index), units(query), 3, 8).map(({ document, distance }) => ({ document, distance }));

describe('a segment', () => {
  const segment = buildSegment(sources);
  const bytesOf = (from: Segment) => (name: SegmentArrayName): Uint8Array<ArrayBuffer> => {
    const { buffer, byteOffset, byteLength } = from[name];
    return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength));
  };

  it('comes back from its bytes as it was, wherever they lie', () => {
    assert.deepEqual(segmentFrom(bytesOf(segment)), segment);
    const odd = (name: SegmentArrayName): Uint8Array<ArrayBuffer> => {
      const bytes = bytesOf(segment)(name), room = new Uint8Array(bytes.length + 1);
      room.set(bytes, 1);
      return room.subarray(1);
    };
    assert.deepEqual(segmentFrom(odd), segment);
  });

  it('is refused when an array is missing, torn or of another segment', () => {
    const other = buildSegment(sources.slice(0, 2));
    for (const name of Object.keys(SEGMENT_ARRAYS) as SegmentArrayName[]) {
      assert.equal(segmentFrom((asked) => (asked === name ? undefined : bytesOf(segment)(asked))), null, name);
      assert.equal(segmentFrom((asked) => bytesOf(segment)(asked).slice(0, asked === name ? -1 : undefined)), null, name);
    }
    assert.equal(segmentFrom((asked) => bytesOf(asked === 'units' ? other : segment)(asked)), null);
  });

  it('stands for no documents, empty ones and such of one letter', () => {
    for (const documents of [[], [sources[2]], [sources[3]]] as Source[][]) {
      const index = grouped([documents.map((_, i) => i)], documents);
      assert.ok(queries.every((query) => query === '水' || found(index, query).length === 0));
      assert.deepEqual(placesOf(index, '森林覆盖率'), []);
      assert.deepEqual(regions(index, '森林覆盖率'), []);
    }
  });
});

describe('an index of several segments', () => {
  const whole = grouped([[0, 1, 2, 3, 4, 5]]);

  it('answers as one, however the documents are split', () => {
    for (const split of [grouped([[0, 1, 2], [3, 4, 5]]), grouped([[5, 3], [1, 0], [4, 2]]), grouped([[0], [1], [2], [3], [4], [5]])]) {
      for (const query of queries) {
        assert.deepEqual(placesOf(split, query), placesOf(whole, query));
        assert.deepEqual(new Set(found(split, query).map((p) => JSON.stringify(p))), new Set(found(whole, query).map((p) => JSON.stringify(p))));
      }
      assert.deepEqual(regions(split, '森林的覆盖率逐步提高')[0]?.distance, regions(whole, '森林的覆盖率逐步提高')[0]?.distance);
    }
  });

  it('shows nothing of a hidden document', () => {
    const index = searchIndexOf(sources, [{ segment: buildSegment(sources), sources: Int32Array.from([-1, 1, 2, 3, 4, 5]) }]);
    const files = found(index, '森林覆盖率').map(({ file }) => file);
    assert.equal(files[0], '5.txt');
    assert.ok(!files.includes('0.txt'));
    assert.deepEqual(placesOf(index, '森林覆盖率'), ['5 0 0']);
    assert.ok(regions(index, '森林的覆盖率逐步提高').every(({ document }) => document !== 0));
    assert.deepEqual(passagesOfSource(index, sources[0] as Source), []);
  });
});

describe('indexSources', () => {
  it('keeps the segments of what has not changed, and follows what has', () => {
    const many = Array.from({ length: 40 }, (_, i) => sourceOf(`第${i}号文件说明了许多事情。湿地在第${i}年得到保护。`, { file: `m${i}.txt` }));
    let sourcesNow: Source[] = [...many, ...sources];
    let index = indexSources(sourcesNow);
    const base = index.parts[0]?.segment;
    const changed = sourceOf('高原湖泊的水质明显好转。', { file: '0.txt' });
    sourcesNow = sourcesNow.map((source) => (source.file === '0.txt' ? changed : source)).filter(({ file }) => file !== '5.txt');
    index = indexSources(sourcesNow, index);
    assert.equal(index.parts[0]?.segment, base);
    assert.equal(index.parts.length, 2);
    assert.deepEqual(placesOf(index, '森林覆盖率'), []);
    assert.equal(found(index, '高原湖泊')[0]?.file, '0.txt');
    assert.equal(passagesOfSource(index, many[7] as Source)[1]?.text, '湿地在第7年得到保护。');
    assert.equal(indexSources(sourcesNow, index).parts.length, 2);
  });

  it('merges small segments, so that many changes leave few', () => {
    let now: Source[] = Array.from({ length: 64 }, (_, i) => sourceOf(`第${i}号文件，说明事情的由来和经过。`, { file: `${i}.txt` }));
    let index = indexSources(now);
    for (let i = 0; i < 64; i++) {
      now = now.map((source, n) => (n === i ? sourceOf(`第${i}号文件改了，说明改动的由来。`, { file: `${i}.txt` }) : source));
      index = indexSources(now, index);
      assert.ok(index.parts.length <= 5, `${index.parts.length} segments`);
    }
    for (const [i, source] of now.entries()) assert.equal(passagesOfSource(index, source)[0]?.text, `第${i}号文件改了，说明改动的由来。`);
  });

  it('follows documents that come, go, change places and change, wherever they stand', () => {
    const made = (i: number): Source => sourceOf(`编号${i}的湿地在第${i}年得到保护，水鸟第${i}次归来。`, { file: `${i}.txt` });
    const many = Array.from({ length: 12 }, (_, i) => made(i)), fresh = made(77);
    const [first, ...rest] = many as [Source, ...Source[]];
    const tables: Record<string, Source[]> = {
      'one comes first': [fresh, ...many], 'one comes last': [...many, fresh], 'one comes between': [...many.slice(0, 5), fresh, ...many.slice(5)],
      'the first goes': rest, 'the last goes': many.slice(0, -1), 'two go': many.filter((_, i) => i !== 3 && i !== 8),
      'one changes': many.map((s, i) => (i === 6 ? fresh : s)), 'two change': many.map((s, i) => (i === 2 || i === 9 ? made(100 + i) : s)),
      'one goes and another comes behind it': [...many.slice(0, 2), ...many.slice(3, 8), fresh, ...many.slice(8)],
      'turned round': [...many].reverse(), 'the first moves to the end': [...rest, first], 'all go': [], 'others come': [made(50), made(51)],
    };
    for (const [what, after] of Object.entries(tables)) {
      const index = indexSources(after, indexSources(many)), finder = createFinder(index);
      for (const source of new Set([...many, ...after])) {
        const files = findExact(finder, units(source.raw)).flatMap((span) => partsOf(index, span)).map((part) => after[part.source]?.file);
        assert.deepEqual(files, after.includes(source) ? [source.file] : [], `${what}: ${source.file}`);
      }
    }
  });
});
