/**
 * How a source is cited: entries after GB/T 7714—2015 (Information and documentation: rules for bibliographic references),
 * numeric system. Only what the source or its catalogue row states is written; what is not known is left out, never invented.
 */
import type { Source } from '../library/types';

/** What a citation is made of. */
export type Citable = Pick<Source, 'file' | 'title' | 'authors' | 'publication' | 'date' | 'kind' | 'details'>;

/** Type marks of GB/T 7714—2015, annex B. A speech or an unknown kind is [Z], "other". */
const TYPE_MARKS: Readonly<Record<string, string>> = {
  newspaper: 'N', journal: 'J', magazine: 'J', book: 'M', web: 'EB/OL', report: 'R', thesis: 'D', standard: 'S', proceedings: 'C',
};

/** Kinds that appear in a serial: clause 4.4, contributions to serials. */
const SERIALS = new Set(['N', 'J']);

const han = /\p{Script=Han}/u;

/** Clause 8.1.2: up to three authors are all named, of more the first three, then 等 (et al. behind Latin names). */
function authorsOf(source: Citable): string {
  const names = source.authors;
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 3).join(', ')}, ${names.some((name) => han.test(name)) ? '等' : 'et al.'}`;
}

/** The name a source goes by: its title, else the name of its file. */
export function sourceName(source: Citable): string {
  return source.title ?? source.file.slice(source.file.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,5}$/i, '');
}

function typeMark(source: Citable): string {
  const mark = TYPE_MARKS[source.kind];
  if (mark) return mark;
  return source.details['url'] ? 'EB/OL' : 'Z';
}

/** Clause 4.4: `Serial, year, volume(issue): pages` for a journal, `Serial, date(edition)` for a newspaper. */
function serialPart(source: Citable, mark: string): string {
  const { volume, issue, pages, page, edition } = source.details;
  if (mark === 'N') {
    const sheet = edition ?? page ?? pages;
    return [source.publication, source.date].filter(Boolean).join(', ') + (sheet && source.date ? `(${sheet})` : '');
  }
  const year = source.date?.slice(0, 4) ?? null;
  const number = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  // Clause 4.4.2: a serial without volumes has its issue directly behind the year.
  const when = volume ? [year, number].filter(Boolean).join(', ') : `${year ?? ''}${number}`;
  const head = [source.publication, when].filter(Boolean).join(', ');
  const leaves = pages ?? page;
  return head && leaves ? `${head}: ${leaves}` : head;
}

/** Clause 4.1 and 4.6: `Place: publisher, date`; for what stands on the web `(date)`, the date of publication in brackets. */
function imprintPart(source: Citable, mark: string): string {
  const { place, publisher } = source.details;
  if (mark.endsWith('/OL')) return [source.publication ?? publisher, source.date ? `(${source.date})` : null].filter(Boolean).join(', ').replace(/, \(/, '(');
  const house = [place, publisher ?? source.publication].filter(Boolean).join(': ');
  const date = mark === 'M' || mark === 'D' ? source.date?.slice(0, 4) : source.date;
  return [house, date].filter(Boolean).join(', ');
}

/**
 * The reference entry of a source, one line with its full stop:
 * `任某, 杨某, 李某, 等. 题名[J]. 科技导报, 2022, 40(20): 33-41. DOI: 10.3981/….`
 */
export function citationLine(source: Citable): string {
  const mark = typeMark(source);
  const authors = authorsOf(source);
  const { doi, url } = source.details;
  const parts = [
    authors.replace(/\.$/, ''),
    `${sourceName(source)}[${mark}]`,
    SERIALS.has(mark) ? serialPart(source, mark) : imprintPart(source, mark),
    url && (mark.endsWith('/OL') || !doi) ? url : '',
    doi ? `DOI: ${doi}` : '',
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
 * Titles stand in 《》; an inner 《》 becomes 〈〉 (GB/T 15834—2011, clause 4.15.3).
 */
export function sourceNote(source: Citable): string {
  const authors = source.authors.length > 3 ? `${source.authors.slice(0, 3).join('、')}等` : source.authors.join('、');
  const title = `《${sourceName(source).replace(/《/g, '〈').replace(/》/g, '〉')}》`;
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
