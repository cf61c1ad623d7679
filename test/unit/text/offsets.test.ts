import assert from 'node:assert/strict';
import { OffsetMap } from '../../../src/core/text/offsets';

describe('OffsetMap', () => {
  // raw: 學(xué)習(xí)好 ; clean: 學習好
  const raw = '學(xué)習(xí)好';
  const map = OffsetMap.fromRuns([{ raw: 0, length: 1, attached: 5 }, { raw: 6, length: 1, attached: 4 }, { raw: 11, length: 1 }]);

  it('leads from clean to raw', () => {
    assert.equal(raw[map.toRaw(1)], '習');
    assert.equal(raw[map.toRaw(2)], '好');
    assert.equal(map.length, 3);
  });
  it('keeps attached noise with its character and no other', () => {
    assert.equal(raw.slice(map.span({ start: 0, end: 1 }).start, map.span({ start: 0, end: 1 }).end), '學(xué)');
    assert.equal(raw.slice(map.span({ start: 1, end: 3 }).start, map.span({ start: 1, end: 3 }).end), '習(xí)好');
  });
  it('leads back; a removed place leads to the next kept one', () => {
    assert.equal(map.toClean(6), 1);
    assert.equal(map.toClean(3), 1);
    assert.equal(map.toClean(99), 3);
  });
  it('is the identity where nothing was removed', () => {
    const same = OffsetMap.identity(10, 5);
    assert.deepEqual(same.span({ start: 2, end: 10 }), { start: 7, end: 15 });
  });
  it('bears an empty text', () => {
    const empty = OffsetMap.fromRuns([{ raw: 7, length: 0 }]);
    assert.equal(empty.length, 0);
    assert.deepEqual(empty.span({ start: 0, end: 0 }), { start: 7, end: 7 });
  });
});
