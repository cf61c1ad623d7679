import assert from 'node:assert/strict';
import { collect, holders, postingsBuilder, type Postings } from '../../../src/core/search/postings';
import { buildTrigramIndex, positionsOf, trigramBucket } from '../../../src/core/search/trigramIndex';

/** Numbers that look random, always the same ones. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state; };
}

/** What the lists say of a token: how often each passage holds it, told by sums in which length counts nothing. */
function timesOf(postings: Postings, token: number, passages: number): Map<number, number> {
  const scores = { of: new Float32Array(passages), touched: new Uint32Array(passages), count: 0 };
  const damping = Float64Array.of(1), once = Float64Array.of(0.5);
  collect(postings, token, { scores, base: 0, lengths: new Uint16Array(passages), idf: 1, damping, once, fresh: true });
  return new Map([...scores.touched.subarray(0, scores.count)].map((id) => [id, Math.round((scores.of[id] as number) / (1 - (scores.of[id] as number)))]));
}

describe('packed postings', () => {
  it('give back who holds a token and how often, over many batches', () => {
    // One token in every passage, one in every thousandth, one in a single passage, three hundred times; others by chance.
    const next = numbers(5), tokens = Array.from({ length: 40 }, () => next()), [every = 0, thousandth = 0, single = 0, ...others] = tokens;
    const builder = postingsBuilder(), passages = 70_000, wanted = new Map(tokens.map((token) => [token, new Map<number, number>()]));
    for (let id = 0; id < passages; id++) {
      const held = [every, ...(id % 1000 === 999 ? [thousandth] : []), ...(id === 69_999 ? Array.from({ length: 300 }, () => single) : [])];
      for (let n = next() % 4; n > 0; n--) held.push(others[next() % others.length] as number);
      for (const token of held) { const list = wanted.get(token) as Map<number, number>; list.set(id, (list.get(id) ?? 0) + 1); }
      builder.add({ values: Uint32Array.from(held), length: held.length });
    }
    const postings = builder.build();
    for (const [token, list] of wanted) {
      assert.equal(holders(postings, token).count, list.size);
      // More than 255 times is as good as 255 times.
      assert.deepEqual(timesOf(postings, token, passages), new Map([...list].map(([id, times]) => [id, Math.min(times, 255)])));
    }
  });

  it('say how many hold a token also where not all are listed', () => {
    const builder = postingsBuilder();
    for (let id = 0; id < 200; id++) builder.add({ values: Uint32Array.of(7 << 20, 9 << 20), length: 2 });
    const postings = builder.build([[7 << 20, 100_000]]);
    assert.deepEqual(holders(postings, 7 << 20), { count: 100_200, listed: false });
    assert.deepEqual(holders(postings, 9 << 20), { count: 200, listed: true });
    for (const token of [7 << 20, 9 << 20]) assert.equal(timesOf(postings, token, 200).size, 200);
  });

  it('are empty without passages, and where these hold nothing', () => {
    const none = postingsBuilder(), empty = postingsBuilder();
    empty.add({ values: new Uint32Array(4), length: 0 });
    for (const postings of [none.build(), empty.build()]) {
      assert.equal(postings.bytes.length, 0);
      assert.equal(holders(postings, 1).count, 0);
    }
  });
});

describe('the index of trigrams', () => {
  it('has every position of every trigram, in order, and none across a 0', () => {
    const next = numbers(9), units = Uint16Array.from({ length: 150_000 }, () => (next() >>> 8) % 60);
    const index = buildTrigramIndex(units), wanted = new Map<number, number[]>();
    for (let i = 0; i + 3 <= units.length; i++) {
      const [a = 0, b = 0, c = 0] = units.subarray(i, i + 3);
      if (a === 0 || b === 0 || c === 0) continue;
      const bucket = trigramBucket(a, b, c, index.bits), list = wanted.get(bucket);
      if (list) list.push(i); else wanted.set(bucket, [i]);
    }
    for (let bucket = 0; bucket < 2 ** index.bits; bucket++) assert.deepEqual([...positionsOf(index, bucket)], wanted.get(bucket) ?? []);
  });
});
