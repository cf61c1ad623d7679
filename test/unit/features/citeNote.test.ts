import assert from 'node:assert/strict';
import type { DraftLanguage, Evidence } from '../../../src/core/check/types';
import { citeNote } from '../../../src/core/features/citeNote';

const source: Evidence = { file: 'a.txt', start: 0, end: 4, raw: '绿色发展', text: '绿色发展', title: '报告', citation: '李明. 报告[R]. 2022.' };

function cited(draft: string, language: DraftLanguage): string | null {
  const end = draft.indexOf('|');
  const text = draft.replace('|', '');
  const edits = citeNote(text, language, end, source);
  return edits && [...edits].reverse().reduce((done, { start, newText }) => done.slice(0, start) + newText + done.slice(start), text);
}

describe('a note behind a quotation', () => {
  const cases: readonly (readonly [name: string, language: DraftLanguage, draft: string, expected: string | null])[] = [
    ['is a footnote in Markdown', 'markdown', '他说“绿色发展|”。\n', '他说“绿色发展”[^1]。\n\n[^1]: 李明. 报告\\[R\\]. 2022.\n'],
    ['has the next number', 'markdown', '甲[^2]“绿色发展|”。\n\n[^2]: 乙\n', '甲[^2]“绿色发展”[^3]。\n\n[^2]: 乙\n[^3]: 李明. 报告\\[R\\]. 2022.\n'],
    ['takes the footnote that is there', 'markdown', '“绿色发展|”。\n\n[^a]: 李明. 报告\\[R\\]. 2022.\n', '“绿色发展”[^a]。\n\n[^a]: 李明. 报告\\[R\\]. 2022.\n'],
    ['is a \\footnote in LaTeX', 'latex', "``绿色发展|''。", "``绿色发展''\\footnote{李明. 报告[R]. 2022.}。"],
    ['stands behind the brace of \\enquote', 'latex', '\\enquote{绿色发展|}。', '\\enquote{绿色发展}\\footnote{李明. 报告[R]. 2022.}。'],
    ['stands in brackets in plain text', 'plaintext', '他说“绿色发展|”。', '他说“绿色发展”（李明. 报告[R]. 2022）。'],
    ['is not put twice', 'markdown', '他说“绿色发展|”[^1]。\n', null],
    ['is not put behind a bracketed source', 'plaintext', '他说“绿色发展|”（《报告》，2022年）。', null],
  ];
  for (const [name, language, draft, expected] of cases) it(name, () => assert.equal(cited(draft, language), expected));
});
