/** Generated drafts over an invented library: every kind of corruption is found, mended and nothing right is flagged. See test/generator. */
import assert from 'node:assert/strict';
import { buildLibrary } from '../../../src/core/library/buildLibrary';
import { casesOf } from '../../generator/cases';
import { inventedFiles } from '../../generator/invented';
import { measure, type Measured, type Row } from '../../generator/measure';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const tokenizer = { name: 'intl', cut: (text: string) => Array.from(segmenter.segment(text), (part) => part.segment) };

describe('generated drafts', function () {
  this.timeout(20_000);
  let measured: Measured;
  before(() => {
    const library = buildLibrary(inventedFiles(), tokenizer);
    measured = measure(library, casesOf(library, 5, 11));
  });
  const rows = (like: RegExp): Row[] => measured.rows.filter(({ name }) => like.test(name));
  const share = (list: readonly Row[], key: 'verdict' | 'recall' | 'exact' | 'severity' | 'kind'): number => list.reduce((n, r) => n + r[key], 0) / list.reduce((n, r) => n + r.cases, 0);
  const misses = (like: RegExp): string => measured.misses.filter((miss) => like.test(miss)).slice(0, 6).join('\n');

  it('have all kinds', () => {
    const kinds = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C12', 'C13', 'C14', 'C15', 'form C16', 'form Q1', 'form Q2', 'form Q3', 'form Q5', 'form Q7', 'Q8', 'Q9', 'Q10'];
    assert.deepEqual(kinds.filter((kind) => !measured.rows.some(({ name, cases }) => name.startsWith(`${kind} `) || (name.startsWith(`${kind},`) && cases > 0))), []);
  });
  it('corruptions are found: negations and figures always, the others in 99 of 100', () => {
    assert.equal(share(rows(/^C[56] /), 'recall'), 1, misses(/^C[56] /));
    assert.ok(share(rows(/^C(?:[1-9]|15) /), 'recall') >= 0.99, misses(/^C(?:[1-9]|15) /));
    assert.ok(share(rows(/^C10 /), 'recall') >= 0.95, misses(/^C10 /));
  });
  it('the place is exact, the severity and the name right', () => {
    const all = rows(/^C(?:[1-9]|15) /), why = misses(/^C(?:[1-9]|15) /);
    for (const key of ['exact', 'severity', 'kind'] as const) assert.ok(share(all, key) >= 0.98, `${key} ${share(all, key)}\n${why}`);
    assert.equal(share(rows(/^C[56] /), 'severity'), 1, misses(/^C[56] /));
  });
  it('the preferred fix gives the source’s words and touches nothing else', () => {
    const mendable = measured.rows.filter((r) => r.mendable > 0);
    assert.ok(mendable.reduce((n, r) => n + r.mended, 0) >= 0.99 * mendable.reduce((n, r) => n + r.mendable, 0), misses(/^C/));
  });
  it('what is right is silent and called right', () => {
    const right = measured.rows.filter(({ name }) => !/^C(?:[1-9]|10|11|15) |^two places/.test(name));
    assert.equal(right.reduce((n, r) => n + r.alarms, 0), 0, misses(/.*/));
    assert.equal(share(right, 'verdict'), 1, misses(/.*/));
  });
});
