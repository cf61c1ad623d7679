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
    assert.deepEqual(found.slice(1), [['body', `部长说：“开放才有伙伴。”${BODY}`], ['body', BODY], ['reference', '1. 见会议文集，第12页。']]);
  });
});

describe('lists and tables of pages', () => {
  const page = (body: string) => read(`<html><body><article><h1>关于开放仪器的意见</h1><p>${BODY}</p>${body}</article></body></html>`, layoutOfHtml).slice(2).map(([, text]) => text);
  for (const [name, body, expected] of [
    ['items with the numbers that are shown', '<ol><li>建立目录制度；</li><li><p>建立考核制度；</p><ol type="A"><li>按年考核；</li></ol></li><li value="7">自定目标；</li></ol>', ['1. 建立目录制度；', '2. 建立考核制度；', 'A. 按年考核；', '7. 自定目标；']],
    ['no number twice, and none that is hidden', '<ol><li>1. 建立目录制度；</li><li>（二）建立考核制度；</li></ol><ol style="list-style: none"><li>自定目标；</li></ol><ul><li>按年考核；</li></ul>', ['1. 建立目录制度；', '（二）建立考核制度；', '自定目标；', '按年考核；']],
    ['what was deleted is left out', `<p>新的话<del>旧的话</del>留下来，句子由此接上，前后都不缺少。</p>`, ['新的话留下来，句子由此接上，前后都不缺少。']],
    ['notes with Roman numbers, where the page says that they are notes', '<p>经费由市财政予以保障<sup><a class="sdendnoteanc" href="#sdendnote1sym"><sup>i</sup></a></sup>，不另行申请，也不摊派。</p><div id="sdendnote1"><p><a class="sdendnotesym" href="#a">i</a> 见预算。</p></div>', ['经费由市财政予以保障，不另行申请，也不摊派。', 'i 见预算。']],
    ['cells over several columns and rows', '<table><tr><th rowspan="2">地区</th><th colspan="2">2021年</th><th colspan="2">2022年</th></tr><tr><th>仪器</th><th>企业</th><th>仪器</th><th>企业</th></tr><tr><td>东城区</td><td>12</td><td>3</td><td>18</td><td>4</td></tr><tr><td colspan="5">按用途分</td></tr><tr><td rowspan="2">科研</td><td>5</td><td>1</td><td>6</td><td>2</td></tr><tr><td>7</td><td>2</td><td>8</td><td>3</td></tr></table>',
      ['地区\t2021年\t\t2022年', '\t仪器\t企业\t仪器\t企业', '东城区\t12\t3\t18\t4', '按用途分', '科研\t5\t1\t6\t2', '\t7\t2\t8\t3']],
  ] as const) it(name, () => assert.deepEqual(page(body).map((text) => text.replace(/\t+$/u, '')), expected));
});

describe('TeX as converters write it', () => {
  it('has names of places, definitions and heads of long tables that are no words', () => {
    const found = read(`\\begin{document}\n\\hypertarget{ux4e00}{%\n\\section{一、总体要求}\\label{ux4e00}}\n\n${BODY}\n\n\\begin{longtable}[]{@{}lr@{}}\n\\caption{表1 开放情况}\\tabularnewline\n\\toprule()\n年份 & 台数 \\\\\n\\midrule()\n\\endfirsthead\n\\toprule()\n年份 & 台数 \\\\\n\\midrule()\n\\endhead\n2022 & 1200 \\\\\n\\end{longtable}\n\n\\begin{enumerate}\n\\def\\labelenumi{（\\arabic{enumi}）}\n\\tightlist\n\\item\n  建立分级的服务机制；\n\\end{enumerate}\n\\end{document}`, layoutOfTex);
    assert.deepEqual(found.map(([kind, text]) => `${kind} ${text.replace(/\s+/gu, ' ').trim()}`), ['heading 一、总体要求', `body ${BODY}`, 'caption 表1 开放情况', 'table 年份 台数', 'table 2022 1200', 'body （1）建立分级的服务机制；']);
  });

  for (const [name, body, expected] of [
    ['numbers with their signs in formulas', '增长$12.5\\%$，占比由$2.1\\%\\sim 3.4\\%$，误差$\\pm 5$，能力$10^{6}$次，$R^2=0.93$，2015--2020年。', ['增长12.5%，占比由2.1%～3.4%，误差±5，能力10⁶次，R²=0.93，2015–2020年。']],
    ['a formula that no line can show as it is written', `${BODY}取$\\frac{a}{b}$。`, [`${BODY}取\\frac{a}{b}。`]],
    ['numbers of lists, and of references', '\\begin{enumerate}[label=（\\arabic*）]\\item 甲项要求；\\item 乙项要求。\\end{enumerate}\\begin{thebibliography}{9}\\bibitem{a} 王晓明. 数据论[M].\\bibitem{b} 李文涛. 开放论[J].\\end{thebibliography}', ['（1）甲项要求；', '（2）乙项要求。', '[1] 王晓明. 数据论[M].', '[2] 李文涛. 开放论[J].']],
    ['no options of environments', '\\begin{table}[htbp]\\caption{表1 情况}\\begin{tabular}{l|cc}\\multirow{2}{*}{地区} & \\multicolumn{2}{c}{2021年} \\\\\n & 仪器 & 企业 \\\\\n东城区 & 12 & -- \\\\\n\\end{tabular}\\end{table}', ['表1 情况', '地区\t2021年', '\t仪器\t企业', '东城区\t12\t–']],
  ] as const) it(name, () => assert.deepEqual(read(`\\begin{document}\n${body}\n\\end{document}`, layoutOfTex).map(([, text]) => text.replace(/ *\t */gu, '\t').trimEnd()), expected));
  it('has notes in its title and raised marks behind its authors', () => {
    const text = '\\title{开放的成效\\thanks{市软科学项目。}}\\author{王晓明\\textsuperscript{1}}\\begin{document}\\maketitle\n' + BODY + '\n\\end{document}';
    const source = readSource({ file: 'a.tex', text, layout: layoutOfTex(text) });
    assert.deepEqual([source.title, source.authors], ['开放的成效', ['王晓明']]);
  });
});
