/** A source as a document to read: Markdown made of its clean paragraphs, and the way from each piece back to the raw text. */
import { citationLine, escapeMarkdown, sourceName } from '../cite/citation';
import { problemText } from '../library/problemText';
import type { Paragraph, ParagraphKind, Source } from '../library/types';
import { removedHeading, removedLines } from './removedSection';
import type { Locale, ReadableSource } from './types';

interface Words {
  readonly by: string;
  readonly set: string;
  readonly references: string;
  readonly damaged: string;
  readonly problems: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: { by: 'Cited as', set: 'Set apart: page furniture and notes on the text', references: 'References', damaged: 'damaged here', problems: 'Problems' },
  'zh-cn': { by: '著录', set: '另置：页面元素与文本说明', references: '参考文献', damaged: '此处原文损坏', problems: '问题' },
};

const PREFIX: Partial<Record<ParagraphKind, string>> = { heading: '## ', question: '**', caption: '*', callout: '> ', abstract: '> ', note: '> ' };
const SUFFIX: Partial<Record<ParagraphKind, string>> = { question: '**', caption: '*' };

/**
 * The readable form of a source. `pieces` are in the order of the Markdown: each says which raw span the words at `at` come from.
 * Furniture and references stand at the end under their own headings, so that the running text reads without them.
 */
export function readableSource(source: Source, locale: Locale): ReadableSource {
  const words = WORDS[locale];
  const pieces: { at: number; length: number; start: number; end: number }[] = [];
  let markdown = '';

  function add(paragraph: Paragraph, prefix: string, suffix: string): void {
    // A paragraph is cut into pieces at damaged places and into lines of at most a sentence or so, to lead back closely.
    const cuts = new Set([0, paragraph.text.length]);
    for (const match of paragraph.text.matchAll(/[。！？；]|[.!?](?=\s)/gu)) cuts.add(match.index + match[0].length);
    for (const { start, end } of paragraph.damaged) { cuts.add(start); cuts.add(end); }
    const bounds = [...cuts].sort((a, b) => a - b);
    markdown += prefix;
    for (let i = 0; i + 1 < bounds.length; i++) {
      const from = bounds[i] as number, to = bounds[i + 1] as number;
      const text = escapeMarkdown(paragraph.text.slice(from, to)).replace(/\n/g, '\n\n');
      const raw = paragraph.map.span({ start: from, end: to });
      pieces.push({ at: markdown.length, length: text.length, start: raw.start, end: raw.end });
      markdown += text;
      if (paragraph.damaged.some((span) => span.end === to)) markdown += ` ⟦${words.damaged}⟧`;
    }
    markdown += `${suffix}\n\n`;
  }

  const titles = source.paragraphs.filter((p) => p.kind === 'title');
  if (titles.length === 0) markdown += `# ${escapeMarkdown(sourceName(source))}\n\n`;
  titles.forEach((title, index) => add(title, index === 0 ? '# ' : '## ', ''));
  markdown += `${words.by}: ${escapeMarkdown(citationLine(source))}\n\n`;
  if (source.problems.length > 0) {
    markdown += `${words.problems}:\n\n${source.problems.map((problem) => `- ${escapeMarkdown(problemText(problem, locale))}`).join('\n')}\n\n`;
  }
  const apart: Paragraph[] = [], references: Paragraph[] = [];
  for (const paragraph of source.paragraphs) {
    if (paragraph.kind === 'title') continue;
    if (paragraph.kind === 'boilerplate') apart.push(paragraph);
    else if (paragraph.kind === 'reference') references.push(paragraph);
    else add(paragraph, PREFIX[paragraph.kind] ?? '', SUFFIX[paragraph.kind] ?? '');
  }
  if (references.length > 0) {
    markdown += `## ${words.references}\n\n`;
    for (const paragraph of references) add(paragraph, '', '');
  }
  if (apart.length > 0) {
    markdown += `## ${words.set}\n\n`;
    for (const paragraph of apart) add(paragraph, '> ', '');
  }
  const removed = removedLines(source, locale);
  if (removed.length > 0) {
    markdown += `## ${removedHeading(locale)}\n\n`;
    for (const { text, removal } of removed) {
      const line = escapeMarkdown(text);
      markdown += removal ? '- ' : '**';
      if (removal) pieces.push({ at: markdown.length, length: line.length, start: removal.start, end: removal.end });
      markdown += removal ? `${line}\n` : `${line}**\n\n`;
    }
    markdown += '\n';
  }
  return { file: source.file, markdown, pieces };
}

/**
 * Offset in the readable document of a raw offset of the source; `isEnd` looks for the end of the character before it. Pieces are in the
 * order of the Markdown, not of the raw text: furniture, notes and what was taken out stand at the end.
 */
export function readableOffset({ pieces, markdown }: ReadableSource, raw: number, isEnd: boolean): number {
  const inside = isEnd ? raw - 1 : raw;
  // Words before what was taken out between them: the running text comes first.
  const piece = pieces.find(({ start, end }) => start <= inside && inside < end);
  // Pieces are copied letter by letter but for noise that was left out inside: then the end is the nearest that is known.
  if (piece) return piece.at + Math.min(raw - piece.start, piece.length);
  let next: (typeof pieces)[number] | null = null;
  for (const one of pieces) if (one.start > inside && one.start < (next?.start ?? Infinity)) next = one;
  return next ? next.at : markdown.length;
}
