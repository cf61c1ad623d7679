/** Quotations: every one gets a verdict, every deviation is shown to the letter and can be repaired. */
import { evidenceAt } from '../../cite/evidence';
import type { Locale } from '../../features/types';
import type { QuotedWords } from '../draft';
import { judge, type Judgement } from '../quotation/judge';
import type { JudgedDifference, Note } from '../quotation/judgement';
import type { Located } from '../quotation/locate';
import { placeOf } from '../quotation/stretch';
import type { CheckContext, DraftRule } from '../rule';
import type { CheckedQuotation, Difference, DifferenceKind, Evidence, Finding, Fix, Severity, TextEdit } from '../types';
import { differenceMessage, leftOutMessage, noteMessage, titleOf } from './quotationWords';

/** Differences that turn the sense. */
const GRAVE: ReadonlySet<DifferenceKind> = new Set(['negation', 'modal', 'figure']);
/** Letters around the marks that the verdict depends on: who introduces the words, and what they are an answer to. */
const AROUND = 32;

/** The verdict on quoted words; kept by the words, so that the same ones are judged once. */
export function judgementOf(context: CheckContext, quoted: QuotedWords): Judgement | null {
  const key = `${quoted.form}|${quoted.before.slice(-AROUND)}|${quoted.after.slice(0, AROUND)}|${quoted.text}`;
  let judged = context.judged.get(key);
  if (judged === undefined) { judged = judge(context.finder, quoted); context.judged.set(key, judged); }
  return judged;
}

/** Where the words stand, as the user is shown it. */
export function evidenceFor(judged: Judgement): Evidence | null {
  const first = judged.located[0];
  return first ? evidenceOf(first) : null;
}

const evidenceOf = ({ stretch }: Located): Evidence => evidenceAt(stretch.source, placeOf(stretch), stretch.words);

export const quotationRule: DraftRule = {
  scope: 'draft',
  ids: ['quote.differs', 'quote.form', 'quote.joined', 'quote.edge', 'quote.ellipsis', 'quote.paraphrase', 'quote.gloss', 'quote.subject', 'quote.edition'],
  check({ context, parsed, locale }) {
    const findings: Finding[] = [], quotations: CheckedQuotation[] = [];
    for (const quoted of parsed.quoted) {
      const judged = judgementOf(context, quoted);
      if (!judged) continue;
      const source = evidenceFor(judged);
      const inDraft = (d: Difference): Difference => ({ ...toDraft(quoted, d), draft: d.draft, source: d.source, kind: d.kind });
      quotations.push({ start: quoted.start, end: quoted.end, text: quoted.text, verdict: judged.verdict, differences: judged.differences.map(inDraft), source, ...(judged.leftOut.length > 0 ? { leftOut: judged.leftOut.map(({ at, words }) => ({ at: toDraft(quoted, { start: at, end: at }).start, words })) } : {}) });
      findings.push(...findingsOf(quoted, judged, source, parsed.draft.text, locale));
    }
    return { findings, quotations };
  },
};

/** Offsets of the quoted words as offsets of the draft. */
function toDraft(quoted: QuotedWords, span: { start: number; end: number }): { start: number; end: number } {
  if (span.end > span.start) return quoted.map.span(span);
  const at = span.start >= quoted.text.length ? quoted.map.toRawEnd(span.start) : quoted.map.toRaw(span.start);
  return { start: at, end: at };
}

function findingsOf(quoted: QuotedWords, judged: Judgement, source: Evidence | null, draft: string, locale: Locale): Finding[] {
  const zh = locale === 'zh-cn';
  const finding = (span: { start: number; end: number }, rule: string, severity: Severity, message: string, fixes: Fix[], shown = source): Finding =>
    ({ ...span, rule, severity, message, source: shown, edits: fixes[0]?.edits ?? [], fixes });
  const whole = { start: quoted.start, end: quoted.end };
  const found: Finding[] = [];
  if (judged.verdict === 'paraphrase') {
    return [finding(whole, 'quote.paraphrase', 'information', zh ? `引号里不是原文，像是转述${titleOf(source, zh)}。` : `These words are in quotation marks but only paraphrase the source${titleOf(source, zh)}.`, unquote(quoted, draft))];
  }
  const marks = judged.verdict === 'form-only' ? judged.differences.find((d) => d.kind === 'punctuation') : undefined;
  if (marks) {
    const edits = judged.formEdits.map((e) => ({ ...toDraft(quoted, e), newText: e.newText }));
    found.push(finding(visible(toDraft(quoted, marks), quoted), 'quote.form', 'hint',
      zh ? `文字一致，标点的写法与来源不同：原文为「${marks.source}」${titleOf(source, zh)}。` : `The words agree; a mark is written otherwise: the source has 「${marks.source}」${titleOf(source, zh)}.`,
      edits.length > 0 ? [{ kind: 'restore', edits, preferred: false }] : []));
  }
  if (judged.verdict === 'differs') {
    const edits = judged.differences.flatMap((d) => (d.edit ? [{ ...toDraft(quoted, d.edit), newText: d.edit.newText }] : []));
    const restore: Fix[] = edits.length > 0 ? [{ kind: 'restore', edits, preferred: true }] : [];
    found.push(...judged.differences.map((d) => finding(visible(toDraft(quoted, d), quoted), ruleOf(d.kind), GRAVE.has(d.kind) ? 'error' : 'warning',
      differenceMessage(d, locale) + titleOf(source, zh) + (zh ? '。' : '.'), fixesOf(quoted, d, restore, draft))));
  }
  for (const leftOut of judged.leftOut) {
    const said = leftOutMessage(leftOut, locale);
    if (!said) continue;
    const at = toDraft(quoted, { start: leftOut.at, end: leftOut.at }).start;
    found.push(finding(visible({ start: at, end: at }, quoted), 'quote.ellipsis', said.severity, said.message, []));
  }
  for (const note of judged.notes) {
    const better = note.kind === 'edition' ? evidenceOf(note.better) : source;
    found.push(finding(placeOfNote(note, quoted), `quote.${note.kind}`, 'hint', noteMessage(note, source, locale), fixesOfNote(note, quoted), better));
  }
  return found;
}

function placeOfNote(note: Note, quoted: QuotedWords): { start: number; end: number } {
  if (note.kind === 'gloss') return toDraft(quoted, note);
  // The subject stands right before the opening mark.
  if (note.kind === 'subject') return { start: Math.max(0, quoted.start - 1 - (quoted.before.length - quoted.before.lastIndexOf(note.draft))), end: quoted.start - 1 };
  return { start: quoted.start, end: quoted.end };
}

function fixesOfNote(note: Note, quoted: QuotedWords): Fix[] {
  if (note.kind === 'gloss') {
    const at = toDraft(quoted, { start: note.end - 1, end: note.end }).start;
    return [{ kind: 'gloss', edits: [{ start: at, end: at, newText: '——引者注' }], preferred: false }];
  }
  if (note.kind === 'edition') {
    const edits = note.better.comparison.letters.map((d) => ({ ...toDraft(quoted, d.edit), newText: d.edit.newText }));
    return [{ kind: 'edition', edits, preferred: false }];
  }
  return [];
}

/** A lost word has no letters to underline: its neighbours are. */
function visible(span: { start: number; end: number }, quoted: QuotedWords): { start: number; end: number } {
  if (span.end > span.start) return span;
  return { start: Math.max(quoted.start, span.start - 1), end: Math.min(Math.max(quoted.end, quoted.start + 1), span.start + 1) };
}

const ruleOf = (kind: DifferenceKind): string => (kind === 'joined' ? 'quote.joined' : kind === 'edge-cut' ? 'quote.edge' : 'quote.differs');

/** What can be done about a difference, the best first: two joined places want an ellipsis, all others the source's words. */
function fixesOf(quoted: QuotedWords, d: JudgedDifference, restore: readonly Fix[], draft: string): Fix[] {
  const others = [...ellipsis(quoted, d), ...restore];
  return [...(d.kind === 'joined' ? others : others.reverse()), ...unquote(quoted, draft)];
}

/** Omitted words may also be marked as left out: …… in place of the mark that stands there (GB/T 15834—2011, B.2.4). */
function ellipsis(quoted: QuotedWords, d: Difference): Fix[] {
  if (d.draft !== '' || d.source === '' || (d.kind !== 'joined' && d.kind !== 'clause-dropped')) return [];
  let { start, end } = d;
  while (/[，、；：,;:\s]/u.test(quoted.text[start - 1] ?? '')) start--;
  while (/[，、；：,;:\s]/u.test(quoted.text[end] ?? '')) end++;
  return [{ kind: 'ellipsis', edits: [{ ...toDraft(quoted, { start, end }), newText: '……' }], preferred: d.kind === 'joined' }];
}

/** Without its marks it is a paraphrase, and nobody is misquoted. */
function unquote(quoted: QuotedWords, draft: string): Fix[] {
  if (quoted.form !== 'marks' || !/[“「『"＂]/u.test(draft[quoted.start - 1] ?? '') || !/[”」』"＂]/u.test(draft[quoted.end] ?? '')) return [];
  const edits: TextEdit[] = [{ start: quoted.start - 1, end: quoted.start, newText: '' }, { start: quoted.end, end: quoted.end + 1, newText: '' }];
  return [{ kind: 'paraphrase', edits, preferred: false }];
}
