/** Footnotes of Markdown drafts. */

/** A footnote for a citation: the mark that goes into the text, and what is added at the end of the draft (empty where its footnote is there). */
export interface Footnote {
  readonly mark: string;
  readonly appendix: string;
}

/**
 * `citations`: the one to write first, then others by which the draft may already cite the source: then its footnote is used again.
 * `atEnd`: the mark is put at the end of the text, so that the note follows it directly.
 */
export function footnoteFor(text: string, citations: readonly string[], atEnd: boolean): Footnote {
  const citation = citations[0] as string;
  for (const [, label, definition] of text.matchAll(/^\[\^([^\]\s]+)\]:[ \t]*(.+)$/gmu)) {
    if (citations.includes(definition?.trim() ?? '')) return { mark: `[^${label as string}]`, appendix: '' };
  }
  let number = 1;
  for (const [, label] of text.matchAll(/\[\^(\d{1,6})\]/g)) number = Math.max(number, Number(label) + 1);
  const notes = /(?:^|\n)\[\^[^\]\s]+\]:[^\n]*(\n?)$/.exec(text);
  const gap = atEnd || text === '' ? '\n\n' : notes ? (notes[1] ? '' : '\n') : text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return { mark: `[^${number}]`, appendix: `${gap}[^${number}]: ${citation}\n` };
}
