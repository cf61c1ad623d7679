/** Keys by which LaTeX and Pandoc cite a source: ASCII, the same for the same library. */
import type { Source } from '../library/types';
import { pinyinKeys } from '../search/pinyin';
import { sourceName, type Citable } from './citation';

const TITLE_LETTERS = 6;

/** `fangli2022tdqqkj`: the first author, the year, the initials of the title, in pinyin. */
function keyOf(source: Citable): string {
  const author = source.authors[0] ?? '';
  const latin = /[A-Za-z'-]+(?=[^A-Za-z]*$)/.exec(author)?.[0].toLowerCase().replace(/[^a-z]/g, '') ?? '';
  const name = /\p{Script=Han}/u.test(author) ? pinyinKeys(author).full : latin;
  const named = source.title ?? (/\p{Script=Han}/u.test(sourceName(source)) ? sourceName(source) : '');
  const title = pinyinKeys(named).initials.slice(0, TITLE_LETTERS);
  const key = `${name.slice(0, 20)}${source.date?.slice(0, 4) ?? ''}${title}`;
  return key || source.file.toLowerCase().replace(/\.[a-z0-9]+$/, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'source';
}

/** What a key begins with is made once for a source. */
const bases = new WeakMap<Source, string>();

function baseOf(source: Source): string {
  let base = bases.get(source);
  if (base === undefined) bases.set(source, base = keyOf(source));
  return base;
}

/** The key of each source by its file. Of sources with the same key the second has an `a` behind it, and so on, in the order of their files. */
export function citeKeys(sources: readonly Source[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>(), taken = new Set<string>();
  for (const source of [...sources].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))) {
    const base = baseOf(source);
    let key = base;
    for (let n = 0; taken.has(key); n++) key = base + suffix(n);
    taken.add(key);
    keys.set(source.file, key);
  }
  return keys;
}

/** a, b … z, aa, ab … */
function suffix(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : suffix(Math.floor(n / 26) - 1) + suffix(n % 26);
}
