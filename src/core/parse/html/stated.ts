/** What a page states of itself in its head: the fields of the catalogue. */
import { parseDate } from '../metadata';
import { personalNames } from '../names';
import type { Page } from './readPage';

export interface Stated {
  /** Fields that overrule the words. */
  readonly stated: Readonly<Record<string, unknown>>;
  /** Fields for what the words do not say. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const DATES = ['pubdate', 'article:published_time', 'publishdate', 'publish_date', 'datepublished', 'date', 'dc.date', 'dcterms.date', 'citation_publication_date', 'og:release_date', 'publishtime', 'weibo: article:create_at'];
const AUTHORS = ['author', 'citation_author', 'article:author', 'dc.creator'];
const PUBLICATIONS = ['contentsource', 'source', 'citation_journal_title', 'article:source', 'mediaid'];
const SITES = ['sitename', 'og:site_name', 'publisher', 'dc.publisher', 'application-name'];

function first(page: Page, names: readonly string[]): string | null {
  for (const name of names) {
    const value = page.meta.get(name)?.replace(/\s+/gu, ' ').trim();
    if (value) return value;
  }
  return null;
}

/** Titles that the page states, the most certain first; what the site added behind a dash is cut off. */
export function statedTitles(page: Page): string[] {
  const cut = (text: string): string => {
    const parts = text.split(/\s*[-_|–—－｜]{1,2}\s*/u).filter(Boolean);
    const head = parts[0] ?? '';
    // A short head (一, No.) is no title by itself: then nothing is cut.
    return [...head].length >= 6 ? head : text;
  };
  const titles = [page.meta.get('articletitle'), page.meta.get('citation_title'), page.meta.get('dc.title'), page.meta.get('og:title'), page.title]
    .map((text) => text?.replace(/\s+/gu, ' ').trim() ?? '').filter(Boolean);
  return [...new Set(titles.flatMap((text) => [text, cut(text)]))];
}

export function statedOf(page: Page, title: string | null): Stated {
  const stated: Record<string, unknown> = {}, properties: Record<string, unknown> = {};
  if (title !== null) stated['title'] = title;
  const date = first(page, DATES);
  const day = date === null ? null : parseDate(date);
  if (day !== null) stated['date'] = day;
  const author = first(page, AUTHORS);
  if (author !== null) {
    const names = /\p{Script=Han}/u.test(author) ? personalNames(author) : /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){1,3}$/u.test(author) ? [author] : [];
    if (names.length > 0) properties['authors'] = names;
  }
  const publication = first(page, PUBLICATIONS);
  if (publication !== null && publication.length <= 40 && !/^https?:/.test(publication)) stated['publication'] = publication.replace(/^来源[:：]\s*/u, '');
  const site = first(page, SITES);
  if (site !== null && site.length <= 40) properties['publication'] = site;
  // A relative address says nothing of the site.
  const address = ['canonical', 'og:url', 'url'].map((name) => page.meta.get(name)?.trim()).find((one) => one && /^https?:\/\//i.test(one));
  if (address) stated['url'] = address;
  const doi = page.meta.get('citation_doi');
  if (doi) stated['doi'] = doi.replace(/^doi:/i, '');
  return { stated, properties };
}
