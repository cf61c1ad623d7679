/** The catalogue beside the documents: bibliographic facts that overrule what was told from the text. */
import type { Metadata, Problem } from '../library/types';

const KNOWN = new Set(['file', 'title', 'authors', 'publication', 'date', 'kind', 'rank', 'speaker', 'occasion', 'encoding']);

/**
 * Lays a catalogue row over what the text says. A field that is missing stays as told from the text; null says "not known".
 * A field of the wrong type is reported and passed over; unknown fields of text go to `details`.
 */
export function applyCatalogue(stated: Metadata, row: unknown): { metadata: Metadata; problems: Problem[] } {
  if (row === undefined || row === null) return { metadata: stated, problems: [] };
  const problems: Problem[] = [];
  const wrong = (field: string): void => { problems.push({ code: 'catalogue-field', message: `The catalogue's field “${field}” has the wrong type and was passed over.` }); };
  if (typeof row !== 'object' || Array.isArray(row)) { wrong('(row)'); return { metadata: stated, problems }; }
  const fields = row as Readonly<Record<string, unknown>>;
  const text = (field: string, fallback: string | null): string | null => {
    const value = fields[field];
    if (value === undefined) return fallback;
    if (value === null || typeof value === 'string') return value;
    wrong(field);
    return fallback;
  };
  const authors = fields['authors'];
  const authorsOk = Array.isArray(authors) && authors.every((a) => typeof a === 'string');
  if (authors !== undefined && !authorsOk) wrong('authors');
  const rank = fields['rank'];
  const rankOk = typeof rank === 'number' && Number.isInteger(rank) && rank >= 0 && rank <= 5;
  if (rank !== undefined && !rankOk) wrong('rank');
  const date = text('date', stated.date);
  const dateOk = date === null || /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date);
  if (!dateOk) wrong('date');
  const speaker = text('speaker', stated.speech?.speaker ?? null), occasion = text('occasion', stated.speech?.occasion ?? null);
  // A row that names a speaker makes the document a speech; one that says null for both makes it none.
  const speech = speaker !== null || occasion !== null || (stated.speech && fields['speaker'] === undefined && fields['occasion'] === undefined) ? { speaker, occasion } : null;
  const details: Record<string, string> = { ...stated.details };
  for (const [field, value] of Object.entries(fields)) if (!KNOWN.has(field) && typeof value === 'string') details[field] = value;
  return {
    metadata: {
      title: text('title', stated.title), authors: authorsOk ? (authors as string[]) : stated.authors,
      publication: text('publication', stated.publication), date: dateOk ? date : stated.date,
      kind: text('kind', stated.kind) ?? stated.kind, rank: rankOk ? rank : stated.rank, details, ...(speech ? { speech } : {}),
    },
    problems,
  };
}
