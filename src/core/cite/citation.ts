/**
 * How a source is cited: entries after GB/T 7714 (Information and documentation: rules for bibliographic references), numeric
 * system, in its editions of 2015 and of 2025. Only what the source or its catalogue row states is written; what is not known
 * is left out, never invented.
 */
import type { CitationStandard } from '../features/types';
import type { Source } from '../library/types';

/** What a citation is made of. */
export type Citable = Pick<Source, 'file' | 'title' | 'authors' | 'publication' | 'date' | 'kind' | 'details'>;

/** That of 2025 has been in force since 1 July 2026. */
export const CURRENT_STANDARD: CitationStandard = '2025';

/** Type marks of annex B. A speech or an unknown kind is [Z], "other"; laws and papers of authorities are [A], "archives". */
const TYPE_MARKS: Readonly<Record<string, string>> = {
  newspaper: 'N', journal: 'J', magazine: 'J', book: 'M', web: 'EB', report: 'R', thesis: 'D', standard: 'S', proceedings: 'C', law: 'A', official: 'A',
};

/** Kinds that appear in a serial: clause 4.4 of 2015, contributions to serials. */
const SERIALS = new Set(['N', 'J']);

/** The symbols between the elements: half-width all in 2015; in 2025 full-width but for the full stop and the square brackets. */
interface Symbols { readonly comma: string; readonly colon: string; readonly open: string; readonly close: string }
const SYMBOLS: Readonly<Record<CitationStandard, Symbols>> = {
  2015: { comma: ', ', colon: ': ', open: '(', close: ')' },
  2025: { comma: '，', colon: '：', open: '（', close: '）' },
};

const han = /\p{Script=Han}/u;

/** Up to three authors are all named, of more the first three, then 等 (et al. behind Latin names): clause 8.1.2 of 2015. */
function authorsOf({ authors }: Citable, { comma }: Symbols): string {
  if (authors.length <= 3) return authors.join(comma);
  return `${authors.slice(0, 3).join(comma)}${comma}${authors.some((name) => han.test(name)) ? '等' : 'et al.'}`;
}

/** The name a source goes by: its title, else the name of its file. */
export function sourceName(source: Citable): string {
  return source.title ?? source.file.slice(source.file.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,5}$/i, '');
}

/** The type mark, with the medium for what stands on the web: a source with an address or a DOI is /OL. */
function typeMark({ kind, details }: Citable): string {
  const mark = TYPE_MARKS[kind] ?? (details['url'] ? 'EB' : 'Z');
  return mark === 'EB' || details['url'] || details['doi'] ? `${mark}/OL` : mark;
}

/** `Serial, year, volume(issue): pages` for a journal, `Serial, date(edition)` for a newspaper. */
function serialPart(source: Citable, mark: string, { comma, colon, open, close }: Symbols): string {
  const { volume, issue, pages, page, edition } = source.details;
  if (mark.startsWith('N')) {
    const sheet = edition ?? page ?? pages;
    return [source.publication, source.date].filter(Boolean).join(comma) + (sheet && source.date ? `${open}${sheet}${close}` : '');
  }
  const year = source.date?.slice(0, 4) ?? null;
  const number = `${volume ?? ''}${issue ? `${open}${issue}${close}` : ''}`;
  // A serial without volumes has its issue directly behind the year.
  const when = volume ? [year, number].filter(Boolean).join(comma) : `${year ?? ''}${number}`;
  const head = [source.publication, when].filter(Boolean).join(comma);
  const leaves = pages ?? page;
  return head && leaves ? `${head}${colon}${leaves}` : head;
}

/** `Place: publisher, date`; the date on which something was put on the web stands in brackets, in 2025 for web pages only. */
function imprintPart(source: Citable, mark: string, standard: CitationStandard): string {
  const { comma, colon, open, close } = SYMBOLS[standard];
  const { place, publisher, pages, page } = source.details;
  const house = [place, publisher ?? source.publication].filter(Boolean).join(colon);
  const online = mark === 'EB/OL' || (standard === '2015' && mark.endsWith('/OL') && !mark.startsWith('M') && !mark.startsWith('D'));
  if (online) return `${house}${source.date ? `${open}${source.date}${close}` : ''}`;
  const date = /^[MD]/.test(mark) ? source.date?.slice(0, 4) : source.date;
  const head = [house, date].filter(Boolean).join(comma);
  const leaves = pages ?? page;
  return head && leaves ? `${head}${colon}${leaves}` : head;
}

/** `[2024-05-06]`, the day on which a page was read, where the catalogue states it: with an address in 2015, for web pages in 2025. */
function accessedPart({ details }: Citable, mark: string, standard: CitationStandard): string {
  const day = details['accessed'] ?? details['urldate'];
  return day && details['url'] && (standard === '2015' || mark === 'EB/OL') ? `[${day}]` : '';
}

/**
 * The reference entry of a source, one line with its full stop:
 * `任某，杨某，李某，等. 题名[J/OL]. 科技导报，2022，40（20）：33-41. DOI:10.3981/….`
 */
export function citationLine(source: Citable, standard: CitationStandard = CURRENT_STANDARD): string {
  const mark = typeMark(source), symbols = SYMBOLS[standard];
  const { doi, url, number } = source.details;
  const where = SERIALS.has(mark[0] as string) ? serialPart(source, mark, symbols) : imprintPart(source, mark, standard);
  const title = `${sourceName(source)}${mark.startsWith('A') && number ? symbols.colon + number : ''}`;
  const parts = [
    authorsOf(source, symbols).replace(/\.$/, ''), `${title}[${mark}]`, where + accessedPart(source, mark, standard), url ?? '', doi ? `DOI:${doi}` : '',
  ];
  return `${parts.filter(Boolean).join('. ')}.`;
}

/** `2023-09-10` as 2023年9月10日, `2023-09` as 2023年9月, `2023` as 2023年. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/**
 * The source as running Chinese text names it in a note: 方某、任某：《题名》，《科技导报》2022年第20期。
 * Titles stand in 《》; an inner 《》 becomes 〈〉 (GB/T 15834—2011, clause 4.15.3). The name of a file is no title and stands without.
 */
export function sourceNote(source: Citable): string {
  const authors = source.authors.length > 3 ? `${source.authors.slice(0, 3).join('、')}等` : source.authors.join('、');
  const title = source.title === null ? sourceName(source) : `《${source.title.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
  const { issue } = source.details;
  const date = source.date ? (issue && source.publication ? `${source.date.slice(0, 4)}年第${issue}期` : chineseDate(source.date)) : '';
  const where = source.publication ? `《${source.publication.replace(/[《》]/g, '')}》${date}` : date;
  return `${authors ? `${authors}：` : ''}${title}${where ? `，${where}` : ''}`;
}

/** Escapes what LaTeX reads as a command in running text. */
export function escapeLatex(text: string): string {
  return text.replace(/\\/g, '\\textbackslash{}').replace(/[#$%&_{}]/g, (c) => `\\${c}`).replace(/\\textbackslash\\\{\\\}/g, '\\textbackslash{}')
    .replace(/~/g, '\\textasciitilde{}').replace(/\^/g, '\\textasciicircum{}');
}

/** Escapes what Markdown would read as markup in a line of running text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (c) => `\\${c}`);
}
