import assert from 'node:assert/strict';
import { parseDraft } from '../../../src/core/check/draft';
import { proseOf } from '../../../src/core/check/prose';
import type { DraftLanguage } from '../../../src/core/check/types';

const quoted = (text: string, language: DraftLanguage): string[] => parseDraft({ text, language }).quoted.map((q) => q.text);

describe('quotations of a draft', () => {
  const found: [language: DraftLanguage, text: string, words: string[]][] = [
    ['markdown', '他说：“甲乙丙丁。”又说：“戊己庚辛。”', ['甲乙丙丁。', '戊己庚辛。']],
    ['markdown', '他说：“甲乙‘丙丁’戊己”。', ['甲乙‘丙丁’戊己']],
    ['markdown', '他說：「甲乙『丙丁』戊己」。', ['甲乙『丙丁』戊己']],
    ['plaintext', 'He said "the roof leaks" and left.', ['the roof leaks']],
    ['markdown', '# 题\r\n\r\n他说：“甲乙\r\n丙丁。”\r\n\r\n> 戊己庚辛，\r\n> 壬癸。\r\n', ['甲乙丙丁。', '戊己庚辛，壬癸。']],
    ['markdown', '他说：\n\n“甲乙丙丁。\n\n“戊己庚辛。”\n', ['甲乙丙丁。戊己庚辛。']],
    ['markdown', '他说：\n\n“甲乙丙丁。\n\n戊己庚辛。”\n', ['甲乙丙丁。戊己庚辛。']],
    ['markdown', '“The roof leaks.\n\n“The door is shut.”\n', ['The roof leaks.The door is shut.']],
    ['plaintext', '他说：“甲乙丙\n丁戊己”。\n', ['甲乙丙丁戊己']],
    ['plaintext', '他說：「甲乙丙\n丁戊己」。\n', ['甲乙丙丁戊己']],
    ['markdown', '他说：<q>甲乙丙丁</q>。', ['甲乙丙丁']],
    ['markdown', '| 甲 | 乙 |\n| - | - |\n| “丙丁” | “戊己” |\n', ['丙丁', '戊己']],
    // Markup in words and around them.
    ['markdown', '他说：[“甲乙[丙](u)丁”](https://a.cn/x_“y”)。', ['甲乙丙丁']],
    ['markdown', '他说：“甲==乙==丙~~不要~~丁&nbsp;[[戊]]己<sup>2</sup>[^1]庚^[注]辛”。', ['甲乙丙丁戊己庚辛']],
    ['markdown', '他说：“甲乙[1](#r1)丙丁”，“50m<sup>2</sup>”。', ['甲乙丙丁', '50m2']],
    ['markdown', '正文[^a]。\n\n[^a]: 他说：“甲乙丙丁”。\n[^b]: 《戊己》，第3-5页。\n', ['甲乙丙丁']],
    // Marks of the wrong direction or level, and one that is never closed.
    ['plaintext', '他说：“甲乙丙丁“。又说：“戊己庚辛”。', ['甲乙丙丁', '戊己庚辛']],
    ['plaintext', '他说：“甲乙丙丁’。又说：“戊己庚辛”。', ['甲乙丙丁', '戊己庚辛']],
    ['plaintext', '他说：”甲乙丙丁”。', ['甲乙丙丁']],
    ['plaintext', '他说：“甲乙丙丁。戊己庚辛。', ['甲乙丙丁。']],
    ['plaintext', '他们的“绿水”和‘青山’，都在。', ['绿水', '青山']],
    // LaTeX.
    ['latex', '他说：\\enquote{甲乙\\enquote{丙丁}戊己}。', ['甲乙‘丙丁’戊己']],
    ['latex', '他说：\\textquote[{\\cite[12]{k}}][。]{甲乙丙丁}又说：\\textcquote[见][12]{k}[。]{戊己庚辛}。', ['甲乙丙丁', '戊己庚辛']],
    ['latex', '\\foreignquote{german}{eins zwei} \\hybridblockcquote{german}[5]{k}{drei vier}', ['eins zwei', 'drei vier']],
    ['latex', '\\begin{displayquote}[某书]\n甲乙丙丁。\n\\end{displayquote}', ['甲乙丙丁。']],
    ['latex', '\\begin{quote}甲乙\\footnote{注释}丙丁\\cite{k}。\\end{quote}', ['甲乙丙丁。']],
    ['latex', '\\enquote{甲乙\\footnote{见\\cite{k}。}丙丁\\textelp{}戊己\\ldots 庚辛}', ['甲乙丙丁……戊己……庚辛']],
    ['latex', '他说：“甲乙\\footnote{见“某书”。}丙丁”。\\footnote{他又说：“戊己庚辛”。}', ['甲乙丙丁', '戊己庚辛']],
    ['latex', '\\begin{comment}\n“甲乙丙丁”\n\\end{comment}\n他说：“戊己庚辛”。', ['戊己庚辛']],
    ['latex', "``甲乙`丙丁'戊己''和``庚辛''", ['甲乙‘丙丁’戊己', '庚辛']],
    ['latex', '\\enquote{甲乙丙丁 % 注 ”\n戊己}', ['甲乙丙丁戊己']],
    ['latex', '增长\\enquote{达到12\\%，好于预期}', ['达到12%，好于预期']],
    ['latex', '\\enquote{甲乙丙丁', []],
    ['latex', '\\textcolor{red}{\\textquotedblleft 甲乙丙丁\\textquotedblright}和\\textquotedblleft{}戊己\\textquotedblright{}', ['甲乙丙丁', '戊己']],
    // Marks of other scripts, of vertical text, and by entities.
    ['markdown', '他说：„甲乙丙丁“，„戊己庚辛”，«壬癸»。', ['甲乙丙丁', '戊己庚辛', '壬癸']],
    ['plaintext', '他說：﹁甲乙﹃丙丁﹄戊己﹂。', ['甲乙『丙丁』戊己']],
    ['markdown', '他说：&ldquo;甲乙丙丁&hellip;&hellip;&rdquo;，&#8220;戊己&#x2014;庚&#x201D;，&quot;辛壬&quot;癸。', ['甲乙丙丁……', '戊己—庚', '辛壬']],
    ['markdown', '`&ldquo;甲乙&rdquo;` &amp;ldquo; &lt;b&gt; 他说：“丙丁”。', ['丙丁']],
    ['plaintext', '他说：“甲乙“丙”丁，\n戊己庚辛”。\n', ['甲乙“丙”丁，戊己庚辛']],
    // Blocks.
    ['markdown', '> 他写道：\n>\n> > 甲乙丙丁，\n> > 戊己庚辛。\n>\n> 很好。\n', ['甲乙丙丁，戊己庚辛。']],
    ['markdown', '>> 甲乙丙丁，\n>> 戊己庚辛。\n', ['甲乙丙丁，戊己庚辛。']],
    ['markdown', '> 甲乙丙丁戊\n己庚辛。\n\n壬癸。\n', ['甲乙丙丁戊己庚辛。']],
    ['markdown', '> 甲乙丙丁戊。\n他又说：“己庚辛”。\n', ['甲乙丙丁戊。', '己庚辛']],
    ['markdown', '> 甲乙丙丁戊\n- 己庚辛\n', ['甲乙丙丁戊']],
    ['markdown', '> [!NOTE]\n> 他说：“甲乙\n> 丙丁”。这一段是写稿人自己的话，不是引文。\n', ['甲乙丙丁']],
    ['markdown', '> 他在会上说：“甲乙丙丁，\n> 戊己”，大家同意。\n', ['甲乙丙丁，戊己']],
    ['markdown', '<blockquote class="a">\n<p>甲乙丙丁，戊己。</p>\n</blockquote>\n\n```\n<blockquote>庚辛</blockquote>\n```\n', ['甲乙丙丁，戊己。']],
    ['markdown', '他说：“甲乙丙\\\n丁”。', ['甲乙丙丁']],
  ];
  for (const [language, text, words] of found) it(`${language}: ${JSON.stringify(text)}`, () => assert.deepEqual(quoted(text, language), words));

  it('lie where they are said to lie', () => {
    for (const [language, text] of found) {
      for (const q of parseDraft({ text, language }).quoted) {
        for (let i = 0; i < q.text.length; i++) {
          const at = q.map.toRaw(i);
          if (/[\p{L}\p{N}]/u.test(q.text[i] as string)) assert.equal(text[at], q.text[i], `${text} at ${i}`);
        }
      }
    }
  });

  it('the prose has the length and the lines of the draft', () => {
    for (const [language, text] of found) {
      const prose = proseOf({ text, language });
      assert.equal(prose.length, text.length);
      assert.deepEqual([...prose.matchAll(/\n/gu)].map((m) => m.index), [...text.matchAll(/\n/gu)].map((m) => m.index));
    }
  });
});
