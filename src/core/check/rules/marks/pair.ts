/** GB/T 15834—2011, 4.8.3.4: quotation marks come in pairs, inner ones single, outer ones double. */
import { findMarks } from '../../../extract/quotes/marks';
import type { DraftParagraph } from '../../paragraphs';
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese, point, replace } from '../fault';

/** Opening and closing marks at the first and at the second level. */
const PAIRS = [['“', '”'], ['‘', '’']] as const;

export const markLevelRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.level', severity: 'warning', basis: 'GB/T 15834—2011, 4.8.3.4', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph) || paragraph.language === 'latex') return [];
    const { text } = paragraph;
    const faults: Fault[] = [];
    for (const { open, close, closed, depth } of findMarks(text)) {
      const mark = text[open] as string;
      if (!closed || !/[“‘]/u.test(mark) || !/\p{Script=Han}/u.test(text.slice(open, close))) continue;
      const [opening, closing] = PAIRS[depth % 2] as (typeof PAIRS)[number];
      if (mark === opening) continue;
      const edits = [{ start: open, end: open + 1, newText: opening }, { start: close - 1, end: close, newText: closing }];
      const words = depth % 2 === 0
        ? { 'zh-cn': `外层引号用双引号“”`, en: 'The outer quotation marks are double: “ ”' }
        : { 'zh-cn': `引号里的引号用单引号‘’`, en: 'Quotation marks inside quotation marks are single: ‘ ’' };
      faults.push({ start: open, end: open + 1, words, fixes: [{ edits, preferred: true }] });
    }
    return faults;
  },
};

export const markPairRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.pair', severity: 'warning', basis: 'GB/T 15834—2011, 4.8.3.4', inQuotations: true,
  check(paragraph) {
    if (!isChinese(paragraph) || paragraph.language === 'latex' || paragraph.kind === 'table') return [];
    return [...lonely(paragraph), ...turned(paragraph)];
  },
};

/** A closing mark that nothing opens. An opening one that nothing closes may go on in the next paragraph: `mark.paragraphs` sees that. */
function lonely({ text, opened }: DraftParagraph): Fault[] {
  const faults: Fault[] = [];
  let open = opened ? 1 : 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '“') open++;
    else if (text[i] === '”' && --open < 0) {
      open = 0;
      // ”…”: the first of them was typed in the wrong direction.
      if (/^[\p{L}\p{N}《][^“”\n]{0,60}”/u.test(text.slice(i + 1))) {
        faults.push(replace(i, i + 1, '“', false, '这里应是前引号“', 'An opening quotation mark “ belongs here'));
        open = 1;
        continue;
      }
      // The end of a quotation over several paragraphs is no fault of this one.
      if (text.includes('“', i) || i > 0 && text.slice(i + 1).includes('”')) faults.push(point(i, i + 1, '这个后引号没有对应的前引号', 'This closing quotation mark has no opening one'));
    }
  }
  return faults;
}

/** Two opening marks where the second one should close: “…“. */
function turned({ text }: DraftParagraph): Fault[] {
  const faults: Fault[] = [];
  for (const m of text.matchAll(/“[^“”\n]{1,60}“(?=[^“”\n]*(?:“|$))/gu)) {
    const behind = text.slice(m.index + m[0].length);
    if (/”/u.test(behind)) continue;
    const at = m.index + m[0].length - 1;
    faults.push(replace(at, at + 1, '”', true, '这里应是后引号”', 'A closing quotation mark ” belongs here'));
  }
  return faults;
}
