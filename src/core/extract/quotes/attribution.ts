/** Which marked words of a Chinese paragraph are attributed to somebody, and to whom. */
import type { Span } from '../../text/offsets';
import { attributionBehind, sceneBefore, sceneBehind } from './behind';
import type { MarkedSpan } from './marks';
import { prepare, sentenceEnd, sentenceStart, type Prepared } from './prepared';
import { contextStart, findOwner, findSubject, isTransparent, type Subject } from './speakers';
import { accepts, isClause, lettersIn, verbBefore, type Verb } from './verbs';
import { CLAUSE_OPENING } from './words';

/** Attributed words in a paragraph; all offsets are into its clean text. */
export interface Attributed extends Span {
  /** From the beginning of the attributing sentence or clause to behind the verb. */
  readonly attribution: Span;
  readonly subject: Subject;
  /** What occasion and date are read from: the attribution, for a piece that continues another that of the first. */
  readonly context: Span;
  /** The words before this piece's own verb where the speaker was named before an earlier piece; they may name another occasion. */
  readonly own: Span | null;
  readonly leadIn: string | null;
  readonly marked: boolean;
  /** Whether the closing mark stands in the same paragraph. */
  readonly closed: boolean;
}

const CHAIN = /^(?:[；;、，,和与]|以及|并且|并|和|或|……|…|\s|——)*$/;

/** All attributed marked words of a paragraph of Chinese text. Offsets are into the paragraph. */
export function attributedMarks(p: Prepared): Attributed[] {
  const result: Attributed[] = [];
  let previousClose = -1;
  for (const m of p.marks) {
    const words = p.text.slice(m.start, m.end);
    if (words.trim().length < 4) continue;
    const last = result.at(-1);
    const from = sentenceStart(p, m.open);
    const chained = last && last.marked && previousClose >= 0 && CHAIN.test(p.masked.slice(previousClose, m.open)) && m.open - previousClose <= 4;
    if (chained && last) {
      if (isClause(words) || (lettersIn(words) >= 6 && /^(?:等|[^\p{Script=Han}]|$)/u.test(p.text.slice(m.close)))) { result.push({ ...last, start: m.start, end: m.end, leadIn: null, closed: m.closed }); previousClose = m.close; }
      continue;
    }
    if (last && last.marked && (listed(p, m) || goesOnAfterComma(p, last, m)) && sentenceStart(p, last.start) === from && isClause(words)) {
      result.push({ ...last, start: m.start, end: m.end, leadIn: null, closed: m.closed });
      previousClose = m.close;
      continue;
    }
    const verb = verbBefore(p, from, m.open, m.close);
    const introduced = verb !== null && accepts(p, m, verb);
    const named = introduced ? byVerb(p, from, verb, result) : null;
    const before = introduced && (named === null || named.subject.kind === 'meeting') ? fromHereToThere(p, from, m, verb) ?? named : named;
    if (before) {
      result.push({ start: m.start, end: m.end, leadIn: verb?.leadIn ?? null, marked: true, closed: m.closed, ...before });
      previousClose = m.close;
      continue;
    }
    // X表示：“……” of somebody unknown is not the next speaker's.
    if (introduced && verb.direct) { result.push(...quotedWithin(p, m)); continue; }
    if (!isClause(words) && !/[。！？，!?,]$/.test(words) && !/^…*[，,。]?这(?:就)?是/.test(p.masked.slice(m.close))) continue;
    const behind = attributionBehind(p, m) ?? sceneBehind(p, m) ?? sceneBefore(p, m);
    if (!behind) result.push(...quotedWithin(p, m));
    if (behind) {
      result.push(...piecesBefore(p, m, result).map((e): Attributed => ({ start: e.start, end: e.end, attribution: behind.span, context: behind.span, own: null, subject: behind.subject, leadIn: null, marked: true, closed: e.closed })));
      result.push({ start: m.start, end: m.end, attribution: behind.span, context: behind.span, own: null, subject: behind.subject, leadIn: null, marked: true, closed: m.closed });
      previousClose = m.close;
    }
  }
  return result;
}

/** 会议指出，“……”，……；“……”；“……”。: an item of its own between semicolons, of the same speaker. */
function listed(p: Prepared, m: MarkedSpan): boolean {
  return /[；;]\s*$/u.test(p.text.slice(0, m.open).slice(-3)) && /^\s*[；;。]/u.test(p.text.slice(m.close));
}

/** 指出，要“……”，积极培育……，“加快……”。: a further demand of the same sentence, between commas. */
function goesOnAfterComma(p: Prepared, last: Attributed, m: MarkedSpan): boolean {
  const between = p.masked.slice(last.end + 1, m.open);
  // 强调，“……”，要“……”
  if (/^[，,](?:并|还|也)?(?:要|必须|应当)$/u.test(between)) return true;
  return last.leadIn !== null && between.length <= 60 && /^[，,]/u.test(between) && /[，,]\s*$/u.test(between) && !/[：:；;“”]/u.test(between)
    && /^\s*[。，,]/u.test(p.text.slice(m.close)) && CLAUSE_OPENING.test(p.text.slice(m.start, m.end));
}

/** “……习近平总书记强调‘……’，……”: in the words of somebody unknown those of a named official person, paper or meeting. */
function quotedWithin(p: Prepared, m: MarkedSpan): Attributed[] {
  const words = p.text.slice(m.start, m.end);
  if (!words.includes('‘')) return [];
  const shift = <T extends Span>(s: T): T => ({ ...s, start: s.start + m.start, end: s.end + m.start });
  return attributedMarks(prepare(words, p.names))
    .filter((a) => a.subject.official && a.subject.kind !== 'bare' && a.subject.kind !== 'collective')
    .map((a) => ({ ...shift(a), attribution: shift(a.attribution), subject: shift(a.subject), context: shift(a.context), own: a.own ? shift(a.own) : null }));
}

/** “……”“……”这是他常讲的: pieces right in front of one whose speaker stands behind it are his too. */
function piecesBefore(p: Prepared, last: MarkedSpan, taken: readonly Attributed[]): MarkedSpan[] {
  const found: MarkedSpan[] = [];
  for (let i = p.marks.indexOf(last) - 1, next = last; i >= 0; i--) {
    const m = p.marks[i] as MarkedSpan;
    if (!/^[、…\s]*$/.test(p.text.slice(m.close, next.open)) || m.end - m.start < 6 || taken.some((a) => a.start < m.end && m.start < a.end)) break;
    found.unshift(m);
    next = m;
  }
  return found;
}

/** The subject of a verb: in its own stretch of the sentence, else that of the piece before in the same sentence. */
function byVerb(p: Prepared, from: number, verb: Verb, earlier: readonly Attributed[]): Pick<Attributed, 'attribution' | 'subject' | 'context' | 'own'> | null {
  const region = p.masked.slice(from, verb.start);
  const found = verb.ofNoun ? findOwner(region, p.names) : findSubject(region, p.names);
  const last = earlier.at(-1);
  const same = last && sentenceStart(p, last.start) === from || last && last.attribution.start >= from ? last : undefined;
  if (found && (found.kind !== 'bare' || !same)) {
    const subject = { ...found, start: found.start + from, end: found.end + from };
    if (same && subject.start === same.subject.start) return { subject: same.subject, attribution: same.attribution, context: same.context, own: { start: same.end, end: verb.end } };
    const start = from + contextStart(region, found);
    const lead = /^[\s”」』，,；;]*/.exec(p.masked.slice(start))?.[0].length ?? 0;
    return { subject, attribution: { start: start + lead, end: verb.end }, context: { start, end: verb.end }, own: null };
  }
  if (same && (found?.kind === 'bare' || found === null) && /^[^\p{Script=Han}]*(?:并|又|还|他|她|同时|也|再次|进一步|明确|勉励|强调|指出|，)*/u.test(p.masked.slice(same.end, verb.start))) {
    if (found === null && !onlyConnects(p.masked.slice(Math.max(same.end + 1, from), verb.start))) return null;
    return { subject: same.subject, attribution: same.attribution, context: same.context, own: { start: same.end, end: verb.end } };
  }
  return found === null && !same ? goingOn(p, from, verb, last) : null;
}

/** 从某会上要求“……”，到某地考察时提出“……”，习近平总书记……: the person behind the last of the words is the subject of all. */
function fromHereToThere(p: Prepared, from: number, m: MarkedSpan, verb: Verb): Pick<Attributed, 'attribution' | 'subject' | 'context' | 'own'> | null {
  const sentence = p.masked.slice(from, sentenceEnd(p, m.open));
  if (!/^\s*从[^，]{2,40}“[^”]*”[，,](?:再)?到/u.test(sentence)) return null;
  const last = sentence.lastIndexOf('”') + 1;
  if (from + last < m.close) return null;
  const subject = findSubject(/^[，,]?[^，,。]*/u.exec(sentence.slice(last))?.[0].replace(/^[，,]/u, ' ') ?? '', p.names);
  if (subject?.kind !== 'person' || !subject.official) return null;
  const own = Math.max(p.masked.lastIndexOf('”', m.open) + 1, from);
  const start = own + (/^[\s，,从到再]*/u.exec(p.masked.slice(own, verb.end))?.[0].length ?? 0);
  const context = { start: own, end: verb.end };
  return { subject: { ...subject, start: subject.start + from + last, end: subject.end + from + last }, attribution: { start, end: verb.end }, context, own: null };
}

const GOES_ON = /^\s*(?:而且|并且|此外|另外|同时|与此同时|随后|接着|最后)?[，,]?(?:还|并|又|也|再次|进一步|特别)?/;

/** 还强调，“……”: a sentence without a subject that goes on has that of the sentence before. */
function goingOn(p: Prepared, from: number, verb: Verb, last: Attributed | undefined): Pick<Attributed, 'attribution' | 'subject' | 'context' | 'own'> | null {
  const region = p.masked.slice(from, verb.start);
  if (from === 0 && p.carried !== null && onlyConnects(region)) return { subject: { name: p.carried, kind: 'person', official: true, start: 0, end: 0 }, attribution: { start: region.length - region.trimStart().length, end: verb.end }, context: { start: 0, end: verb.end }, own: null };
  const opening = GOES_ON.exec(region)?.[0] ?? '';
  if (from === 0 || !onlyConnects(region.slice(opening.length))) return null;
  const attribution = { start: from + (region.length - region.trimStart().length), end: verb.end };
  const before = sentenceStart(p, from - 1);
  // 同某某座谈时指出: on another occasion, right behind words of the same person.
  if (opening.trim() === '') return last && last.subject.kind === 'person' && last.subject.official && region.trim() !== '' && sentenceStart(p, last.start) === before ? { subject: last.subject, attribution, context: attribution, own: null } : null;
  if (last && sentenceStart(p, last.start) === before) return { subject: last.subject, attribution, context: last.context, own: { start: from, end: verb.end } };
  const clause = p.masked.slice(before, from).split(/[，,；;。]/)[0] as string;
  const subject = findSubject(clause, p.names);
  if (!subject || !subject.official || subject.kind === 'collective' || subject.kind === 'institution' || subject.start > 30) return null;
  return { subject: { ...subject, start: subject.start + before, end: subject.end + before }, attribution, context: attribution, own: null };
}
function onlyConnects(text: string): boolean {
  const parts = text.split(/[，,]/u);
  return (parts.length > 1 && parts.every((part) => isTransparent(part.trim()))) || isTransparent(text.replace(/^[\s，,；;、”」』]+|[，,]$/g, '').replace(/^(?:而且|并且|他|她)/, ''));
}
