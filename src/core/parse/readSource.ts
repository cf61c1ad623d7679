/** A decoded file becomes a source: paragraphs found and cleaned, metadata read, problems listed. */
import type { Language, Paragraph, Problem, Removal, Source } from '../library/types';
import type { SourceFile } from '../service';
import { scriptOf, toTraditional } from '../text/script';
import { blocksOf, blocksOfLayout, MOST_BLOCKS, type Block } from './blocks';
import { applyCatalogue } from './catalogue';
import { clean } from './clean';
import { frontMatter } from './frontMatter';
import { joinBroken, revokeHeadings } from './joins';
import { cleanJoined, type Joined } from './layout';
import { endsFinally } from './lines';
import { fillIn, metadataOf } from './metadata';
import { damageIn, noteStyle } from './noise';
import { length } from './patterns';

export function readSource(input: SourceFile): Source {
  const raw = input.text;
  const layout = input.layout ?? null;
  const markdown = layout === null && /\.(?:md|markdown)$/iu.test(input.file);
  const front = markdown ? frontMatter(raw) : null;
  const blocks = layout ? blocksOfLayout(raw, layout) : blocksOf(raw, markdown);
  // Where markup stands between the words, the raw text does not read as the document does.
  const cut = (layout ? layout.blocks.length : blocks.length) >= MOST_BLOCKS ? blocks.at(-1)?.pieces.at(-1)?.end ?? 0 : null;
  const words = layout ? blocks.map((block) => block.text).join('\n') : raw;
  for (const block of blocks) if (front && (block.pieces[0]?.start ?? 0) < front.end) block.kind = 'boilerplate';
  const stated = metadataOf(blocks, words, addressIn(input.catalogue) ?? addressIn(layout?.stated) ?? addressIn(front?.fields));
  // A format that states a title and shows none has no line that is one.
  const untitled = typeof layout?.stated?.['title'] === 'string' && stated.titleBlock?.kind !== 'title';
  if (stated.titleBlock && !untitled) {
    stated.titleBlock.kind = 'title';
    // Short lines above the title are a page's, not chapters.
    if (!layout) for (const block of blocks.slice(0, blocks.indexOf(stated.titleBlock))) if (['heading', 'callout', 'question'].includes(block.kind)) block.kind = 'boilerplate';
  }
  if (!layout) revokeHeadings(blocks, raw);
  const groups = layout ? blocks.map((block) => [block]) : joinBroken(blocks, raw);
  const style = noteStyle(words, markdown);
  const removed: Removal[] = [];
  const paragraphs = groups.map((group) => paragraphOf(raw, group, style, removed));
  removed.sort((a, b) => a.start - b.start);
  const own = applyCatalogue(layout ? fillIn(stated, layout) : stated, layout ? layout.stated : front?.fields);
  const { metadata, problems } = applyCatalogue(own.metadata, input.catalogue);
  return {
    file: input.file, raw, characters: raw.length, title: metadata.title, authors: metadata.authors, publication: metadata.publication, date: metadata.date,
    kind: metadata.kind, rank: metadata.rank, details: metadata.details, ...(metadata.speech ? { speech: metadata.speech } : {}),
    languages: languagesOf(paragraphs), paragraphs, removed,
    problems: [...(input.problems ?? []), ...(cut === null ? [] : [{ code: 'cut-short', message: `It has more than ${MOST_BLOCKS} paragraphs; the rest is left out.`, start: cut, end: cut }]), ...(front?.problems ?? []), ...own.problems, ...problems, ...(paragraphs.length === 0 && (input.problems ?? []).length > 0 ? [] : problemsOf(paragraphs, removed, metadata.title, metadata.date))],
    references: referencesOf(paragraphs), ...(layout && layout.pictures.length > 0 ? { shown: layout.pictures } : {}),
  };
}

const addressIn = (row: unknown): string | null => {
  const url = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)['url'] : null;
  return typeof url === 'string' && /^https?:\/\//iu.test(url) ? url : null;
};

function paragraphOf(raw: string, group: readonly Block[], style: ReturnType<typeof noteStyle>, removed: Removal[]): Paragraph {
  const first = group[0] as Block;
  if (first.joined) return paragraphOfLayout(raw, first, first.joined, style, removed);
  const ownEnds = new Set(group.slice(0, -1).map((block) => block.pieces.at(-1)?.end));
  const pieces = group.flatMap((block) => block.pieces);
  const cleaned = clean(raw, pieces, style, (gap) => ownEnds.has(gap.start) || ownEnds.has(gap.start + 1));
  removed.push(...cleaned.removed);
  return {
    kind: first.kind, start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0, text: cleaned.text, map: cleaned.map,
    language: scriptOf(cleaned.text), damaged: damageIn(cleaned.text),
  };
}

function paragraphOfLayout(raw: string, block: Block, joined: Joined, style: ReturnType<typeof noteStyle>, removed: Removal[]): Paragraph {
  const cleaned = cleanJoined(raw, joined, style);
  removed.push(...cleaned.removed);
  const { start, end } = block.pieces[0] as { start: number; end: number };
  return { kind: block.kind, start, end, text: cleaned.text, map: cleaned.map, language: scriptOf(cleaned.text), damaged: damageIn(cleaned.text) };
}

/** Languages of the document, the one with most text first; a language of less than a twentieth is a quotation, not a language. */
function languagesOf(paragraphs: readonly Paragraph[]): Language[] {
  const amount = new Map<Language, number>();
  const content = paragraphs.filter((p) => p.language !== 'und' && p.kind !== 'reference' && p.kind !== 'boilerplate');
  // A line of characters that both scripts have, such as a date, is in the script of the others.
  const tells = (p: Paragraph): boolean => p.language !== 'zh-Hans' || toTraditional(p.text) !== p.text;
  const telling = content.some((p) => p.language === 'zh-Hant') ? content.filter(tells) : content;
  for (const p of telling) amount.set(p.language, (amount.get(p.language) ?? 0) + length(p.text));
  const total = [...amount.values()].reduce((a, b) => a + b, 0);
  return [...amount].filter(([, n]) => n >= total * 0.05).sort((a, b) => b[1] - a[1]).map(([language]) => language);
}

function referencesOf(paragraphs: readonly Paragraph[]): Record<string, string> {
  const entries: Record<string, string> = {};
  let last = '';
  for (const p of paragraphs) {
    if (p.kind !== 'reference') continue;
    const m = /^[-•*]?\s*(?:\[(\d{1,3})\]|［(\d{1,3})］|〔(\d{1,3})〕|(\d{1,3})[.．])\s*(.*)$/su.exec(p.text);
    if (m) { last = (m[1] ?? m[2] ?? m[3] ?? m[4]) as string; entries[last] = m[5] as string; }
    // An entry that a page break cut goes on in the next line.
    else if (last && !/^(?:参考文献|References)/iu.test(p.text)) entries[last] += p.text.replace(/^[-•*]\s*/u, '');
  }
  return entries;
}

function problemsOf(paragraphs: readonly Paragraph[], removed: readonly Removal[], title: string | null, date: string | null): Problem[] {
  const problems: Problem[] = [];
  if (paragraphs.length === 0) problems.push({ code: 'empty', message: 'The document has no text.' });
  else {
    if (title === null) problems.push({ code: 'no-title', message: 'The text does not state its title.' });
    if (date === null) problems.push({ code: 'no-date', message: 'The text does not state its date.' });
  }
  const notes = removed.filter((r) => r.reason === 'pinyin');
  if (notes.length > 0) problems.push({ code: 'pinyin-notes', message: `${notes.length} pinyin notes were taken out of the text.`, start: (notes[0] as Removal).start, end: (notes[0] as Removal).end });
  const breaks = removed.filter((r) => r.reason === 'page-break');
  if (breaks.length > 0) problems.push({ code: 'page-breaks', message: `${breaks.length} paragraphs were cut by page or column breaks and joined again.`, start: (breaks[0] as Removal).start, end: (breaks[0] as Removal).end });
  for (const p of paragraphs) {
    for (const span of p.damaged) problems.push({ code: 'damaged-text', message: 'Letters were lost here in a wrong conversion.', ...p.map.span(span) });
    if (p.kind === 'body' && length(p.text) > 44 && !endsFinally(p.text) && !/^[◆●■▲★•·]/u.test(p.text)) problems.push({ code: 'text-lost', message: 'The paragraph breaks off: what followed was lost.', start: Math.max(p.start, p.end - 12), end: p.end });
  }
  return problems;
}
