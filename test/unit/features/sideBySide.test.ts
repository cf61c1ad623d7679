import assert from 'node:assert/strict';
import { sideBySide } from '../../../src/core/features/sideBySide';

const shown = (text: string, spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end));

describe('two wordings side by side', () => {
  for (const [what, draft, source, ours, theirs] of [
    ['the same words', '山高水长，路远。', '山高水长，路远', [], []],
    ['another word', '具有全球影响力的生态', '具有全球竞争力的生态', ['影响'], ['竞争']],
    ['words that share a letter', '第一力量，保护', '第一动力，保护', ['力量'], ['动力']],
    ['a lost negation', '而应该成为手段', '而不应该成为手段', [], ['不']],
    ['an added word', '要持续深入推进', '要持续推进', ['深入'], []],
    ['script, width and punctuation alone', '國際合作，共贏１２', '国际合作,共赢12', [], []],
    ['other words at the ends', '共同发展', '我们共同前进', ['发展'], ['我们', '前进']],
    ['nothing where the wordings have nothing in common', '甲'.repeat(150), '乙'.repeat(150), [], []],
  ] as const) {
    it(`marks ${what}`, () => {
      const marked = sideBySide(draft, source);
      assert.deepEqual([shown(draft, marked.draft), shown(source, marked.source)], [ours, theirs]);
    });
  }
});
