import assert from 'node:assert/strict';
import { readableOffset, readableSource } from '../../../src/core/features/readableSource';
import { readSource } from '../../../src/core/parse/readSource';

/** Furniture above and between, notes in the middle of the text: all of these stand at the end of the readable document. */
const TEXT = [
  '首页 > 新闻 > 正文', '', '港口城市要走在前面', '', '① 《港口文集》第 6 卷，某某出版社 1999 年版，第 316 页。', '',
  '港口的建设關(guān)系到全局和长远的发展。它也关系到每一个人的生活，这是多年的经验。', '', '版权所有 海滨网', '', '各地要把开放作为前提，扩大合作，造福各国人民。', '',
].join('\n');

describe('a place of a source in its readable document', () => {
  const source = readSource({ file: 'a.txt', text: TEXT });
  const readable = readableSource(source, 'zh-cn');
  const shown = (words: string, length = words.length) => {
    const start = source.raw.indexOf(words);
    return readable.markdown.slice(readableOffset(readable, start, false), readableOffset(readable, start + length, true));
  };
  it('is found for the text, and for what is set apart behind it', () => {
    assert.deepEqual(source.paragraphs.map(({ kind }) => kind), ['boilerplate', 'title', 'reference', 'body', 'boilerplate', 'body']);
    for (const words of ['港口城市要走在前面', '各地要把开放作为前提', '它也关系到每一个人的生活', '扩大合作', '港口的建设', '某某出版社']) assert.equal(shown(words), words);
    assert.equal(shown('新闻 ').trim(), '新闻');
    assert.equal(shown('版权所有 海滨网'), '版权所有 海滨网');
  });
  it('lies in the running text where something was taken out of it', () => {
    const at = readableOffset(readable, source.raw.indexOf('guān'), false);
    assert.ok(at > readable.markdown.indexOf('港口的建设') && at < readable.markdown.indexOf('各地要把'), String(at));
  });
  it('is the next words where it stands between paragraphs, and the end behind all of them', () => {
    assert.equal(readableOffset(readable, source.raw.indexOf('\n\n各地') + 1, false), readable.markdown.indexOf('各地要把'));
    assert.equal(readableOffset(readable, source.raw.length + 5, false), readable.markdown.length);
  });
});
