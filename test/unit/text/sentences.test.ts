import assert from 'node:assert/strict';
import { sentences } from '../../../src/core/text/sentences';

const split = (text: string): string[] => sentences(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it('ends behind the closing mark', () => {
    assert.deepEqual(split('他说：“好。”我们走。'), ['他说：“好。”', '我们走。']);
  });
  it('keeps a quotation of several sentences in one', () => {
    assert.deepEqual(split('会议强调：“一要稳。二要进。”各地照办。'), ['会议强调：“一要稳。二要进。”', '各地照办。']);
  });
  it('does not trust a mark that is never closed', () => {
    assert.equal(split(`“一句。${'另一句话到这里。'.repeat(120)}`).length > 50, true);
  });
  it('does not end at a semicolon or inside a number', () => {
    assert.deepEqual(split('增长10.1%；下降2.5%。'), ['增长10.1%；下降2.5%。']);
  });
  it('splits English, abbreviations spared', () => {
    assert.deepEqual(split('Spending rose 10.1% in the U.S. and elsewhere. Dr. Li agreed. "Good." He left.'),
      ['Spending rose 10.1% in the U.S. and elsewhere.', 'Dr. Li agreed.', '"Good."', 'He left.']);
  });
});
