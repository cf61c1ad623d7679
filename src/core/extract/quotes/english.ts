/** Attributed quotations in English text. */
import type { Span } from '../../text/offsets';
import { findMarks, outermost, type MarkedSpan } from './marks';
import { documentNoun, personOf, ROLES, type EnglishMemory } from './englishNames';

export interface EnglishAttributed extends Span {
  readonly attribution: Span;
  readonly speaker: string;
  readonly kind: 'person' | 'document' | 'institution';
  readonly context: Span;
  readonly closed: boolean;
}

const VERBS = '(?:was|is|were) quoted as saying|said|says|stressed|stresses|noted|notes|emphasi[sz]ed|emphasi[sz]es|pointed out|points out|added|adds|mentioned|mentions|described|outlined|told(?: [A-Z][\\w ]{2,30}| reporters| the [A-Z][\\w ]{2,30})?|wrote|writes|stated|states|declared|remarked|reiterated|underscored|underlined|highlighted|urged|called on [^,"]{2,30}|called for|proposed|argued|argues|explained|observed|affirmed|announced|pledged|vowed|warned|commented|concluded|recalled|asserted|insisted|acknowledged|maintained|continued|responded|replied|answered|asked|claimed|suggested|put it|writes?|reads?|provides|stipulates|holds|concludes|notes|calls for';
const VERB = new RegExp(`\\b(?:${VERBS})\\b`, 'gi');
/** Ranks written small among a name's titles: Foreign Ministry spokesperson Wang Wenbin. */
const TITLE_WORDS = 'spokesperson|spokesman|spokeswoman|minister|director|professor|president|chief|head|manager|researcher|scientist|analyst|expert|secretary|chairman|chairwoman|envoy|ambassador|economist|adviser|advisor|scholar|academician|premier|chancellor|commissioner|founder|engineer';
const NAME = `(?:(?:de|van|von|al) )?(?:[A-Z][\\w.'’-]+|[A-Z]\\.)(?:(?: |-)(?:of|the|and|for|in|at|to|de|van|von|al|bin|da|${TITLE_WORDS})(?= [A-Z])|(?: |-)(?:[A-Z][\\w.'’-]+|[A-Z]\\.)){0,9}`;

/** Behind the words: `," said Wang Yi`, `," Wang said`, `," the minister said` (resolved by what stands before). */
const BEHIND = [
  new RegExp(`^[,.\\s]*((?:${VERBS})\\s+((?:the |Chinese |China's |former |then |(?:${TITLE_WORDS}) )*${NAME}|he|she|the (?:[A-Z][a-z]+ )?(?:${ROLES}))(?:, (?:an?|the|[a-z])[^.;"“]{2,90}?)?)(?=[.,;:"“]|$| (?:in|at|on|during|when|while|to|after|before|as|last|this|of|from|inside|outside|here|following|amid|over|about|upon|who|with|through|via|by|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b)`),
  new RegExp(`^[,.\\s]*(((?:the |Chinese |China's |former |then |Visiting )*${NAME}|[Hh]e|[Ss]he|[Tt]he (?:[A-Z][a-z]+ )?(?:${ROLES}))(?:,[^,.;"“]{2,140},)?(?: (?:also|further|later|once|then|has|had|recently|repeatedly))* (?:${VERBS}))\\b`),
];
/** Before the words: `Xi said: "`, `Xi stressed that "`, `According to the report, "`. */
const SUBJECT_BEFORE = new RegExp(`((?:the |The |Chinese |China's |former |In his |In her )*${NAME}|\\b[Hh]e|\\b[Ss]he|\\b[Tt]he (?:report|document|white paper|communique|communiqué|statement|outline|plan|declaration|resolution|decision|initiative|letter))(?:,([^,.;"“]{2,160}),?)?(?: (?:also|further|later|once|then|has|had|\\w+ly|in [^,."“]{2,60}|at [^,."“]{2,80}|on [^,."“]{2,40}))*$`);
const PRONOUN_BEFORE = /\b([Hh]e|[Ss]he)(?: (?:also|further|later|once|then|has|had|\w+ly))*$/;
/** A held view: the principle that "…", the idea that "…". */
const HELD_VIEW = /\b(?:principle|idea|view|belief|vision|conviction|concept|notion|position|proposition|fact|philosophy|spirit)s?(?: that| of|:|,)?\s*$/i;

/** It is said of a paper or a meeting: what it says stands behind "that". */
const STATED_IN = /\b[Ii]t (?:is|was|has been) (?:\w+ly |also )?(?:stressed|noted|stated|emphasi[sz]ed|pointed out|proposed|underlined|highlighted|declared|announced|made clear|written) (?:in|at|by) ([^,;"“]{4,140}?),? that\b[^,;"“]{0,60}$/;

function wordsIn(text: string): number {
  return text.match(/[A-Za-z][A-Za-z'’-]*/g)?.length ?? 0;
}
/** A clause and not a name: five words and a verb, or sentence punctuation inside. */
function isClause(text: string): boolean {
  if (/[.!?,]["'’]?$/.test(text.trim()) && wordsIn(text) >= 2) return true;
  if (wordsIn(text) >= 7) return true;
  return wordsIn(text) >= 4 && /\b(?:is|are|was|were|has|have|had|will|must|should|can|cannot|may|need|needs|benefits?|makes?|do|does|not|be|work|build|promote|strengthen|adhere|uphold)\b/i.test(text) && !/^(?:[A-Z][\w-]*\s?(?:of |and |the |for )*)+$/.test(text);
}

/** Called on all to “…”: what is asked for is a clause, though it has no subject. */
const ASKED = /\b(?:to|must|should|will|would|can|could|may|not)\s*$/i;

/** The concept of "…": marked words that name an idea. */
const NAMED = /\b(?:concept|idea|notion|phrase|term|slogan|theme|motto|title|philosophy|principle|vision|thinking) of\s*$/i;

/** Start of the English sentence that holds an offset: behind a full stop outside marks. */
function sentenceStart(text: string, at: number, marks: readonly MarkedSpan[]): number {
  for (let i = at - 1; i > 0; i--) {
    const inside = marks.find((m) => i >= m.open && i < m.close);
    if (inside) {
      if (i === inside.close - 1 && /[.!?]$/.test(text.slice(inside.start, inside.end)) && /^\s+[A-Z“"]/.test(text.slice(inside.close, inside.close + 3))) return inside.close;
      i = inside.open;
      continue;
    }
    if (/[.!?;\n]/.test(text[i] as string) && /\s/.test(text[i + 1] ?? ' ') && !/\b(?:Mr|Mrs|Ms|Dr|Prof|No|St|Jr|Sr|U\.S|[A-Z])$/.test(text.slice(Math.max(0, i - 5), i))) return i + 1;
  }
  return 0;
}

interface Found { readonly span: Span; readonly speaker: string; readonly kind: EnglishAttributed['kind'] }

function behind(text: string, m: MarkedSpan, memory: EnglishMemory, offset: number): Found | null {
  if (!/[,.!?—-]["'’]?$/.test(text.slice(m.start, m.end).trim()) && !/^\s*,/.test(text.slice(m.close))) return null;
  for (const pattern of BEHIND) {
    const f = pattern.exec(text.slice(m.close));
    if (!f) continue;
    const who = personOf(f[2] as string, memory, offset);
    if (!who) continue;
    const start = m.close + f[0].length - (f[1] as string).length;
    return { span: { start, end: start + (f[1] as string).length }, speaker: who.name, kind: who.kind };
  }
  return null;
}

const SECOND_VERB = /(?:,| and)(?: and)?(?: (?:first|also|then|further|later|again|once))?$/;

/** Xi, then secretary of …, praised the village, and said that: the only person of the sentence is the subject of its second verb too. */
function onlyNameBefore(left: string, memory: EnglishMemory, start: number, end: number): readonly [string, string] | null {
  return SECOND_VERB.test(left) ? onlyNameIn(left, memory, start, end) : null;
}

/** The only person whom a stretch of the text names, as a match. */
function onlyNameIn(left: string, memory: EnglishMemory, start: number, end: number): readonly [string, string] | null {
  const names = new Set(memory.names.filter((n) => n.offset >= start && n.offset < Math.min(end, start + left.length)).map((n) => n.name));
  const name = [...names][0];
  return names.size === 1 && name !== undefined ? [name, name] : null;
}

function before(text: string, m: MarkedSpan, from: number, memory: EnglishMemory, offset: number): Found | null {
  const region = text.slice(from, m.open);
  const verbs = [...region.matchAll(VERB)];
  const verb = verbs.at(-1);
  if (verb) {
    const gap = region.slice(verb.index + verb[0].length);
    const close = /^\s*(?:[,:]|that|how)?\s*$/i.test(gap) || (/^(?:\s+(?:that|the need|to|for|of|on|the importance of))?[^".;:]{0,60}$/.test(gap) && wordsIn(text.slice(m.start, m.end)) >= (ASKED.test(region) ? 3 : 5));
    const left = region.slice(0, verb.index).replace(/[,\s]+$/, '');
    const pronoun = PRONOUN_BEFORE.exec(left);
    // During Xi's visit he said: whom the same sentence names.
    const subject = (pronoun && onlyNameIn(left, memory, offset - m.open + from, offset)) ?? pronoun ?? SUBJECT_BEFORE.exec(left) ?? onlyNameBefore(left, memory, offset - m.open + from, offset);
    if (close && subject && !NAMED.test(region) && (/^\s*[,:]/.test(gap) || /that\s*$/.test(gap) || ASKED.test(region) || isClause(text.slice(m.start, m.end)))) {
      const named = personOf(subject[1] as string, memory, offset);
      // At the Forum, Premier Li said: what opens the sentence is no subject.
      const behind = subject[2] !== undefined && named?.kind !== 'person' ? personOf(subject[2], memory, offset) : null;
      const who = behind?.kind === 'person' ? behind : named;
      if (who) return { span: { start: from + (region.length - region.trimStart().length), end: from + verb.index + verb[0].length }, speaker: who.name, kind: who.kind };
    }
  }
  const according = /\b(?:[Aa]ccording to|[Aa]s|[Ii]n the words of)\s+([^,"“]{3,100}?)(?: (?:put it|said|wrote|noted))?,\s*$/.exec(region);
  if (according) {
    const who = personOf(according[1] as string, memory, offset);
    if (who) return { span: { start: from + according.index, end: from + region.trimEnd().length }, speaker: who.name, kind: who.kind };
  }
  // It was stressed in the Report to … that “……”
  const stated = STATED_IN.exec(region);
  if (stated) {
    const who = personOf(stated[1] as string, memory, offset);
    if (who && who.kind !== 'person') return { span: { start: from + stated.index, end: from + region.trimEnd().length }, speaker: who.name, kind: who.kind };
  }
  if (HELD_VIEW.test(region)) {
    const document = documentNoun(region);
    if (document) return { span: { start: from + (region.length - region.trimStart().length), end: from + region.trimEnd().length }, speaker: document, kind: 'document' };
  }
  const colon = new RegExp(`(?:^|[.,]\\s*)(${NAME}):\\s*$`).exec(region);
  if (colon) {
    const who = personOf(colon[1] as string, memory, offset);
    if (who) return { span: { start: from + region.lastIndexOf(colon[1] as string), end: from + region.trimEnd().length - 1 }, speaker: who.name, kind: who.kind };
  }
  return null;
}

const SAID_LAST = new RegExp(`((?:the |The |Chinese )*${NAME}|\\b[Hh]e|\\b[Ss]he) (?:also |further |then )?(?:said|added|noted|stressed|explained|wrote)\\.\\s*$`);

/** …, Li said. "…": whole sentences in marks right behind a sentence that ends with who said it. */
function goesOnSaying(text: string, m: MarkedSpan, memory: EnglishMemory, offset: number): Found | null {
  const said = SAID_LAST.exec(text.slice(0, m.open));
  const who = said ? personOf(said[1] as string, memory, offset) : null;
  return said && who ? { span: { start: said.index, end: said.index + said[0].trimEnd().length - 1 }, speaker: who.name, kind: who.kind } : null;
}

/** All attributed quotations of an English paragraph; `memory` knows whom the document has named, `offset` is the paragraph's place in it. */
export function attributedEnglish(text: string, memory: EnglishMemory, offset: number): EnglishAttributed[] {
  const marks = outermost(findMarks(text));
  const result: EnglishAttributed[] = [];
  marks.forEach((m, i) => {
    const words = text.slice(m.start, m.end);
    if (wordsIn(words) < 2) return;
    const from = sentenceStart(text, m.open, marks);
    const end = m.end - (/,$/.test(words) ? 1 : 0);
    const add = (f: Found): void => { result.push({ start: m.start, end, attribution: f.span, context: { start: Math.min(from, f.span.start), end: Math.max(f.span.end, contextEnd(text, f.span.end)) }, speaker: f.speaker, kind: f.kind, closed: m.closed }); };
    const later = behind(text, m, memory, offset + m.close);
    // ……is no “such dream,” he said: a piece of a sentence is no sentence.
    const inside = text.slice(from, m.open).trim() !== '' && wordsIn(words) < 4;
    if (later && !inside && isClause(words)) { add(later); return; }
    const earlier = before(text, m, from, memory, offset + m.open) ?? (isClause(words) && wordsIn(words) >= 6 && /[.!?]$/.test(words.trim()) ? goesOnSaying(text, m, memory, offset + m.open) : null);
    if (earlier && (isClause(words) || (wordsIn(words) >= 3 && ASKED.test(text.slice(from, m.open))))) { add(earlier); return; }
    // "…," Wan said. "…": the second piece goes on; so does "…" and "…".
    const last = result.at(-1), prior = marks[i - 1];
    if (!last || !prior || prior.start !== last.start || !isClause(words)) return;
    const between = text.slice(prior.close, m.open);
    const goesOn = last.attribution.start >= prior.close && last.attribution.end <= m.open && /^[^.]{0,120}[.,]?\s*$/.test(text.slice(last.attribution.end, m.open)) && /^[,.\s]*$/.test(text.slice(prior.close, last.attribution.start));
    if (goesOn || /^\s*(?:,|and|, and|;)\s*$/.test(between)) result.push({ ...last, start: m.start, end, closed: m.closed });
  });
  return result;
}

/** The rest of the attributing clause, where the occasion stands: `said Wang Yi at the forum on Monday.` */
function contextEnd(text: string, at: number): number {
  const stop = /["“;]|(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Dr|St))\./.exec(text.slice(at));
  return at + (stop ? stop.index : text.length - at);
}

/** The occasion of an English attribution: At the first … Conference held recently → the first … Conference. */
export function englishOccasionOf(words: string): string | null {
  // What tells of the words is not where they were said.
  const attribution = words.replace(/\baccording to [^,;.]{3,80}/gi, '');
  const event = '(?:Conference|Congress|Forum|Summit|Meeting|Symposium|Session|Ceremony|Plenum|Plenary Session|conference|congress|forum|summit|meeting|symposium|session|ceremony|press briefing|briefing|speech|address|letter|message|interview|dialogue|dinner|event|report|seminar|visit|talks)';
  const at = new RegExp(`\\b(?:[Aa]t|[Ii]n|[Dd]uring|[Aa]ddressing|[Aa]ttending|to) ((?:(?:the|a|an|his|her|its)\\b|[A-Z][a-z]+day['’]s )[^,;.]{0,120}?\\b${event}(?:(?: of| on(?! (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))| for| with| between| to) (?:the )?(?:(?:[a-z]+|\\d{4}) )?[A-Z][^,;.]{2,90}?)?)(?=$|[,;."“]| held| on [A-Z]| on the sidelines| in \\d| in [A-Z]| and the [A-Z]| \\(| via | as | last| this| recently| when| said| that| which| with| to )`).exec(attribution);
  return at ? (at[1] as string).replace(/\s+/g, ' ').trim() : null;
}

const TOLD = /\btold the ([a-z]+)\b/;
const TOLD_PRESS = /\btold (?:a|the) ((?:regular |weekly |daily )?(?:press|news) (?:conference|briefing))\b/;

/** He told the summit: the last meeting of that kind which the text in front names in full; null where there is none. */
export function toldMeeting(words: string, before: string): string | null {
  const press = TOLD_PRESS.exec(words)?.[1];
  if (press) return press;
  const kind = TOLD.exec(words)?.[1];
  if (!kind) return null;
  const head = kind[0]?.toUpperCase() + kind.slice(1);
  return [...before.matchAll(new RegExp(`(?:[A-Z][\\w’'-]* (?:(?:and|of|for|on|the) )?){1,8}${head}\\b(?: (?:for|on|of) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)(?:[A-Z][\\w-]*)(?: [A-Z][\\w-]*)*)?`, 'g'))].at(-1)?.[0].replace(/^The /, '') ?? null;
}
