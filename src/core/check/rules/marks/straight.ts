/** GB/T 15834—2011, 4.8.2: the quotation marks of mainland text are “ ” and ‘ ’, neither straight nor corner marks. */
import { findMarks } from '../../../extract/quotes/marks';
import type { DraftParagraph } from '../../paragraphs';
import type { Fault, ParagraphRule } from '../../rule';
import { isChinese } from '../fault';

const BASIS = 'GB/T 15834—2011, 4.8.2';
const WORDS = { 'zh-cn': '引号用“”和‘’', en: 'Quotation marks are “ ” and ‘ ’' };

function changed({ text }: DraftParagraph, which: RegExp): Fault[] {
  const faults: Fault[] = [];
  for (const { open, close, closed, depth } of findMarks(text)) {
    if (!closed || !which.test(text[open] as string) || !/\p{Script=Han}/u.test(text.slice(open + 1, close - 1))) continue;
    const [opening, closing] = depth % 2 === 0 ? ['“', '”'] : ['‘', '’'];
    const edits = [{ start: open, end: open + 1, newText: opening }, { start: close - 1, end: close, newText: closing }];
    faults.push({ start: open, end: open + 1, words: WORDS, fixes: [{ edits, preferred: true }] });
  }
  return faults;
}

export const markStraightRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.straight', severity: 'warning', basis: BASIS, inQuotations: true,
  check: (paragraph) => (isChinese(paragraph) && paragraph.language !== 'latex' && paragraph.kind !== 'table' ? changed(paragraph, /["＂]/u) : []),
};

/** Corner marks are right in Traditional text; some houses use them in Simplified text too. */
export const markCornerRule: ParagraphRule = {
  scope: 'paragraph', id: 'mark.corner', severity: 'information', basis: BASIS, inQuotations: true,
  check: (paragraph) => (paragraph.script === 'zh-Hans' ? changed(paragraph, /[「『]/u) : []),
};
