/** Runs the rules that see one paragraph at a time; an edit costs the paragraph that it changes. */
import type { Locale } from '../features/types';
import { OffsetMap, type Span } from '../text/offsets';
import { paragraphsOf, type DraftParagraph } from './paragraphs';
import type { ParsedDraft } from './draft';
import type { CheckContext, ParagraphFinding, ParagraphRule } from './rule';

/** Paragraphs whose findings are kept; a draft of 300,000 characters has some thousands. */
const MOST_KEPT = 30_000;
/** Longer ones are hardly paragraphs: a table or data pasted in one line is looked at in part. */
const LONGEST = 20_000;

/** Findings of all paragraph rules, offsets into the draft. */
export function checkParagraphs(context: CheckContext, parsed: ParsedDraft, rules: readonly ParagraphRule[], locale: Locale): ParagraphFinding[] {
  const found: ParagraphFinding[] = [];
  const kept = context.paragraphs;
  const versions = rules.flatMap(({ id, version }) => (version === undefined ? [] : [`${id}@${version}`])).join();
  for (const paragraph of paragraphsOf(parsed)) {
    const key = `${locale}|${versions}|${paragraph.kind}|${paragraph.script}|${paragraph.language}|${paragraph.opened ? 1 : 0}|${paragraph.text}`;
    let own = kept.get(key);
    if (own) kept.delete(key);
    else own = findingsOf(context, paragraph, rules, locale);
    // Put back at the end: what was not used for longest stands first.
    kept.set(key, own);
    for (const finding of own) found.push(placed(finding, paragraph.start));
  }
  for (const key of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(key);
  }
  return found;
}

function findingsOf(context: CheckContext, whole: DraftParagraph, rules: readonly ParagraphRule[], locale: Locale): ParagraphFinding[] {
  const short = whole.text.length > LONGEST ? { ...whole, text: whole.text.slice(0, LONGEST) } : whole;
  if (short.language !== 'latex' || !short.text.includes(' %')) return findingsIn(context, short, rules, locale);
  const { text, map } = withoutEscapes(short.text);
  const back = <T extends Span>(span: T): T => ({ ...span, ...(span.end > span.start ? map.span(span) : { start: map.toRaw(span.start), end: map.toRaw(span.start) }) });
  return findingsIn(context, { ...short, text }, rules, locale).map((finding) => moved(finding, back));
}

/** In LaTeX a percent sign is two characters, the first a blank in the prose; rules know one. An edit at the sign takes both. */
function withoutEscapes(text: string): { readonly text: string; readonly map: OffsetMap } {
  const runs: { raw: number; length: number; attached: number }[] = [];
  let at = 0;
  for (const m of text.matchAll(/ %/gu)) { runs.push({ raw: at, length: m.index + 1 - at, attached: 1 }); at = m.index + 2; }
  runs.push({ raw: at, length: text.length - at, attached: 0 });
  return { text: text.replace(/ %/gu, '%'), map: OffsetMap.fromRuns(runs) };
}

function findingsIn(context: CheckContext, paragraph: DraftParagraph, rules: readonly ParagraphRule[], locale: Locale): ParagraphFinding[] {
  return rules.flatMap((rule) => rule.check(paragraph, context).map(({ words, fixes = [], source = null, severity, basis = rule.basis, start, end }): ParagraphFinding => {
    const kinds = fixes.map(({ edits, preferred }) => ({ kind: 'wording', edits, preferred }));
    return {
      rule: rule.id, severity: severity ?? rule.severity, start, end, message: messageOf(words[locale], basis, locale), source,
      edits: kinds[0]?.edits ?? [], fixes: kinds, inQuotations: rule.inQuotations ?? false, profile: rule.profile ?? null, off: rule.off ?? false,
    };
  }));
}

function messageOf(words: string, basis: string | null, locale: Locale): string {
  if (locale === 'zh-cn') return basis ? `${words}（${basis}）。` : `${words}。`;
  return basis ? `${words} (${basis}).` : `${words}.`;
}

const placed = (finding: ParagraphFinding, by: number): ParagraphFinding => moved(finding, (span) => ({ ...span, start: span.start + by, end: span.end + by }));

function moved(finding: ParagraphFinding, move: <T extends Span>(span: T) => T): ParagraphFinding {
  const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) }));
  return { ...move(finding), fixes, edits: fixes[0]?.edits ?? [] };
}
