/** The front matter of a Markdown document: what its author states of it. */
import { parse } from 'yaml';
import type { Problem } from '../library/types';

export interface FrontMatter {
  /** Raw offset behind the closing line. */
  readonly end: number;
  /** The fields as a catalogue row; null where they could not be read. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly Problem[];
}

/** Other names that writers give the catalogue's fields. */
const ALIASES: Readonly<Record<string, string>> = { author: 'authors', 作者: 'authors', 标题: 'title', 题目: 'title', 日期: 'date', 来源: 'publication', source: 'publication', publisher: 'publication', 链接: 'url', 网址: 'url', 原文链接: 'url', link: 'url', source_url: 'url' };

/** Null where the text does not begin with front matter. Offsets are raw. */
export function frontMatter(raw: string): FrontMatter | null {
  const m = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(raw);
  if (!m) return null;
  const damaged: FrontMatter = { end: m[0].length, fields: null, problems: [{ code: 'front-matter', message: 'The front matter could not be read.', start: 0, end: m[0].length }] };
  let value: unknown;
  // A core schema without aliases: a document of another hand must not blow up in the reader.
  try { value = parse(m[1] as string, { maxAliasCount: 0, schema: 'failsafe' }); } catch { return damaged; }
  if (value === null || value === undefined) return { end: m[0].length, fields: null, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) return damaged;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const key = ALIASES[name] ?? name;
    if (key === 'authors' && typeof field === 'string') fields[key] = field.split(/[、，,;；]\s*/u).filter(Boolean);
    // `source` names a paper or an address.
    else if (key === 'publication' && typeof field === 'string' && /^https?:\/\//iu.test(field)) fields['url'] ??= field;
    else if (key === 'rank') fields[key] = Number(field);
    else fields[key] = field;
  }
  return { end: m[0].length, fields, problems: [] };
}
