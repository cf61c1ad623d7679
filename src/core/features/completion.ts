/** Completion: what to offer for a prefix, and what stands before the cursor of a draft that could be completed. */
import type { Draft } from '../check/types';
import { isHan } from '../text/script';
import { openMark } from './fit';
import { insertionOf } from './insertion';
import type { Offer, Offers } from './items';
import type { Completion, DraftCompletions, Insertion, InsertOptions, Item } from './types';

/** Longest run before the cursor that is looked at: nobody types more of a sentence to have it completed. */
const LONGEST = 24;
/** Fewest Chinese characters, and fewest letters, that are offered something without a trigger or an opening mark. */
const FEWEST_CHARACTERS = 2;
const FEWEST_LETTERS = 3;
/** What asks for the list where the settings do not say. */
export const DEFAULT_TRIGGER = '；；';
/** Longest query behind a trigger. */
const LONGEST_QUERY = 40;

/** A fold of width alone, unit by unit: `；` and `;` are one trigger. */
function narrow(text: string): string {
  return Array.from(text, (c) => { const folded = c.normalize('NFKC'); return folded.length === c.length ? folded : c; }).join('');
}

/** What has been typed behind the last trigger of a line; null where none stands there. */
function behindTrigger(line: string, trigger: string): { readonly start: number; readonly query: string } | null {
  if (trigger === '') return null;
  const start = narrow(line).lastIndexOf(narrow(trigger));
  if (start < 0) return null;
  const query = line.slice(start + trigger.length);
  return query.length <= LONGEST_QUERY && !/[。！？；;]/u.test(query) ? { start, query } : null;
}

/** Rows of the picker for what has been typed, best first. */
export function pickItems(offers: Offers, query: string, limit: number): Item[] {
  return offers.picker.find(query, limit).map(({ entry }) => offers.at(entry).item);
}

type Offered = Completion & Pick<Insertion, 'appendix' | 'edits'>;

function completionOf(offer: Offer, options: InsertOptions): Offered {
  const { text, appendix, edits } = insertionOf(offer.insertable, options);
  return { label: offer.item.label, kind: offer.item.kind, insertText: text, source: offer.evidence, item: offer.item, appendix, edits };
}

/** Completions for a prefix: by characters, pinyin or initials; best first. */
export function completePrefix(offers: Offers, prefix: string, limit: number, options: InsertOptions): Completion[] {
  return offers.picker.find(prefix, limit).map(({ entry }) => completionOf(offers.at(entry), options));
}

interface Typed {
  readonly start: number;
  readonly query: string;
  /** Whether only what begins with the query is offered: without a trigger anything else would be noise. */
  readonly openingOnly: boolean;
}

/** What is being typed before the offset, from the most certain reading to the least; empty where nothing is. */
function typedBefore(text: string, offset: number, asks: string): Typed[] {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200), offset);
  const behind = behindTrigger(line, asks);
  if (behind) return [{ start: offset - line.length + behind.start, query: behind.query, openingOnly: false }];
  const letters = /[A-Za-z]+$/.exec(line)?.[0] ?? '';
  const before = line[line.length - letters.length - 1] ?? '';
  const marked = /[“「『‘《]/u.test(before);
  if (letters) {
    // Letters are pinyin where Chinese stands around them; among foreign words they are foreign words.
    const amongChinese = marked || isHan(before) || /[，。；：、！？》”」）]/u.test(before);
    const enough = letters.length >= (marked ? 2 : FEWEST_LETTERS) && letters.length <= 40;
    return amongChinese && enough && letters === letters.toLowerCase() ? [{ start: offset - letters.length, query: letters, openingOnly: true }] : [];
  }
  let from = line.length;
  while (from > 0 && line.length - from < LONGEST && isWord(line[from - 1] as string)) from--;
  const run = line.slice(from);
  const beforeRun = line[from - 1] ?? '';
  if (run === '') return /[“「『《：]/u.test(line.at(-1) ?? '') ? [{ start: offset, query: '', openingOnly: false }] : [];
  const certain = /[“「『‘《：]/u.test(beforeRun);
  const typed: Typed[] = [];
  // Chinese has no blanks: the longest end of the run that begins something is what is being typed.
  for (let i = 0; i < run.length; i++) {
    const length = run.length - i;
    if (length < (certain && i === 0 ? 1 : FEWEST_CHARACTERS)) break;
    typed.push({ start: offset - length, query: run.slice(i), openingOnly: true });
  }
  return typed;
}

function isWord(c: string): boolean {
  return isHan(c) || /[0-9A-Za-z、]/.test(c);
}

/**
 * What to offer at an offset of a draft. `replace` ends at the offset, or behind what already stands there of the words: an
 * accepted item never doubles what follows the cursor. Null where nothing is being typed that could be completed.
 */
export function completeInDraft(offers: Offers, draft: Draft, offset: number, limit: number, options: InsertOptions): DraftCompletions | null {
  const { text } = draft;
  for (const { start, query, openingOnly } of typedBefore(text, offset, options.trigger ?? DEFAULT_TRIGGER)) {
    const found = offers.picker.find(query, openingOnly ? limit * 3 : limit, openingOnly)
      .filter(({ opening }) => opening || !openingOnly)
      .map(({ entry }) => offers.at(entry))
      // What is there to the letter needs no completion.
      .filter(({ item }) => !(openingOnly && item.label === query))
      .slice(0, limit);
    if (found.length === 0) continue;
    const replace = { start, end: offset };
    const place = { text, ...replace };
    // A mark that was typed for a title (《) takes names of documents and terms, not sentences.
    const titles = text[start - 1] === '《';
    const items = (titles ? found.filter(({ item }) => item.kind === 'term') : found).map((offer) => fitted(offer, query, { ...options, language: draft.language, place }));
    if (items.length > 0) return { replace, filter: text.slice(start, offset), items };
  }
  return null;
}

/** Outside of marks, words that the writer is typing out stay running words: marks and attribution come where they were asked for. */
function fitted(offer: Offer, query: string, options: InsertOptions): Offered {
  const { place } = options;
  const before = place ? place.text.slice(0, place.start) : '';
  const after = place ? place.text.slice(place.end) : '';
  const completion = completionOf(offer, options);
  if (openMark(before) === null) return completion;
  // Inside marks: what already stands behind the cursor of the same words is not set again.
  const rest = offer.insertable.words.slice(offer.insertable.words.indexOf(query) + query.length);
  let same = 0;
  while (same < rest.length && rest[same] === after[same]) same++;
  const tail = rest.slice(0, same);
  return same > 1 && tail && completion.insertText.endsWith(tail) ? { ...completion, insertText: completion.insertText.slice(0, -same) } : completion;
}
