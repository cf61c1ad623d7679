/** Paragraphs that are nothing but marked words: who speaks stands at the end of the paragraph before or at the begin of the next. */
import type { Span } from '../../text/offsets';
import { followingAttribution, sceneBehind } from './behind';
import { outermost, findMarks, type MarkedSpan } from './marks';
import { findPersons } from './people';
import { prepare } from './prepared';
import { findSubject } from './speakers';

export interface Announced {
  readonly pieces: readonly (Span & { readonly closed: boolean })[];
  readonly speaker: string;
  /** Simplified words that name the speaker; occasion and date are read from them. */
  readonly attribution: string;
}

/** The marked pieces of a paragraph that has no other words; empty for any other paragraph. */
function onlyPieces(text: string): readonly (Span & { closed: boolean })[] {
  const marks = outermost(findMarks(text));
  let rest = '', at = 0;
  for (const m of marks) { rest += text.slice(at, m.open); at = m.close; }
  rest += text.slice(at);
  return marks.length > 0 && /^[\s。；;，,、……—]*$/u.test(rest) ? marks.filter((m) => m.end - m.start >= 6) : [];
}

/** 贯彻落实习近平总书记的重要指示，……: what is followed stands in the paragraph in front. */
const FOLLOWED = /^\s*(?:按照|贯彻落实|贯彻|落实|牢记|遵循|遵照|沿着|循着|根据|在)[^，。“”]{2,20}?(?:的)?(?:这些|一系列|系列)?(?:重要|殷切|谆谆|殷殷)?(?:指示|要求|嘱托|讲话|论述|部署|教导|指引|引领)(?:精神|批示|要求|下)?(?=[，,])/u;
/** “……”“……”，这些重要指示……: whose indications the paragraph in front has spoken of. */
const THESE = /^[，,\s]*这(?:些|一系列|一)?(?:重要|系列|殷殷|谆谆)*(?:指示|论述|讲话|要求|论断|嘱托)(?!的)/u;

/** The pieces with which paragraph `index` opens and that it calls somebody's indications; null where the paragraph in front names no single one. */
export function indicatedAt(texts: readonly string[], index: number): Announced | null {
  const text = texts[index] as string, before = texts[index - 1] ?? '';
  let at = /^\s*/.exec(text)?.[0].length ?? 0;
  const pieces: MarkedSpan[] = [];
  for (const m of outermost(findMarks(text))) {
    if (!/^[、\s]*$/u.test(text.slice(at, m.open))) break;
    pieces.push(m);
    at = m.close;
  }
  if (pieces.length === 0 || !THESE.test(text.slice(at)) || !/讲话|指示|要求|论述|嘱托|批示/u.test(before)) return null;
  const persons = findPersons(before);
  if (!persons[0]?.official || new Set(persons.map((p) => p.name)).size !== 1) return null;
  return { pieces: pieces.filter((m) => m.end - m.start >= 10), speaker: persons[0].name, attribution: /[^。！？]*[。！？]?\s*$/u.exec(before)?.[0].trim() ?? '' };
}

/**
 * Who said the words that are paragraph `index`; null where neither neighbour says it.
 * @param texts paragraphs in Simplified characters
 * @param names persons whom the document names
 */
export function announcedAt(texts: readonly string[], index: number, names: readonly string[]): Announced | null {
  const text = texts[index] as string;
  const pieces = onlyPieces(text);
  if (pieces.length === 0) return null;
  let before = index - 1;
  while (before >= 0 && onlyPieces(texts[before] as string).length > 0) before--;
  const lead = /[^。！？]*(?:[：:]|—{2}|─{2})\s*$/u.exec(texts[before] ?? '')?.[0];
  if (lead && lead.length >= 4) {
    // Terms in marks within the lead name nobody.
    const words = lead.replace(/“[^”]*”/g, (m) => '　'.repeat(m.length));
    const here = new Set(findPersons(words).map((p) => p.name));
    // Where the last sentence names nobody, the paragraph may speak of one person only.
    const persons = here.size > 0 ? here : new Set(findPersons(texts[before] as string).map((p) => p.name));
    const speaker = persons.size === 1 ? ([...persons][0] as string) : persons.size === 0 ? findSubject(words.replace(/[：:—─\s]+$/u, ''), names) : null;
    if (typeof speaker === 'string') return { pieces, speaker, attribution: lead.trim() };
    // 他深感责任重大——: the one person of the paragraph in front.
    if (speaker?.kind === 'bare' && /^[他她]$/u.test(speaker.name)) {
      const told = findPersons(texts[before - 1] ?? '');
      if (told[0]?.official && new Set(told.map((p) => p.name)).size === 1) return { pieces, speaker: told[0].name, attribution: lead.trim() };
    }
    if (speaker && speaker.kind !== 'bare' && speaker.kind !== 'collective') return { pieces, speaker: speaker.name, attribution: lead.trim() };
  }
  const follows = FOLLOWED.exec(texts[index + 1] ?? ''), leader = follows ? findPersons(follows[0])[0] : undefined;
  if (leader?.official && pieces.every((piece) => piece.end - piece.start >= 10)) return { pieces, speaker: leader.name, attribution: (follows as RegExpExecArray)[0].trim() };
  const told = toldBefore(texts[before] ?? '', text, names);
  if (told) return { pieces, ...told };
  const next = texts[index + 1];
  if (index + 1 >= texts.length || !next || onlyPieces(next).length > 0 || !/[。！？]”?\s*$/u.test(text)) return null;
  const joined = prepare(text.trimEnd() + next, names);
  const last = joined.marks[onlyPieces(text).length - 1];
  // The first words of a text stand before the scene that explains them.
  const opens = texts.slice(0, index).every((line) => !line.includes('。'));
  const found = last ? followingAttribution(joined, last) ?? (opens ? sceneBehind(joined, last) : null) : null;
  return found ? { pieces, speaker: found.subject.name, attribution: joined.text.slice(found.span.start, found.span.end) } : null;
}

/** “……。”字里行间，…: words that open a paragraph and are spoken of as a letter or a talk. */
const SPOKEN_OF = /^\s*[，,]?(?:字里行间|信中的?话|这封信|一封信|这番话|一番话|这席话|一席话|话语间|言语间|话音|短短数语|寥寥数语|朴实的话语|真挚的话语|铿锵的话语)/u;
const LETTER = /信|讲话|致辞|谈话|寄语|贺词/;

/** Whose letter or talk the words are with which paragraph `index` opens: the one person of the paragraph before, if that speaks of it. */
export function spokenOfAt(texts: readonly string[], index: number): { piece: Span & { readonly closed: boolean }; speaker: string; attribution: string } | null {
  const text = texts[index] as string, before = texts[index - 1] ?? '';
  const piece = outermost(findMarks(text))[0];
  if (!piece || text.slice(0, piece.open).trim() !== '' || !SPOKEN_OF.test(text.slice(piece.close)) || !LETTER.test(before) || before.length > 160) return null;
  const persons = findPersons(before);
  const names = new Set(persons.map((p) => p.name));
  if (names.size !== 1 || !persons[0]?.official) return null;
  return { piece, speaker: persons[0].name, attribution: before.trim() };
}

/** An item of a list: it ends with a semicolon, or begins with a day or a place. */
const ITEM = /[；;]\s*$|^\s*(?:——|\d{1,2}月|(?:19|20)\d{2}年|[（(]?\d{1,2}[)）.、]|[在于赴到])/u;
/** No list is longer. */
const ITEMS = 16;

/**
 * Who is announced for the items of a list: ……提出明确要求： / 7月25日，在某地考察时强调，“……”； / 9月6日，…….
 * The one official person of the sentence that ends with the colon; null where paragraph `index` is no such item.
 */
export function carriedTo(texts: readonly string[], index: number): string | null {
  for (let i = index - 1; i >= Math.max(0, index - ITEMS); i--) {
    const text = (texts[i] as string).trimEnd();
    if (/[：:]$/u.test(text)) {
      const persons = findPersons(/[^。！？]*$/u.exec(text)?.[0] ?? '');
      return persons[0]?.official && new Set(persons.map((p) => p.name)).size === 1 ? persons[0].name : null;
    }
    if (!ITEM.test(text)) return null;
  }
  return null;
}

/** Verbs that say that words follow, though the sentence ends with a full stop. */
const TELLS = /(?:宣布|宣示|宣告|指出|强调|提出|谈(?:到|及|得)|说(?:过|道)|表示|嘱托|叮嘱|勉励|寄语|回答|告诫|要求|重申|回信|致信|致辞|讲话|阐述|阐释|写道|发问|追问|提问|反问|问道|叮咛)/;

/** Whole sentences in marks behind a paragraph whose last sentence says that one person spoke: 习近平在致辞时宣布新目标。 */
function toldBefore(paragraph: string, text: string, names: readonly string[]): { speaker: string; attribution: string } | null {
  const last = /[^。！？]*[。！？…]+\s*$/u.exec(paragraph)?.[0] ?? '';
  if (!/[。！？…]”?[。…]*\s*$/u.test(text) || /[“”]/.test(last) || !TELLS.test(last)) return null;
  const persons = findPersons(last);
  const subject = findSubject(last.slice(0, TELLS.exec(last)?.index), names);
  if (subject?.kind === 'bare' && /^[他她]$/u.test(subject.name)) {
    const all = findPersons(paragraph), named = new Set(all.map((p) => p.name));
    return named.size === 1 && all[0]?.official ? { speaker: all[0].name, attribution: last.trim() } : null;
  }
  if (!subject || subject.kind !== 'person' || !subject.official || persons.some((p) => p.name !== subject.name)) return null;
  return { speaker: subject.name, attribution: last.trim() };
}
