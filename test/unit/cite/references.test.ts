import assert from 'node:assert/strict';
import { numberReferences } from '../../../src/core/cite/references';

/** Cites a source where `|` stands; gives the whole draft. */
function cite(marked: string, citation: string, language: 'markdown' | 'plaintext' = 'markdown', others: readonly string[] = []): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { mark, edits, appendix } = numberReferences(text, language, { at, citations: [citation, ...others] });
  let result = text + appendix;
  for (const edit of [...edits, { start: at, end: at, newText: mark }].sort((a, b) => b.start - a.start)) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
}

function tidy(text: string): string {
  let result = text;
  for (const edit of [...numberReferences(text, 'markdown').edits].reverse()) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
}

describe('the numbered reference list', () => {
  it('begins with the first citation, grows in the order of the text, and holds each source once', () => {
    let draft = cite('第一句|。\n\n第二句。\n', '甲. 甲文[N].');
    assert.equal(draft, '第一句[1]。\n\n第二句。\n\n## 参考文献\n\n[1] 甲. 甲文[N].\n');
    draft = cite(draft.replace('第二句', '第二句|'), '乙. 乙文[J].');
    assert.equal(draft, '第一句[1]。\n\n第二句[2]。\n\n## 参考文献\n\n[1] 甲. 甲文[N].\n\n[2] 乙. 乙文[J].\n');
    draft = cite(draft.replace('。\n\n第二句', '。又一句|。\n\n第二句'), '丙. 丙文[M].');
    assert.equal(draft, '第一句[1]。又一句[2]。\n\n第二句[3]。\n\n## 参考文献\n\n[1] 甲. 甲文[N].\n\n[2] 丙. 丙文[M].\n\n[3] 乙. 乙文[J].\n');
    draft = cite(`|${draft}`, '乙. 乙文[J].');
    assert.equal(draft, '[1]第一句[2]。又一句[3]。\n\n第二句[1]。\n\n## 参考文献\n\n[1] 乙. 乙文[J].\n\n[2] 甲. 甲文[N].\n\n[3] 丙. 丙文[M].\n');
  });

  it('is one line an entry in plain text', () => {
    const draft = cite(cite('一|。二。', '甲[N].', 'plaintext').replace('二', '二|'), '乙[N].', 'plaintext');
    assert.equal(draft, '一[1]。二[2]。\n\n参考文献\n\n[1] 甲[N].\n[2] 乙[N].\n');
  });

  it('knows a source by its citation in another edition of the standard', () => {
    assert.equal(cite('一[1]，二|。\n\n# 参考文献\n\n[1] 甲, 2020.\n', '甲，2020.', 'markdown', ['甲, 2020.']), '一[1]，二[1]。\n\n# 参考文献\n\n[1] 甲, 2020.\n');
  });

  it('follows marks of several numbers', () => {
    const list = '\n\n## 参考文献\n\n[1] 甲.\n[2] 乙.\n[3] 丙.\n';
    assert.equal(cite(`|一[1-3]，二[1, 3]。${list}`, '丁.'), '[1]一[2-4]，二[2,4]。\n\n## 参考文献\n\n[1] 丁.\n[2] 甲.\n[3] 乙.\n[4] 丙.\n');
  });

  it('leaves alone what is no mark: links, footnotes, code, numbers that the list does not have', () => {
    const draft = (marks: string) => `${marks}\n\n## 参考文献\n\n`;
    assert.equal(cite(`|甲[1](x)、[^1]、\`[1]\`、[7]、图[1]。${draft('')}[1] 甲.\n`, '乙.'), `[1]甲[1](x)、[^1]、\`[1]\`、[7]、图[2]。${draft('')}[1] 乙.\n\n[2] 甲.\n`);
  });

  it('keeps to its lines in a draft of Windows', () => {
    assert.equal(cite('一|。二[1]。\r\n\r\n## 参考文献\r\n\r\n[1] 甲.\r\n', '乙.'), '一[1]。二[2]。\r\n\r\n## 参考文献\r\n\r\n[1] 乙.\n\n[2] 甲.\r\n');
  });

  it('is put in order when sentences have moved, and loses its doubles but no entry', () => {
    assert.equal(tidy('乙[2]，甲[1]，又甲[3]。\n\n## 参考文献\n\n[1] 甲.\n[2] 乙.\n[3] 甲.\n[4] 未引.\n'), '乙[1]，甲[2]，又甲[2]。\n\n## 参考文献\n\n[1] 乙.\n[2] 甲.\n[3] 未引.\n');
    for (const untouched of ['', '没有清单[1]。', '甲[1]。\n\n## 参考文献\n\n[1] 甲.\n']) assert.equal(tidy(untouched), untouched);
  });
});
