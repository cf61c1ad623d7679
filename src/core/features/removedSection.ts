/** What was taken out of a source, for its readable document: by reason, each with the words around it. */
import type { Removal, Source } from '../library/types';
import type { Locale } from './types';

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  pinyin: ['Pinyin notes', '拼音注音'],
  'note-mark': ['Marks of notes', '注释标记'],
  'page-break': ['Page and column ends', '分页、分栏'],
  'line-break': ['Line ends inside paragraphs', '段内换行'],
  'layout-space': ['Blanks of the layout', '排版空格'],
  'zero-width': ['Invisible characters', '不可见字符'],
  'doubled-mark': ['Doubled commas', '重复的逗号'],
  'compatibility-form': ['Radicals and compatibility characters, read as the ordinary ones', '部首与兼容字符，按常用字读'],
  markup: ['Markup', '标记'],
  furniture: ['Page furniture', '页面元素'],
};

const HEADING: Readonly<Record<Locale, string>> = { en: 'Taken out of the text', 'zh-cn': '已从文中去除' };

/** So many of one reason are shown; of markup and line ends, of which every document is full, only how many there are. */
const MOST_SHOWN = 30;
const COUNTED_ONLY: ReadonlySet<string> = new Set(['markup', 'line-break', 'layout-space']);
/** Characters of the text shown on each side. */
const AROUND = 12;

/** A line of the section: what is shown, and the raw span that it leads to; null for headings. */
export interface RemovedLine { readonly text: string; readonly removal: Removal | null }

/** The heading of the section, as the readable document has it. */
export function removedHeading(locale: Locale): string {
  return HEADING[locale];
}

/** The section's lines; none where nothing was taken out. */
export function removedLines(source: Source, locale: Locale): RemovedLine[] {
  const byReason = new Map<string, Removal[]>();
  for (const removal of source.removed) { const list = byReason.get(removal.reason); if (list) list.push(removal); else byReason.set(removal.reason, [removal]); }
  const lines: RemovedLine[] = [];
  const flat = (text: string): string => text.replace(/\s+/gu, '·');
  for (const [reason, removals] of [...byReason].sort((a, b) => Number(COUNTED_ONLY.has(a[0])) - Number(COUNTED_ONLY.has(b[0])) || b[1].length - a[1].length)) {
    lines.push({ text: `${REASONS[reason]?.[locale === 'en' ? 0 : 1] ?? reason}: ${removals.length}`, removal: null });
    if (COUNTED_ONLY.has(reason)) continue;
    for (const removal of removals.slice(0, MOST_SHOWN)) {
      const before = flat(source.raw.slice(Math.max(0, removal.start - AROUND), removal.start)), after = flat(source.raw.slice(removal.end, removal.end + AROUND));
      const what = removal.raw.length > 40 ? `${flat(removal.raw.slice(0, 30))}…` : flat(removal.raw);
      lines.push({ text: `…${before}⟦${[...what].map(visible).join('')}⟧${after}…`, removal });
    }
    if (removals.length > MOST_SHOWN) lines.push({ text: locale === 'en' ? `… and ${removals.length - MOST_SHOWN} more` : `……另有 ${removals.length - MOST_SHOWN} 处`, removal: null });
  }
  return lines;
}

/** A character that cannot be seen is named by its number. */
function visible(character: string): string {
  return /[\p{Cf}\p{Cc}\ufe00-\ufe0f]/u.test(character) ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : character;
}
