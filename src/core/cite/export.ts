/** Sources for other programs: BibTeX (as biblatex and Pandoc read it) and CSL-JSON. What is not stated is left out. */
import type { Source } from '../library/types';
import { sourceName } from './citation';

export type ExportForm = 'bibtex' | 'csl-json';

export interface Keyed {
  readonly source: Source;
  readonly key: string;
}

const han = /\p{Script=Han}/u;
/** Latin names that are no person's: with these a name is one piece. */
const CORPORATE = /\b(?:of|for|and|the|on|in)\b|&|\b(?:University|Institute|Bureau|Office|Ministry|Council|Committee|Commission|Centre|Center|Department|Group|Bank|Press|Agency|Association|Academy|Organi[sz]ation)\b/i;

interface Name { readonly family: string; readonly given: string }

/** Family and given name of a Latin personal name; null for Chinese names, which are written in one, and for bodies. */
function personal(name: string): Name | null {
  if (han.test(name) || CORPORATE.test(name)) return null;
  const [family, given] = name.split(/,\s*/);
  if (family && given) return { family, given };
  const words = name.trim().split(/\s+/);
  return words.length > 1 ? { family: words.at(-1) as string, given: words.slice(0, -1).join(' ') } : null;
}

/** The source's language as other programs name it. */
function languageOf({ languages }: Source): string | null {
  const [first] = languages;
  return first === 'zh-Hans' ? 'zh-CN' : first === 'zh-Hant' ? 'zh-TW' : first === 'en' ? 'en' : null;
}

// ---- BibTeX --------------------------------------------------------------------------------------------------------

const ENTRY_TYPES: Readonly<Record<string, string>> = {
  newspaper: 'article', journal: 'article', magazine: 'article', book: 'book', web: 'online', report: 'report', thesis: 'thesis', proceedings: 'inproceedings',
};

/** A value in braces: what TeX would read is escaped, braces that do not match would end the entry early. */
function braced(text: string): string {
  const escaped = text.replace(/\\/g, '\\textbackslash ').replace(/[{}]/g, '').replace(/[&%$#_]/g, (c) => `\\${c}`).replace(/~/g, '\\textasciitilde ').replace(/\^/g, '\\textasciicircum ');
  return `{${escaped.replace(/\s+/g, ' ').trim()}}`;
}

/** An address is taken as it is, but for what would end the field. */
const verbatim = (text: string): string => `{${text.replace(/[{}\s]/g, (c) => encodeURIComponent(c))}}`;

function bibtexEntry({ source, key }: Keyed): string {
  const { details: d } = source;
  const type = ENTRY_TYPES[source.kind] ?? (d['url'] ? 'online' : 'misc');
  const serial = type === 'article';
  const authors = source.authors.map((name) => {
    const person = personal(name);
    return person ? braced(`${person.family}, ${person.given}`).slice(1, -1) : han.test(name) ? braced(name).slice(1, -1) : braced(name);
  });
  const house = d['publisher'] ?? (serial || type === 'online' ? null : source.publication);
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['author', authors.length > 0 ? `{${authors.join(' and ')}}` : null],
    ['title', braced(sourceName(source))],
    ['subtitle', d['subtitle'] && braced(d['subtitle'])],
    [type === 'online' ? 'organization' : 'journaltitle', (serial || type === 'online') && source.publication ? braced(source.publication) : null],
    ['entrysubtype', source.kind === 'newspaper' || source.kind === 'magazine' ? `{${source.kind}}` : null],
    [type === 'thesis' || type === 'report' ? 'institution' : 'publisher', house ? braced(house) : null],
    ['location', d['place'] && braced(d['place'])],
    ['type', type === 'report' ? '{techreport}' : type === 'thesis' ? '{thesis}' : null],
    ['date', source.date && `{${source.date}}`],
    ['volume', d['volume'] && braced(d['volume'])],
    ['number', d['issue'] && braced(d['issue'])],
    // biblatex knows no number of what is neither serial nor report.
    [type === 'report' ? 'number' : 'note', d['number'] && braced(d['number'])],
    ['pages', (d['pages'] ?? d['page'] ?? d['edition']) && braced(((d['pages'] ?? d['page'] ?? d['edition']) as string).replace(/(?<=\d)-(?=\d)/g, '--'))],
    ['doi', d['doi'] && verbatim(d['doi'])],
    ['url', d['url'] && verbatim(d['url'])],
    ['urldate', d['url'] && d['accessed'] && `{${d['accessed']}}`],
    ['langid', languageOf(source)?.startsWith('zh') ? '{chinese}' : languageOf(source) === 'en' ? '{english}' : null],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name.padEnd(12)} = ${value},`] : []));
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

/** Entries for biber, Pandoc and programs that keep references, in the order given. */
export function bibtexOf(sources: readonly Keyed[]): string {
  return sources.map(bibtexEntry).join('\n');
}

// ---- CSL-JSON ------------------------------------------------------------------------------------------------------

const CSL_TYPES: Readonly<Record<string, string>> = {
  newspaper: 'article-newspaper', journal: 'article-journal', magazine: 'article-magazine', book: 'book', web: 'webpage', report: 'report', thesis: 'thesis',
  speech: 'speech', law: 'legislation', standard: 'standard', proceedings: 'paper-conference',
};
const CONTAINED = new Set(['article-newspaper', 'article-journal', 'article-magazine', 'webpage', 'paper-conference']);

const dateParts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });

function cslItem({ source, key }: Keyed): Readonly<Record<string, unknown>> {
  const { details: d } = source;
  const type = CSL_TYPES[source.kind] ?? (d['url'] ? 'webpage' : 'document');
  const contained = CONTAINED.has(type);
  const item: Readonly<Record<string, unknown>> = {
    id: key, type, title: sourceName(source),
    author: source.authors.length > 0 ? source.authors.map((name) => personal(name) ?? { literal: name }) : null,
    issued: source.date ? dateParts(source.date) : null,
    'container-title': contained ? source.publication : null,
    publisher: d['publisher'] ?? (contained ? null : source.publication), 'publisher-place': d['place'],
    volume: d['volume'], issue: d['issue'], page: d['pages'] ?? d['page'] ?? d['edition'], number: d['number'],
    DOI: d['doi'], URL: d['url'], accessed: d['url'] && d['accessed'] ? dateParts(d['accessed']) : null, language: languageOf(source),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined));
}

/** The items as CSL-JSON 1.0. */
export function cslJsonOf(sources: readonly Keyed[]): string {
  return `${JSON.stringify(sources.map(cslItem), null, 2)}\n`;
}
