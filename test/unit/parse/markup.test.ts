import assert from 'node:assert/strict';
import { layoutOfHtml } from '../../../src/core/parse/html/html';
import type { Layout } from '../../../src/core/parse/layout';
import { readSource } from '../../../src/core/parse/readSource';
import { layoutOfTex } from '../../../src/core/parse/tex';

const read = (text: string, layout: (raw: string) => Layout) => readSource({ file: 'a', text, layout: layout(text) }).paragraphs.map((p) => [p.kind, p.text] as const);
const BODY = '各单位应当在六月底前完成目录编制，并把开放共享的情况作为评价的重要内容，做到应开尽开、能开尽开。';

describe('pages as converters write them', () => {
  const page = (body: string) => read(`<html><body><article><h1>关于开放仪器的意见</h1>${body}</article></body></html>`, layoutOfHtml);

  it('have rows of nothing but numbers in their tables, whatever the rows are called', () => {
    const found = page(`<p>${BODY}</p><table><thead><tr class="header"><th>年份</th><th>台数</th></tr></thead><tbody><tr class="odd"><td>2022</td><td>1200</td></tr><tr class="even"><td>2023</td><td>1800</td></tr></tbody></table><p>${BODY}</p>`);
    assert.deepEqual(found.filter(([kind]) => kind === 'table').map(([, text]) => text), ['年份\t台数', '2022\t1200', '2023\t1800']);
  });
  it('have marks of notes that are links, and links back', () => {
    const found = page(`<p>部长说：“开放才有伙伴。”<a href="#fn1" class="footnote-ref" role="doc-noteref">1</a>${BODY}</p><p>${BODY}<a href="#fn2" class="footnote-ref" role="doc-noteref"><sup>2</sup></a></p><section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>见会议文集，第12页。<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>`);
    assert.deepEqual(found.slice(1), [['body', `部长说：“开放才有伙伴。”${BODY}`], ['body', BODY], ['reference', '见会议文集，第12页。']]);
  });
});

describe('TeX as converters write it', () => {
  it('has names of places, definitions and heads of long tables that are no words', () => {
    const found = read(`\\begin{document}\n\\hypertarget{ux4e00}{%\n\\section{一、总体要求}\\label{ux4e00}}\n\n${BODY}\n\n\\begin{longtable}[]{@{}lr@{}}\n\\caption{表1 开放情况}\\tabularnewline\n\\toprule()\n年份 & 台数 \\\\\n\\midrule()\n\\endfirsthead\n\\toprule()\n年份 & 台数 \\\\\n\\midrule()\n\\endhead\n2022 & 1200 \\\\\n\\end{longtable}\n\n\\begin{enumerate}\n\\def\\labelenumi{\\arabic{enumi}.}\n\\tightlist\n\\item\n  建立分级的服务机制；\n\\end{enumerate}\n\\end{document}`, layoutOfTex);
    assert.deepEqual(found.map(([kind, text]) => `${kind} ${text.replace(/\s+/gu, ' ').trim()}`), ['heading 一、总体要求', `body ${BODY}`, 'caption 表1 开放情况', 'table 年份 台数', 'table 2022 1200', 'body 建立分级的服务机制；']);
  });
});
