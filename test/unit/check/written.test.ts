/** One quotation in all the ways in which a draft writes it: silent where it is right; a wrong letter is found and mended, whatever stands around it. */
import assert from 'node:assert/strict';
import type { DraftLanguage } from '../../../src/core/check/types';
import { check, fixed } from './checked';

const RIGHT = '良好生态环境是最普惠的民生福祉，必须像保护眼睛一样保护生态环境';
const WRONG = RIGHT.replace('像保护眼睛', '像爱护眼睛');
const lead = '要记住。李明指出：';
/** The words with something behind each so many letters. */
const every = (words: string, letters: number, put: string): string => words.replace(new RegExp(`(.{${letters}})(?=.{4})`, 'gu'), `$1${put}`);

const ways: Readonly<Record<string, readonly [language: DraftLanguage, write: (words: string) => string]>> = {
  'low marks': ['markdown', (words) => `${lead}„${words}“。\n`],
  'guillemets': ['markdown', (words) => `${lead}«${words}»。\n`],
  'marks of vertical text': ['plaintext', (words) => `${lead}﹃${words}﹄。\n`],
  'named entities': ['markdown', (words) => `${lead}&ldquo;${words}&rdquo;。\n`],
  'numbered entities': ['markdown', (words) => `${lead}&#8220;${every(words, 9, '&#8203;')}&#x201d;。\n`],
  'entities of straight marks': ['markdown', (words) => `${lead}&quot;${words}&quot;。\n`],
  'a block in a block': ['markdown', (words) => `> 他写道，李明指出：\n>\n> > ${every(words, 12, '\n> > ')}\n>\n> 说得很好。\n`],
  'a block that is marked once': ['markdown', (words) => `${lead}\n\n> ${every(words, 12, '\n')}\n\n说得很好。\n`],
  'a block of an element': ['markdown', (words) => `${lead}\n\n<blockquote>\n<p>${words}</p>\n</blockquote>\n`],
  'a box of the page’s own words': ['markdown', (words) => `> [!TIP]\n> ${lead}“${every(words, 12, '\n> ')}”。大家都要记住这一点，写稿时不可写错。\n`],
  'lines broken by hand': ['markdown', (words) => `${lead}“${every(words, 11, '\\\n')}”。\n`],
  'a note of Markdown, wrapped': ['markdown', (words) => `要记住[^1]。\n\n[^1]: 李明指出：“${every(words, 12, '\n    ')}”，见报告。\n`],
  'a coloured piece': ['latex', (words) => `${lead}\\enquote{${words.slice(0, 20)}\\textcolor{red}{${words.slice(20, 24)}}${words.slice(24)}}。\n`],
  'marks by command': ['latex', (words) => `${lead}\\textquotedblleft ${words}\\textquotedblright{}。\n`],
  'a wrapped text with marks of one level': ['plaintext', (words) => `要“继续实施“蓝天碧水”专项行动计划，\n持续打好污染防治攻坚战”。${lead}“${every(words, 12, '\n')}”。\n`],
};

describe('a quotation, however it is written', () => {
  const loud = (text: string, language: DraftLanguage) => check(text, language).findings.filter(({ rule, severity }) => rule.startsWith('quote') && severity !== 'hint').map(({ message }) => message);
  for (const [name, [language, write]] of Object.entries(ways)) {
    it(name, () => {
      const right = write(RIGHT), wrong = write(WRONG);
      assert.ok(check(right, language).quotations.some(({ verdict }) => verdict === 'verbatim' || verdict === 'form-only'), 'it is not known');
      assert.deepEqual(loud(right, language), []);
      const mended = check(wrong, language).findings.filter(({ rule }) => rule === 'quote.differs').reduce((text, { fixes }) => fixed(text, fixes[0]), wrong);
      assert.equal(mended, right);
    });
  }

  it('is never mended into its markup', () => {
    const level = (text: string, language: DraftLanguage) => check(text, language).findings.filter(({ rule }) => rule === 'mark.level').map(({ fixes }) => fixes.length);
    assert.deepEqual(level('他说：“甲“乙”丙”。\n', 'markdown'), [1]);
    assert.deepEqual(level('他说：&ldquo;甲&ldquo;乙&rdquo;丙&rdquo;。\n', 'markdown'), [0]);
  });
});
