import assert from 'node:assert/strict';
import { layoutOfHtml } from '../../../src/core/parse/html/html';
import { readSource } from '../../../src/core/parse/readSource';
import type { Source } from '../../../src/core/library/types';

const BODY = '这里是一段足够长的正文，说明会议的背景、内容和意义，供测试段落划分之用，句子完整。';
const STATE = 'https://www.gov.cn/zhengce/2023-05/01/content_1.htm', MIRROR = 'https://www.example.com/a.html';
const page = (head: string): Source => { const text = `<html><head><title>关于港口的意见</title>${head}</head><body><h1>关于港口的意见</h1><p>${BODY}</p></body></html>`; return readSource({ file: 'a.html', text, layout: layoutOfHtml(text) }); };
const plain = (text: string, file = 'a.txt'): Source => readSource({ file, text });

describe('where a document says that it is from', () => {
  const cases: readonly (readonly [string, Source, string | null, number])[] = [
    ['the canonical address of a page', page(`<link rel="canonical" href="${STATE}">`), STATE, 3],
    ['og:url', page(`<meta property="og:url" content="${STATE}">`), STATE, 3],
    ['the canonical address before og:url', page(`<meta property="og:url" content="${MIRROR}"><link rel="shortcut canonical" href="${STATE}">`), STATE, 3],
    ['a mirror', page(`<link rel="canonical" href="${MIRROR}">`), MIRROR, 0],
    ['an address without a site', page('<link rel="canonical" href="/a.html">'), null, 0],
    ['another kind of link', page(`<link rel="stylesheet" href="${STATE}">`), null, 0],
    ['front matter', plain(`---\ntitle: 关于港口的意见\nurl: ${STATE}\n---\n\n${BODY}\n`, 'a.md'), STATE, 3],
    ['front matter that calls it the source', plain(`---\ntitle: 关于港口的意见\nsource: ${STATE}\n---\n\n${BODY}\n`, 'a.md'), STATE, 3],
    ['a line of a saved page', plain(`关于港口的意见\n\n${BODY}\n\n原文链接：${STATE}\n`), STATE, 3],
    ['a line above the title', plain(`${STATE}\n\n关于港口的意见\n\n${BODY}\n`), STATE, 3],
    ['an address in the running text', plain(`关于港口的意见\n\n${BODY}详见 ${STATE} 的说明。\n`), null, 0],
    ['several addresses', plain(`关于港口的意见\n\n${BODY}\n\n${STATE}\n\n${MIRROR}\n`), null, 0],
  ];
  for (const [name, { details, rank }, url, expected] of cases) {
    it(name, () => {
      assert.equal(details['url'] ?? null, url);
      assert.equal(rank, expected);
    });
  }
  it('gives its rank where the catalogue names the address', () => {
    assert.equal(readSource({ file: 'a.txt', text: `关于港口的意见\n\n${BODY}\n`, catalogue: { url: STATE } }).rank, 3);
    assert.equal(readSource({ file: 'a.txt', text: `关于港口的意见\n\n${BODY}\n`, catalogue: { url: STATE, rank: 1 } }).rank, 1);
  });
});
