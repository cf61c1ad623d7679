import assert from 'node:assert/strict';
import { offersOf } from '../../../src/core/features/items';
import { snippetsOf } from '../../../src/core/features/snippets';
import { libraryOf } from '../../../src/core/library/buildLibrary';
import { readSource } from '../../../src/core/parse/readSource';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = { name: 'test', cut: (text: string) => [...segmenter.segment(text)].map((s) => s.segment) };
const offers = offersOf(libraryOf([
  readSource({ file: 'a.txt', text: '王五主席指出：“绿色发展是各国共同的道路，要坚持不懈地走下去。”李四主席强调：“每年投入100$或者{更多}，合作的道路才越走越宽广。”', catalogue: { title: '甲文', date: '2023-05-06' } }),
], words));

type Snippet = Readonly<Record<'scope' | 'description', string>> & { readonly prefix: string[]; readonly body: string[] };
const read = (style: string) => Object.values(JSON.parse(snippetsOf(offers, { style, language: 'markdown' })) as Record<string, Snippet>);

/** What VS Code makes of a body: places go, escaped characters stay. */
const expanded = (body: readonly string[]) => body.join('\n').replace(/\$\d/g, '').replace(/\\([\\$}])/g, '$1');

describe('snippets', () => {
  it('are one a quotation, found by its first characters and their initials', () => {
    const all = read('quotation');
    assert.equal(all.length, 2);
    assert.deepEqual(all[0]?.prefix, ['绿色发展是各', 'lsfzsg']);
    assert.equal(all[0]?.scope, 'markdown,plaintext,latex,tex');
    assert.match(all[0]?.description ?? '', /王五/);
    assert.equal(expanded(all[0]?.body ?? []), '“绿色发展是各国共同的道路，要坚持不懈地走下去。”');
  });

  it('hold the words to the letter, whatever a snippet would read in them', () => {
    assert.equal(expanded(read('bare')[1]?.body ?? []), '每年投入100$或者{更多}，合作的道路才越走越宽广。');
  });

  it('follow the style, notes at the end of the body', () => {
    assert.match(expanded(read('footnote')[0]?.body ?? []), /^王五主席指出：“[^”]+”\[\^1\]\n\n\[\^1\]: 甲文\[Z\]\. 2023-05-06\.\n$/);
  });
});
