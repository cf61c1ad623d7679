import assert from 'node:assert/strict';
import { headOf, packBody, unpackBody } from '../../../src/core/library/body';
import { readOne } from '../../../src/core/library/buildLibrary';
import { layoutOfHtml } from '../../../src/core/parse/html/html';
import type { Source } from '../../../src/core/library/types';

const page = '<html><body><h1>某地的报告</h1><p>经费&amp;人员都增加了1.5&nbsp;倍，这是<b>第一</b>次。</p><img src="a.png" alt="图1 走势"></body></html>';
const sources: readonly (readonly [what: string, source: Source])[] = [
  ['an empty text', readOne({ file: 'a.txt', text: '' })],
  ['notes taken out, a cut paragraph', readOne({ file: 'a.txt', text: '國際科學(xué)技術(shù)合作是大趨勢\n\n—— 12 ——\n\n，各國都在推進。\n參考文獻\n[1] 某人. 某書. 2020.' })],
  ['damage', readOne({ file: 'a.txt', text: '讲话\n\n各国人民????????共同努力，锟斤拷推动合作走深走实。' })],
  ['markup', readOne({ file: 'a.html', text: page, layout: layoutOfHtml(page) })],
  ['rare characters', readOne({ file: 'a.txt', text: '𠮷野家的𠮷是上土下口。\ud800一半的字。' })],
];

describe('the body of a source', () => {
  for (const [what, source] of sources) {
    it(`is the same when it has been packed and unpacked: ${what}`, () => {
      const again = { ...headOf(source), ...unpackBody(structuredClone(packBody(source))) };
      assert.deepEqual(again, { ...source });
    });
  }

  it('keeps fields that it does not know', () => {
    const source = readOne({ file: 'a.txt', text: '第一段话是这样说的。\n\n第二段话是那样说的。' });
    const [first, second] = source.paragraphs;
    assert.ok(first && second);
    const more = { ...source, paragraphs: [first, { ...second, cells: [1, 2] }], removed: [{ start: 0, end: 1, raw: '第', reason: 'x', note: 'y' }] };
    assert.deepEqual(unpackBody(packBody(more)).paragraphs, more.paragraphs);
    assert.deepEqual(unpackBody(packBody(more)).removed, more.removed);
  });

  it('holds no text twice', () => {
    const text = '国际合作是大趋势，各国都在推进。'.repeat(100);
    const packed = packBody(readOne({ file: 'a.txt', text }));
    assert.deepEqual(packed.texts, packed.texts.map(() => null));
  });
});
