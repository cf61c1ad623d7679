/** Collections of sayings: paragraphs of words without marks, under which a line says whose they are, when and where. */
import type { ParagraphKind, Source } from '../../library/types';
import type { Span } from '../../text/offsets';
import { toSimplified } from '../../text/script';
import { dateOf } from './date';
import { findMarks, outermost } from './marks';
import { occasionOf } from './occasion';
import { findPersons, plainNameAt } from './people';

/** Kinds of paragraphs that quote; a heading in marks is a title. */
export const QUOTING: ReadonlySet<ParagraphKind> = new Set(['body', 'abstract', 'callout', 'note', 'question']);

/** Words of a collection; offsets are into the clean text of the paragraph with that index. */
export interface Collected extends Span {
  readonly paragraph: number;
  readonly speaker: string;
  readonly occasion: string | null;
  readonly date: string | null;
  readonly marked: boolean;
  readonly attribution: string;
  /** Whether it is the paragraph as it stands, whatever is quoted within it. */
  readonly whole: boolean;
}

const MOTTO = /^\s*[—─-]{2,}\s*(?=\S)/;
const SAID = '(?:讲话|报告|演讲|谈话|致辞|发言|说明|贺信|回信|指示|批示|主旨演讲|书面致辞|文章)';
/** （2018年1月19日在某会议上的讲话） */
const NOTED = new RegExp(`^\\s*[（(]\\s*((?:[12]\\d{3}|[二一][〇○零九][〇○零一二三四五六七八九]{2})年.{4,90}?${SAID})(?:节选|摘要|要点)?[^）)]{0,8}[)）]\\s*$`, 'u');
/** 《在某会议上的讲话》（2012年11月15日），《某某日报》2012年11月16日 */
const TITLED = new RegExp(`^\\s*[—─-]*\\s*《([^《》]{4,80})》\\s*[（(]\\s*([12]\\d{3}年[^（）()]{0,24})[)）]`, 'u');
/** Words of one entry go over no more paragraphs. */
const MOST = 6;

/**
 * The words above paragraph `index`, if that is a line of a collection; empty for any other paragraph.
 * @param texts paragraphs in Simplified characters
 */
export function collectedAbove(source: Source, texts: readonly string[], index: number): Collected[] {
  const line = texts[index] as string;
  if (line.length > 160 || source.paragraphs[index]?.kind === 'reference') return [];
  const motto = mottoAbove(source, texts, index);
  if (motto) return [motto];
  const noted = NOTED.exec(line), titled = noted ? null : TITLED.exec(line);
  const speaker = noted ?? titled ? collectionOf(source) : null;
  if (speaker === null) return [];
  const words = noted ? noted[1] as string : `${(titled as RegExpExecArray)[2]}${(titled as RegExpExecArray)[1]}`;
  const entry = { speaker, occasion: occasionOf(words, speaker), date: dateOf(words, null), marked: false, attribution: line.trim(), whole: true };
  const found: Collected[] = [];
  for (let i = index - 1; i >= Math.max(0, index - MOST); i--) {
    const above = source.paragraphs[i];
    if (!above || above.kind !== 'body' || above.language === 'en' || above.text.trim().length < 6 || !/[。！？；…”」]\s*$/u.test(above.text) || NOTED.test(texts[i] as string) || TITLED.test(texts[i] as string)) break;
    found.unshift({ ...entry, paragraph: i, start: 0, end: above.text.length });
  }
  return found;
}

/** Whose words a whole document collects: its one author, or whom its title names. */
function collectionOf(source: Source): string | null {
  if (source.speech?.speaker) return toSimplified(source.speech.speaker);
  const title = toSimplified(source.title ?? '');
  const named = new Set(findPersons(title).map((p) => p.name));
  if (named.size === 1 && /论述|摘编|节录|语录|选编|摘录|文选|金句|讲话|说/u.test(title)) return [...named][0] as string;
  return source.authors.length === 1 ? toSimplified(source.authors[0] as string) : null;
}

/** A paragraph of words, under it ——习近平2024年……的讲话. */
function mottoAbove(source: Source, texts: readonly string[], index: number): Collected | null {
  const line = texts[index] as string, above = source.paragraphs[index - 1];
  const dash = MOTTO.exec(line);
  if (!dash || line.length > 120 || !above || !QUOTING.has(above.kind) || above.language === 'en' || above.text.length < 10 || MOTTO.test(above.text)) return null;
  const words = line.slice(dash[0].length);
  const person = plainOrTitled(words);
  const speaker = person ?? /^《[^《》]{2,60}》/.exec(words)?.[0] ?? null;
  if (!speaker || !/[。！？”」]\s*$/.test(above.text)) return null;
  const text = texts[index - 1] as string;
  const marks = outermost(findMarks(text)), outer = marks[0];
  const inside = outer && marks.length === 1 && outer.open <= 1 && outer.close >= text.trimEnd().length ? outer : { start: 0, end: text.length };
  return { paragraph: index - 1, start: inside.start, end: inside.end, speaker, occasion: person ? occasionOf(words, speaker) : null, date: dateOf(words, null), marked: inside === outer, attribution: words.trim(), whole: false };
}

/** The person whose name begins a line: 习近平2024年……, 国务院总理李强在……. */
function plainOrTitled(words: string): string | null {
  const first = findPersons(words)[0];
  if (first && first.start <= 12) return first.name;
  return plainNameAt(words, 0)?.name ?? null;
}
