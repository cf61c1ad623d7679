/** What a document says of itself: title, authors, publication, date, kind. What it does not say stays null. */
import type { Metadata } from '../library/types';
import { toSimplified } from '../text/script';
import { authorsOf } from './authors';
import type { Block } from './blocks';
import type { Layout } from './layout';
import { addressOf, dateOf, issueOf, publicationOf } from './published';
import { kindOf, rankOf } from './rank';
import { speechOf } from './speech';
import { findTitle, splitTitle, titleLines, titleOf } from './title';

export { parseDate, parseEnglishDate } from './dates';

/** The journal reference that a paper gives of itself: 引用格式: … [J]. 刊名, 2022, 40(20): 33-41. */
const SELF_CITATION = /\[J\]\s*[.．]\s*([^,，.．]{2,40})\s*[,，]\s*((?:19|20)\d{2})\s*[,，]?\s*(?:(\d{1,4})\s*)?(?:[（(]\s*([\w/]+)\s*[)）])?\s*(?:[:：]\s*([\d\-–—,， ]+))?/u;

export interface Stated extends Metadata {
  /** The block that is the title; null where the text has none. */
  readonly titleBlock: Block | null;
}

/** `url`: the document's address, where its format or its front matter states one. */
export function metadataOf(blocks: readonly Block[], raw: string, url: string | null = null): Stated {
  const titleBlock = findTitle(blocks);
  const lines = titleBlock && titleBlock.kind !== 'title' ? titleLines(blocks, titleBlock) : titleBlock ? [titleBlock] : [];
  // The further lines of a broken title belong to no paragraph.
  for (const line of lines) if (line !== titleBlock) line.kind = 'title';
  const own = blocks.find((b) => /^(?:引用格式|引文格式|本文引用格式|引用本文|Citation)/u.test(b.text));
  const journal = own ? SELF_CITATION.exec(own.text) : null;
  const details: Record<string, string> = {};
  if (journal?.[3]) details['volume'] = journal[3];
  if (journal?.[4]) details['issue'] = journal[4];
  if (journal?.[5]) details['pages'] = journal[5].trim();
  const doi = /\bdoi\s*[:：]?\s*(10\.\d{4,9}\/[^\s;；，。]+)/iu.exec(own?.text ?? raw.slice(0, 6000));
  if (doi) details['doi'] = (doi[1] as string).replace(/[.,]$/, '');
  const issued = /[\p{Script=Han}]{1,8}(?:〔|\[|［|【|﹝)(?:19|20)\d{2}(?:〕|\]|］|】|﹞)\s*\d{1,5}\s*号/u.exec(raw.slice(0, 3000));
  if (issued) details['number'] = issued[0];
  const split = titleBlock ? splitTitle(lines.map((b) => b.text).join('')) : titleOf(blocks);
  if (split?.column) details['column'] = split.column;
  const last = lines.at(-1), at = last ? blocks.indexOf(last) : -1;
  const subtitle = titleBlock ? blocks[at + 1] : undefined;
  if (subtitle && /^[—–-]{1,2}\S/u.test(subtitle.text)) details['subtitle'] = subtitle.text.replace(/^[—–-]+/u, '');
  const issue = issueOf(blocks, raw);
  const publication = journal?.[1]?.trim() ?? publicationOf(blocks) ?? issue.journal;
  const speech = speechOf(blocks, split?.title ?? null, at);
  const official = issued !== null && blocks.some((b) => b.text.includes(issued[0]) && b.text.length <= 60);
  const kind = kindOf({ blocks, head: raw.slice(0, 8000), title: toSimplified(split?.title ?? ''), publication, journal: journal !== null, speech: speech !== null, official });
  const address = url ?? addressOf(blocks);
  if (address !== null) details['url'] = address;
  const authors = authorsOf(blocks, at);
  const date = journal?.[2] ?? issue.year ?? (speech?.date?.length === 10 ? speech.date : null) ?? dateOf(blocks, titleBlock, official || kind === 'law') ?? speech?.date ?? null;
  return {
    titleBlock, title: split?.title ?? null, authors: speech?.speaker ? [speech.speaker] : authors, publication,
    date, kind, rank: rankOf({ blocks, publication, kind, url: address }), details,
    ...(speech ? { speech: { speaker: speech.speaker, occasion: speech.occasion } } : {}),
  };
}

/** Lays what a program filled in under what the words say: it counts only where they say nothing. */
export function fillIn(stated: Stated, layout: Layout): Stated {
  const row = layout.properties ?? {};
  const text = (field: string): string | null => (typeof row[field] === 'string' ? row[field] : null);
  const authors = row['authors'];
  const kind = stated.kind === 'other' ? layout.kind : stated.kind;
  return {
    ...stated, kind, rank: stated.rank === 0 && kind === 'web' ? 1 : stated.rank,
    title: stated.title ?? text('title'), publication: stated.publication ?? text('publication'), date: stated.date ?? text('date'),
    details: text('created') === null ? stated.details : { ...stated.details, created: text('created') as string },
    authors: stated.authors.length === 0 && Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : stated.authors,
  };
}
