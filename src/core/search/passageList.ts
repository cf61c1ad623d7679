/** The passages of a document: the sentences of its running text. */
import type { Paragraph, ParagraphKind, Passage, Source } from '../library/types';
import { eachSentence } from '../text/sentences';

/** Kinds whose sentences are shown as passages; headings and captions say too little alone. All of them are content. */
const PASSAGE_KINDS: ReadonlySet<ParagraphKind> = new Set(['body', 'abstract', 'callout', 'note', 'table']);
/** Shorter ones (of letters) are fragments. */
export const SHORTEST_PASSAGE = 4;

/** Calls with the clean span of each passage of a paragraph, in order. */
export function eachPassage(paragraph: Paragraph, visit: (from: number, to: number) => void): void {
  if (!PASSAGE_KINDS.has(paragraph.kind)) return;
  eachSentence(paragraph.text, (from, to) => { if (to - from >= SHORTEST_PASSAGE) visit(from, to); });
}

/** A passage with its words, of its place in a source: the number of a paragraph and a clean span in it. */
export function passageOf(source: Source, id: number, paragraph: number, from: number, to: number): Passage {
  const { map, text, kind, language } = source.paragraphs[paragraph] as Paragraph;
  return { id, file: source.file, ...map.span({ start: from, end: to }), text: text.slice(from, to), kind, language, paragraph, from, to };
}
