/** True quotations of any library: stretches of its sources that a writer could quote. */
import type { Library, Paragraph, Source } from '../../src/core/library/types';
import { foldText } from '../../src/core/text/fold';
import { sentences } from '../../src/core/text/sentences';
import type { Random } from './random';

export interface Truth {
  readonly file: string;
  /** As the source has them, clean; inner quotation marks its own. */
  readonly words: string;
  /** What stands before and behind them in their sentence. */
  readonly before: string;
  readonly after: string;
  readonly shape: 'sentence' | 'part' | 'sentences';
  readonly language: 'zh' | 'en';
}

/** How many letters true quotations have; English ones three times as many at least. */
export interface Lengths { readonly least: number; readonly most: number }
export const USUAL: Lengths = { least: 12, most: 160 };
/** A piece with a mark that another place closes, a formula, a list number or a stray line is nobody's quotation. */
const UNFIT = /[\ufffd|=<>_#*`~\\{}[\]]|^\s*[（(]?[\d一二三四五六七八九十]+[)）.、]|https?:/u;

const letters = (text: string): number => foldText(text).length;
const paired = (text: string): boolean => [['“', '”'], ['‘', '’'], ['「', '」'], ['（', '）'], ['(', ')'], ['《', '》']].every(([open, close]) => text.split(open as string).length === text.split(close as string).length);
const isWhole = (text: string): boolean => !UNFIT.test(text) && paired(text) && !/^[^“]*”/u.test(text);

function languageOf(paragraph: Paragraph): 'zh' | 'en' | null {
  return paragraph.language === 'en' ? 'en' : paragraph.language.startsWith('zh') ? 'zh' : null;
}

/** All stretches of a source that can be quoted: whole sentences, two of them, clauses of one. */
function truthsOf(source: Source, { least, most }: Lengths): Truth[] {
  const found: Truth[] = [];
  for (const paragraph of source.paragraphs) {
    const language = languageOf(paragraph);
    if (!language || (paragraph.kind !== 'body' && paragraph.kind !== 'abstract') || paragraph.damaged.length > 0) continue;
    const spans = sentences(paragraph.text);
    spans.forEach((span, i) => {
      const text = paragraph.text.slice(span.start, span.end);
      const add = (words: string, before: string, after: string, shape: Truth['shape']): void => {
        if (letters(words) >= least * (language === 'en' ? 3 : 1) && letters(words) <= most * (language === 'en' ? 2 : 1) && isWhole(words)) found.push({ file: source.file, words, before, after, shape, language });
      };
      add(text, '', '', 'sentence');
      const next = spans[i + 1];
      if (next) add(paragraph.text.slice(span.start, next.end), '', '', 'sentences');
      // From one pause to another.
      const pauses = [0, ...[...text.matchAll(/[，；,;](?!\d)\s*/gu)].map((m) => m.index + m[0].length), text.length];
      for (let a = 0; a + 1 < pauses.length; a++) {
        const b = Math.min(pauses.length - 1, a + 1 + (a % 2));
        if (a === 0 && b === pauses.length - 1) continue;
        const words = text.slice(pauses[a], pauses[b]).replace(/[，；,;。.\s]+$/u, '');
        add(words, text.slice(0, pauses[a]), text.slice((pauses[a] as number) + words.length), 'part');
      }
    });
  }
  return found;
}

/** `count` true quotations of the library, of all its sources in turn. */
export function pickTruths(library: Pick<Library, 'sources'>, random: Random, count: number, lengths = USUAL): Truth[] {
  const bySource = library.sources.map((source) => truthsOf(source, lengths)).filter((list) => list.length > 0);
  if (bySource.length === 0) return [];
  return Array.from({ length: count }, (_, i) => random.pick(bySource[i % bySource.length] as readonly Truth[]));
}

/** The words as a writer puts them between “ and ”: inner marks one level down. */
export function nested(words: string): string {
  return words.replace(/“/gu, '‘').replace(/”/gu, '’').replace(/「/gu, '‘').replace(/」/gu, '’');
}
