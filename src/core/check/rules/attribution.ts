/** Right words, wrong speaker or date (domain: C10): who is named in the draft against who is named in the library. */
import { evidenceOf } from '../../cite/evidence';
import { extractQuotes } from '../../extract/quotes/quotes';
import type { Library, Quote } from '../../library/types';
import { readSource } from '../../parse/readSource';
import { placeOf } from '../quotation/stretch';
import type { DraftRule } from '../rule';
import type { Finding } from '../types';
import { judgementOf } from './quotation';

/** Share of the draft's words that a library quotation must hold to speak of them. */
const COVER = 0.6;

export const attributionRule: DraftRule = {
  scope: 'draft', ids: ['quote.attribution'],
  check({ context, parsed, locale }) {
    const found = parsed.quoted.flatMap((quoted) => {
      const judged = judgementOf(context, quoted);
      return judged && judged.located.length > 0 && judged.verdict !== 'paraphrase' ? [{ quoted, judged }] : [];
    });
    if (found.length === 0) return { findings: [] };
    const zh = locale === 'zh-cn';
    const findings: Finding[] = [];
    // The draft is read as a source is: one reading of attribution for both.
    const own = extractQuotes(readSource({ file: '', text: parsed.prose }));
    for (const { quoted, judged } of found) {
      const named = own.find((q) => q.start < quoted.end && quoted.start < q.end && q.speaker !== null);
      if (!named?.attribution) continue;
      const editions = editionsAt(context.library, judged.located.map((l) => ({ file: l.stretch.source.file, ...placeOf(l.stretch) })));
      if (editions.length === 0 || editions.some((q) => q.speaker === named.speaker && datesAgree(q.date, named.date))) continue;
      const speakers = [...new Set(editions.flatMap((q) => (q.speaker ? [q.speaker] : [])))];
      if (speakers.length === 0) continue;
      const span = spanOf(parsed.prose, named.attribution, quoted);
      // The soundest, best-ranked edition is what the user is shown.
      const best = editions.find((q) => q.id === q.canonical) ?? (editions[0] as Quote);
      const wrongSpeaker = !speakers.includes(named.speaker as string);
      const when = [...new Set(editions.flatMap((q) => (q.date ? [q.date] : [])))].join('、');
      const message = wrongSpeaker
        ? (zh ? `库中这句话出自${speakers.join('、')}，不是${named.speaker}。` : `In the library these words are by ${speakers.join(', ')}, not ${named.speaker}.`)
        : (zh ? `库中这句话的日期是${when}，不是${named.date}。` : `In the library these words are dated ${when}, not ${named.date}.`);
      findings.push({ ...span, rule: 'quote.attribution', severity: 'warning', message, source: evidenceOf(context.library, best), edits: [], fixes: [] });
    }
    return { findings };
  },
};

/** Where the draft names the speaker: before the words, else behind them; the opening mark where neither is to be found. */
function spanOf(prose: string, attribution: string, quoted: { start: number; end: number }): { start: number; end: number } {
  const before = prose.lastIndexOf(attribution, quoted.start), behind = prose.indexOf(attribution, quoted.end);
  const start = before >= 0 && (behind < 0 || quoted.start - before <= behind - quoted.end) ? before : behind;
  return start >= 0 ? { start, end: start + attribution.length } : { start: Math.max(0, quoted.start - 1), end: quoted.start };
}

/** The library's quotations at these places, with their other editions. */
function editionsAt(library: Library, places: readonly { file: string; start: number; end: number }[]): Quote[] {
  const canonical = new Set<string>();
  for (const q of library.quotes) {
    if (places.some((p) => p.file === q.file && Math.min(p.end, q.end) - Math.max(p.start, q.start) >= COVER * (p.end - p.start))) canonical.add(q.canonical);
  }
  return library.quotes.filter((q) => canonical.has(q.canonical));
}

const datesAgree = (a: string | null, b: string | null): boolean => a === null || b === null || a.startsWith(b) || b.startsWith(a);
