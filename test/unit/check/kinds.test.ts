/** What kind of difference two wordings of one place make. */
import assert from 'node:assert/strict';
import { differenceKind } from '../../../src/core/check/quotation/kinds';

describe('a difference of one place', () => {
  const cases: [draft: string, source: string, before: string, after: string, kind: string][] = [
    ['可以', '应当', '各地', '先', 'modal'], ['当', '该', '应', '先', 'modal'], ['', '要', '我们', '坚', 'modal'], ['会', '能', '才', '成', 'modal'], ['将', '', '县里', '修', 'modal'],
    // Letters of other words.
    ['率', '能', '效', '，', 'wrong-character'], ['会', '区', '社', '的', 'wrong-character'], ['求', '点', '要', '是', 'wrong-character'], ['', '会', '社', '主', 'wording'], ['到', '得', '取', '成', 'wrong-character'],
    ['不', '', '并', '是', 'negation'], ['五', '四', '十', '个', 'figure'], ['了', '着', '带', '走', 'function-word'],
  ];
  for (const [draft, source, before, after, kind] of cases) it(`${before}[${draft}]${after} for ${before}[${source}]${after} is ${kind}`, () => assert.equal(differenceKind(draft, source, before, after), kind));
});
