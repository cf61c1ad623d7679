/** A note that cites a source behind words that already stand in a draft, in the form of the draft's language. */
import { escapeLatex, escapeMarkdown } from '../cite/citation';
import type { DraftLanguage, Evidence, TextEdit } from '../check/types';

const NOTED = /^[”」』’"＂]?[。！？，；]?(?:\[\^|（[^）]{4,}）|\\(?:footnote|cite\w*)|\[@|〔|\[\d)/u;

/**
 * Edits that put the note in, in the order of the draft; null where a note follows already. `end` is the end of the quoted
 * words, inside their marks. After a whole sentence the note stands behind ”, after a part of one directly behind ” as well.
 */
export function citeNote(draft: string, language: DraftLanguage, end: number, source: Evidence): TextEdit[] | null {
  const behind = draft.slice(end, end + 40);
  if (NOTED.test(behind)) return null;
  const at = end + (/^[”」』’"＂]/u.test(behind) ? 1 : language === 'latex' && behind.startsWith("''") ? 2 : language === 'latex' && behind.startsWith('}') ? 1 : 0);
  const put = (newText: string): TextEdit => ({ start: at, end: at, newText });
  if (language === 'latex') return [put(`\\footnote{${escapeLatex(source.citation)}}`)];
  if (language === 'plaintext') return [put(`（${source.citation.replace(/[.。]$/u, '')}）`)];
  const citation = escapeMarkdown(source.citation);
  const labels: number[] = [];
  for (const [, label = '', definition = ''] of draft.matchAll(/^\[\^([^\]\s]+)\]:[ \t]*(.+)$/gmu)) {
    if (definition.trim() === citation) return [put(`[^${label}]`)];
    if (/^\d+$/u.test(label)) labels.push(Number(label));
  }
  for (const [, label = ''] of draft.matchAll(/\[\^(\d+)\]/gu)) labels.push(Number(label));
  const number = Math.max(0, ...labels) + 1;
  const gap = /(?:^|\n)\[\^[^\]\s]+\]:[^\n]*\n*$/u.test(draft) ? (draft.endsWith('\n') ? '' : '\n') : draft.endsWith('\n\n') ? '' : draft.endsWith('\n') ? '\n' : '\n\n';
  return [put(`[^${number}]`), { start: draft.length, end: draft.length, newText: `${gap}[^${number}]: ${citation}\n` }];
}
