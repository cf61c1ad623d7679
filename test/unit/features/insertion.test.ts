import assert from 'node:assert/strict';
import { openMark } from '../../../src/core/features/fit';
import { insertionOf, type Insertable } from '../../../src/core/features/insertion';
import { unknownPlaceholders } from '../../../src/core/features/template';
import type { InsertOptions } from '../../../src/core/features/types';
import type { Source } from '../../../src/core/library/types';

const source: Source = {
  file: 'a.txt', raw: '', characters: 0, title: '开放之路', authors: ['甲一'], publication: '某日报', date: '2021-05-06', kind: 'newspaper', rank: 3, details: {},
  languages: ['zh-Hans'], paragraphs: [], removed: [], problems: [], references: {},
};
const quote: Insertable = {
  words: '开放合作是必由之路，要把“两个结合”落到实处。', attribution: '张明主席在开幕式上指出：', speaker: '张明', occasion: '开幕式', leadIn: null, date: '2021', source, key: 'jiayi2021kfzl', inline: false,
};
/** `|` is the cursor, `⟨…⟩` what is replaced. */
function insert(item: Insertable, draft: string, options: Partial<InsertOptions>): string {
  const at = draft.search(/[|⟨]/);
  const replaced = /⟨(.*?)⟩/.exec(draft)?.[1] ?? '';
  const text = draft.replace(/⟨(.*?)⟩|\|/, replaced);
  const place = { text, start: at, end: at + replaced.length };
  const { text: inserted, appendix, edits } = insertionOf(item, { style: 'quotation', language: 'markdown', ...options, place });
  let result = text + appendix;
  for (const edit of [...edits, { start: place.start, end: place.end, newText: inserted }].sort((a, b) => b.start - a.start)) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
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
    assert.equal(first, '一[^3]。\n\n二“扩大开放”[^4]。\n\n[^3]: 别处。\n[^4]: 甲一. 开放之路[N]. 某日报，2021-05-06.\n');
    const second = insert({ ...quote, words: '深化合作' }, `${first.slice(0, -1)}\n三|`, { style: 'footnote' });
    assert.equal(second.match(/\[\^4\]/g)?.length, 3);
    assert.equal(second.match(/\[\^5\]/), null);
    assert.match(insert({ ...quote, words: '扩大开放' }, '|', { style: 'footnote', language: 'latex' }), /^张明主席在开幕式上指出：“扩大开放”\\footnote\{甲一\. 开放之路\[N\][^}]*\}。$/);
    assert.equal(insert({ ...quote, words: '扩大开放' }, '|', { style: 'footnote', language: 'plaintext' }), '张明主席在开幕式上指出：“扩大开放”（甲一：《开放之路》，《某日报》2021年5月6日）。');
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

/** GB/T 15834—2011, B.2.1, and 4.8.3 for the level of the marks. */
describe('insertion fits its place', () => {
  const whole = { ...quote, words: '扩大开放。', attribution: '张明强调' };
  const table: readonly (readonly [what: string, item: Insertable, draft: string, expected: string, options?: Partial<InsertOptions>])[] = [
    ['a sentence of its own keeps its stop', whole, '|', '“扩大开放。”'],
    ['behind a colon', whole, '他指出：|', '他指出：“扩大开放。”'],
    ['behind a finished sentence', whole, '前面一句。|', '前面一句。“扩大开放。”'],
    ['behind a list mark', whole, '- |', '- “扩大开放。”'],
    ['behind the number of a paragraph', whole, '一、|', '一、“扩大开放。”'],
    ['behind a number in brackets', whole, '（二）|', '（二）“扩大开放。”'],
    ['part of a sentence that ends there', whole, '要坚持|', '要坚持“扩大开放”。'],
    ['at the end of a line of Windows', whole, '要坚持|\r\n后文', '要坚持“扩大开放”。\r\n后文'],
    ['before blanks at the end of a line', whole, '要坚持|  \n后文', '要坚持“扩大开放”。  \n后文'],
    ['part of a sentence that goes on', whole, '要坚持|的方针', '要坚持“扩大开放”的方针'],
    ['part of a sentence with its stop behind', whole, '要坚持|。', '要坚持“扩大开放”。'],
    ['a question keeps its mark', { ...quote, words: '怎样开放？' }, '他问到|这件事', '他问到“怎样开放？”这件事'],
    ['marks that are there, in a sentence that goes on', whole, '坚持“|”的方针', '坚持“扩大开放”的方针'],
    ['marks that are there, at the end', whole, '坚持“|”', '坚持“扩大开放”'],
    ['marks that are there, behind a colon', whole, '他说：“|”', '他说：“扩大开放。”'],
    ['an open mark', whole, '坚持“|', '坚持“扩大开放”。'],
    ['inside double marks the inner ones are single', quote, '他说：“|', '他说：“开放合作是必由之路，要把‘两个结合’落到实处。”'],
    ['inside single marks the inner ones are double again', quote, '他说：“有人讲‘|', '他说：“有人讲‘开放合作是必由之路，要把“两个结合”落到实处’。'],
    ['bare words that are part of a sentence', whole, '我们|是对的', '我们扩大开放是对的', { style: 'bare' }],
    ['bare words of their own', whole, '|', '扩大开放。', { style: 'bare' }],
    ['the attribution at the beginning', whole, '前文。|', '前文。张明强调：“扩大开放。”', { style: 'attributed' }],
    ['with a reference the words alone in mid-sentence', whole, '要坚持|的方针', '要坚持“扩大开放”（甲一：《开放之路》，《某日报》2021年5月6日）的方针', { style: 'note' }],
    ['with a reference and attribution at the beginning', whole, '|', '张明强调：“扩大开放。”（甲一：《开放之路》，《某日报》2021年5月6日）', { style: 'note' }],
    ['Pandoc', whole, '要坚持|', '要坚持“扩大开放”[@jiayi2021kfzl]。', { style: 'cite' }],
    ['LaTeX', whole, '要坚持|', '要坚持“扩大开放”\\cite{jiayi2021kfzl}。', { style: 'cite', language: 'latex' }],
    ['LaTeX numbers by itself', whole, '要坚持|', '要坚持“扩大开放”\\cite{jiayi2021kfzl}。', { style: 'numbered', language: 'latex' }],
  ];
  for (const [what, item, draft, expected, options] of table) it(what, () => assert.equal(insert(item, draft, options ?? {}), expected));
});

describe('templates of the user', () => {
  const whole = { ...quote, words: '扩大开放。', occasion: '某论坛', date: '2021-05' };
  const table: readonly (readonly [template: string, item: Insertable, expected: string])[] = [
    ['{date}，{speaker}在{occasion}上指出：{quotation}', whole, '2021年5月，张明在某论坛上指出：“扩大开放。”'],
    ['{日期}，{讲话人}在{场合}上指出：{引文}', whole, '2021年5月，张明在某论坛上指出：“扩大开放。”'],
    ['{?{date}，}{speaker}{?在{occasion}上}指出：{quotation}', { ...whole, occasion: null, date: null, source: { ...source, date: null } }, '张明指出：“扩大开放。”'],
    ['{?{date}，}{speaker}指出：{quotation}', { ...whole, date: null }, '张明指出：“扩大开放。”'],
    ['{?（{speaker}{?，{occasion}}）}{words}', { ...whole, speaker: null }, '扩大开放。'],
    ['{?（{speaker}{?，{occasion}}）}{words}', { ...whole, occasion: null }, '（张明）扩大开放。'],
    ['『{words}』——{title}', { ...quote, words: '要“两个结合”' }, '『要“两个结合”』——开放之路'],
    ['“{words}”，{year}', whole, '“扩大开放”，2021'],
    ['{quotation}{footnote}', whole, '“扩大开放。”[^1]\n\n[^1]: 甲一. 开放之路[N]. 某日报，2021-05-06.\n'],
    ['{quotation}[{key}] {citation}', whole, '“扩大开放。”[jiayi2021kfzl] 甲一. 开放之路[N]. 某日报，2021-05-06.'],
    ['{{words}} {nothing} {words}', { ...whole, words: '开放' }, '{words} {nothing} 开放'],
    ['no place', whole, 'no place'],
  ];
  for (const [template, item, expected] of table) {
    it(template, () => assert.equal(insert(item, '|', { style: '我的', template }), expected));
  }

  it('say what is unknown in them', () => {
    assert.deepEqual(unknownPlaceholders('{words}{nothing}{?{speaker}{none}}'), ['nothing', 'none']);
    assert.deepEqual(unknownPlaceholders('{原文}{'), []);
  });
});

describe('openMark', () => {
  it('knows the mark that is open in the paragraph', () => {
    assert.equal(openMark('他说：“一”，又说：「二'), '「');
    assert.equal(openMark('“一”'), null);
    assert.equal(openMark('“一\n二'), null);
  });
});
