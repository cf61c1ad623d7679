/** Quotations: every one gets a verdict, every deviation is shown to the letter and can be repaired. */
import { evidenceAt } from '../../cite/evidence';
import { shortTitle } from '../../cite/shortTitle';
import type { Locale } from '../../features/types';
import type { QuotedWords } from '../draft';
import { judge, type Judgement } from '../quotation/judge';
import { placeOf } from '../quotation/stretch';
import type { CheckContext, DraftRule } from '../rule';
import type { CheckedQuotation, Difference, DifferenceKind, Evidence, Finding, Fix, Severity, TextEdit } from '../types';

/** Differences that turn the sense. */
const GRAVE: ReadonlySet<DifferenceKind> = new Set(['negation', 'modal', 'figure']);

/** The verdict on quoted words; kept by the words, so that the same ones are judged once. */
export function judgementOf(context: CheckContext, quoted: QuotedWords): Judgement | null {
  const key = `${quoted.form}|${quoted.before.slice(-12)}|${quoted.text}`;
  let judged = context.judged.get(key);
  if (judged === undefined) { judged = judge(context.finder, quoted); context.judged.set(key, judged); }
  return judged;
}

/** Where the words stand, as the user is shown it. */
export function evidenceFor(judged: Judgement): Evidence | null {
  const first = judged.located[0];
  return first ? evidenceAt(first.stretch.source, placeOf(first.stretch), first.stretch.words) : null;
}

export const quotationRule: DraftRule = {
  scope: 'draft', ids: ['quote.differs', 'quote.form', 'quote.joined', 'quote.ellipsis', 'quote.paraphrase'],
  check({ context, parsed, locale }) {
    const findings: Finding[] = [], quotations: CheckedQuotation[] = [];
    for (const quoted of parsed.quoted) {
      const judged = judgementOf(context, quoted);
      if (!judged) continue;
      const source = evidenceFor(judged);
      const inDraft = (d: Difference): Difference => ({ ...toDraft(quoted, d), draft: d.draft, source: d.source, kind: d.kind });
      quotations.push({ start: quoted.start, end: quoted.end, text: quoted.text, verdict: judged.verdict, differences: judged.differences.map(inDraft), source });
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
  const finding = (span: { start: number; end: number }, rule: string, severity: Severity, message: string, fixes: Fix[]): Finding =>
    ({ ...span, rule, severity, message, source, edits: fixes[0]?.edits ?? [], fixes });
  if (judged.verdict === 'paraphrase') {
    return [finding({ start: quoted.start, end: quoted.end }, 'quote.paraphrase', 'information',
      zh ? `引号里不是原文，像是转述${titleOf(source, zh)}。` : `These words are in quotation marks but only paraphrase the source${titleOf(source, zh)}.`, unquote(quoted, draft))];
  }
  if (judged.verdict === 'form-only') {
    const marks = judged.differences.filter((d) => d.kind === 'punctuation');
    if (marks.length === 0) return [];
    const edits = judged.formEdits.map((e) => ({ ...toDraft(quoted, e), newText: e.newText }));
    const first = marks[0] as Difference;
    return [finding(visible(toDraft(quoted, first), quoted), 'quote.form', 'hint',
      zh ? `文字一致，标点与来源不同：原文为“${first.source}”${titleOf(source, zh)}。` : `The words agree; the punctuation differs: the source has “${first.source}”${titleOf(source, zh)}.`,
      edits.length > 0 ? [{ kind: 'restore', edits, preferred: false }] : [])];
  }
  if (judged.verdict === 'differs') {
    const edits = judged.differences.flatMap((d) => (d.edit ? [{ ...toDraft(quoted, d.edit), newText: d.edit.newText }] : []));
    const restore: Fix[] = edits.length > 0 ? [{ kind: 'restore', edits, preferred: true }] : [];
    return judged.differences.map((d) => finding(visible(toDraft(quoted, d), quoted), ruleOf(d.kind), GRAVE.has(d.kind) ? 'error' : 'warning',
      messageOf(d, locale) + titleOf(source, zh) + (zh ? '。' : '.'), fixesOf(quoted, d, restore, draft)));
  }
  if (judged.leftOut) {
    const at = toDraft(quoted, { start: judged.leftOut.at, end: judged.leftOut.at }).start;
    return [finding(visible({ start: at, end: at }, quoted), 'quote.ellipsis', 'information',
      zh ? `省略的部分含有可能改变意思的词：“${judged.leftOut.words}”。请核对。` : `What …… leaves out holds words that may turn the sense: “${judged.leftOut.words}”. Please check.`, [])];
  }
  return [];
}

/** A lost word has no letters to underline: its neighbours are. */
function visible(span: { start: number; end: number }, quoted: QuotedWords): { start: number; end: number } {
  if (span.end > span.start) return span;
  return { start: Math.max(quoted.start, span.start - 1), end: Math.min(Math.max(quoted.end, quoted.start + 1), span.start + 1) };
}

const ruleOf = (kind: DifferenceKind): string => (kind === 'joined' ? 'quote.joined' : 'quote.differs');

const titleOf = (source: Evidence | null, zh: boolean): string => (source?.title ? (zh ? `（《${shortTitle(source.title, 'zh-cn')}》）` : ` (${shortTitle(source.title, 'en')})`) : '');

const NAMES: Readonly<Partial<Record<DifferenceKind, readonly [string, string]>>> = {
  negation: ['否定词不同', 'A negation differs'], modal: ['情态词不同', 'A modal differs'], figure: ['数字不同', 'A figure differs'],
  inversion: ['语序颠倒', 'The order is inverted'], reordered: ['次序不同', 'The order differs'], 'item-lost': ['列举项缺失', 'An item is missing'],
  'item-added': ['多出列举项', 'An item was added'], 'clause-dropped': ['漏掉分句', 'A clause is missing'],
};

/** One glance: what is wrong, and the source's words. */
function messageOf(d: Difference, locale: Locale): string {
  const zh = locale === 'zh-cn';
  const name = NAMES[d.kind]?.[zh ? 0 : 1];
  const lead = name ? (zh ? `${name}：` : `${name}: `) : '';
  if (d.kind === 'joined' && d.source === '') return zh ? '不同出处的文字接成了一段引文' : 'Words from different places are put together as one quotation';
  if (d.kind === 'joined') return zh ? '两处原文接在一起，未标省略' : 'Two places of the source are joined without a mark of omission';
  if (d.kind === 'reordered' && d.draft === '' && d.source === '') return zh ? '省略号前后的文字在来源中不是这个次序' : 'The pieces around …… do not stand in this order in one source';
  if (d.draft === '') return zh ? `${lead}引文缺“${d.source}”` : `${lead}the quotation lacks “${d.source}”`;
  if (d.source === '') return zh ? `${lead}引文多出“${d.draft}”` : `${lead}“${d.draft}” is not in the source`;
  return zh ? `${lead}“${d.draft}”原文为“${d.source}”` : `${lead}“${d.draft}” is “${d.source}” in the source`;
}

/** What can be done about a difference, the best first: two joined places want an ellipsis, all others the source's words. */
function fixesOf(quoted: QuotedWords, d: Difference, restore: readonly Fix[], draft: string): Fix[] {
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
