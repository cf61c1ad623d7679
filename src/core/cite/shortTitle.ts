/** Titles as a message, a list or a table can bear them. */
import type { Locale } from '../features/types';

const LONGEST = 28;

/** Of a title in two languages the reader's; a long one is cut. */
export function shortTitle(title: string, locale: Locale): string {
  const plain = title.replace(/[《》]/gu, '').trim();
  const two = /^([\x20-\x7e’‘“”–—]{12,}?)\s+(?=\p{Script=Han})(.{4,})$/u.exec(plain) ?? /^(\p{Script=Han}.{3,}?)\s+([A-Z][\x20-\x7e’‘“”–—]{11,})$/u.exec(plain);
  let own = plain;
  if (two) own = [two[1] as string, two[2] as string].find((part) => /\p{Script=Han}/u.test(part) === (locale === 'zh-cn')) ?? plain;
  const most = /\p{Script=Han}/u.test(own) ? LONGEST : LONGEST * 2;
  return own.length <= most ? own : `${own.slice(0, most - 1)}…`;
}

/** What a source is called where there is little room: its title in the reader's language, else the name of its file. */
export function shortName({ title, file }: { readonly title: string | null; readonly file: string }, locale: Locale): string {
  return title === null ? file.split('/').at(-1) ?? file : shortTitle(title, locale);
}
