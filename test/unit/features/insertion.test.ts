import assert from 'node:assert/strict';
import { insertionOf, openMark, type Insertable } from '../../../src/core/features/insertion';
import type { InsertOptions } from '../../../src/core/features/types';
import type { Source } from '../../../src/core/library/types';

const source: Source = {
  file: 'a.txt', raw: '', characters: 0, title: '开放之路', authors: ['甲一'], publication: '某日报', date: '2021-05-06', kind: 'newspaper', rank: 3, details: {},
  languages: ['zh-Hans'], paragraphs: [], removed: [], problems: [], references: {},
};
const quote: Insertable = {
  words: '开放合作是必由之路，要把“两个结合”落到实处。', attribution: '张明主席在开幕式上指出：', speaker: '张明', occasion: '开幕式', leadIn: null, date: '2021', source, inline: false,
};
/** `|` is the cursor, `⟨…⟩` what is replaced. */
function insert(item: Insertable, draft: string, options: Partial<InsertOptions>): string {
  const at = draft.search(/[|⟨]/);
  const replaced = /⟨(.*?)⟩/.exec(draft)?.[1] ?? '';
  const text = draft.replace(/⟨(.*?)⟩|\|/, replaced);
  const place = { text, start: at, end: at + replaced.length };
  const { text: inserted, appendix } = insertionOf(item, { style: 'quotation', language: 'markdown', ...options, place });
  return text.slice(0, at) + inserted + text.slice(place.end) + appendix;
}

describe('insertion', () => {
  it('sets bare words, a quotation, a quotation with attribution', () => {
    assert.equal(insert(quote, '|', { style: 'bare' }), quote.words);
    assert.equal(insert(quote, '|', {}), '“开放合作是必由之路，要把‘两个结合’落到实处。”');
    assert.equal(insert(quote, '|', { style: 'attributed' }), '张明主席在开幕式上指出：“开放合作是必由之路，要把‘两个结合’落到实处。”');
  });

  it('ends an attributed sentence where the words do not', () => {
    const item = { ...quote, words: '开放合作是必由之路' };
    assert.equal(insert(item, '|', { style: 'attributed' }), '张明主席在开幕式上指出：“开放合作是必由之路”。');
    assert.equal(insert(item, '|。', { style: 'attributed' }), '张明主席在开幕式上指出：“开放合作是必由之路”。');
  });

  it('keeps words before the opening mark that belong to the sentence', () => {
    assert.equal(insert({ ...quote, words: '扩大开放', leadIn: '要', attribution: '张明强调' }, '|', { style: 'attributed' }), '张明强调，要“扩大开放”。');
  });

  it('names the speaker, else the source, where the source has no attribution', () => {
    const words = '扩大开放。';
    assert.equal(insert({ ...quote, words, attribution: null }, '|', { style: 'attributed' }), '张明指出：“扩大开放。”');
    assert.equal(insert({ ...quote, words, attribution: null, speaker: null, source: { ...source, authors: [] } }, '|', { style: 'attributed' }), '《开放之路》指出：“扩大开放。”');
  });

  it('doubles no mark and no stop that is there already', () => {
    assert.equal(insert({ ...quote, words: '扩大开放。' }, '他说：“|”', {}), '他说：“扩大开放。”');
    assert.equal(insert({ ...quote, words: '扩大开放。' }, '他说：“|”。', {}), '他说：“扩大开放”。');
    assert.equal(insert({ ...quote, words: '扩大开放' }, '他说：“|', {}), '他说：“扩大开放”');
    assert.equal(insert({ ...quote, words: '扩大开放。' }, '他说|，我们', {}), '他说“扩大开放”，我们');
    assert.equal(insert({ ...quote, words: '扩大开放。' }, '张明指出：|', { style: 'attributed' }), '张明指出：“扩大开放。”');
  });

  it('sets a block in each language', () => {
    const item = { ...quote, words: '扩大开放。' };
    assert.equal(insert(item, '前文|', { style: 'block' }), '前文\n\n> 扩大开放。\n>\n> ——张明，甲一：《开放之路》，《某日报》2021年5月6日\n');
    assert.match(insert(item, '|', { style: 'block', language: 'latex' }), /^\\begin\{quote\}\n扩大开放。[\s\S]*\\end\{quote\}\n$/);
    assert.match(insert(item, '|', { style: 'block', language: 'plaintext' }), /^　　扩大开放。\n　　——张明/);
  });

  it('numbers footnotes on and uses the footnote of a source again', () => {
    const first = insert({ ...quote, words: '扩大开放' }, '一[^3]。\n\n二|。\n\n[^3]: 别处。\n', { style: 'footnote' });
    assert.equal(first, '一[^3]。\n\n二“扩大开放”[^4]。\n\n[^3]: 别处。\n[^4]: 甲一. 开放之路[N]. 某日报, 2021-05-06.\n');
    const second = insert({ ...quote, words: '深化合作' }, `${first.slice(0, -1)}\n三|`, { style: 'footnote' });
    assert.equal(second.match(/\[\^4\]/g)?.length, 3);
    assert.equal(second.match(/\[\^5\]/), null);
    assert.match(insert({ ...quote, words: '扩大开放' }, '|', { style: 'footnote', language: 'latex' }), /^“扩大开放”\\footnote\{甲一\. 开放之路\[N\]/);
    assert.equal(insert({ ...quote, words: '扩大开放' }, '|', { style: 'footnote', language: 'plaintext' }), '“扩大开放”（甲一：《开放之路》，《某日报》2021年5月6日）');
  });

  it('writes Traditional with corner marks', () => {
    assert.equal(insert(quote, '|', { script: 'traditional' }), '「開放合作是必由之路，要把『兩個結合』落到實處。」');
  });

  it('puts terms into the running text', () => {
    assert.equal(insert({ ...quote, words: '国际科技合作', inline: true }, '加强⟨国际⟩', { style: 'block' }), '加强国际科技合作');
  });

  it('escapes what LaTeX would read', () => {
    assert.equal(insert({ ...quote, words: 'R&D占2.5%' }, '|', { style: 'bare', language: 'latex' }), 'R\\&D占2.5\\%');
  });

  it('leaves English words their apostrophes', () => {
    const item = { ...quote, words: 'We should share the world’s progress.', attribution: 'Zhang said', speaker: 'Zhang' };
    assert.equal(insert(item, '|', { style: 'attributed' }), 'Zhang said, “We should share the world’s progress.”');
  });
});

describe('openMark', () => {
  it('knows the mark that is open in the paragraph', () => {
    assert.equal(openMark('他说：“一”，又说：「二'), '「');
    assert.equal(openMark('“一”'), null);
    assert.equal(openMark('“一\n二'), null);
  });
});
