/** The comment that silences a rule, and where it goes. */
import type { DraftLanguage, Finding } from '../core/check/types';

/** For the paragraph of a finding, or for the whole draft. Offsets into the draft. */
export function silenceComment(text: string, language: DraftLanguage, finding: Finding, reach: 'next' | 'file'): { readonly at: number; readonly text: string } {
  const words = `yinju-disable-${reach === 'next' ? 'next-line' : 'file'} ${finding.rule}`;
  const comment = language === 'latex' ? `% ${words}` : `<!-- ${words} -->`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (reach === 'file') {
    // Front matter must stay the first thing in a draft.
    const matter = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n/u.exec(text);
    return { at: matter ? matter[0].length : 0, text: `${comment}${eol}${language === 'markdown' ? eol : ''}` };
  }
  // A line of its own before the line of the finding; in Markdown a blank line keeps it out of the paragraph.
  return { at: text.lastIndexOf('\n', finding.start - 1) + 1, text: `${comment}${eol}${language === 'markdown' ? eol : ''}` };
}
