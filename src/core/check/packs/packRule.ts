/** Packs as rules: each pack is one paragraph rule, `pack.` and its name. */
import type { DraftParagraph } from '../paragraphs';
import type { Fault, ParagraphRule } from '../rule';
import type { PackProblem } from '../types';
import { parsePack, type Pack, type PackFile, type PackRow } from './pack';

export interface PackRules {
  readonly rules: readonly ParagraphRule[];
  readonly problems: readonly PackProblem[];
}

const kept = new Map<string, PackRules>();
const MOST_KEPT = 20;

/** The rules of packs; those of the same texts are made once. */
export function packRules(files: readonly PackFile[]): PackRules {
  if (files.length === 0) return { rules: [], problems: [] };
  const key = JSON.stringify(files);
  let made = kept.get(key);
  if (!made) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made = makeRules(files));
  }
  return made;
}

function makeRules(files: readonly PackFile[]): PackRules {
  const rules: ParagraphRule[] = [], problems: PackProblem[] = [];
  for (const file of files) {
    const { pack, problems: own } = parsePack(file);
    problems.push(...own);
    if (!pack) continue;
    if (rules.some(({ id }) => id === `pack.${pack.id}`)) { problems.push({ file: file.file, row: null, message: `another pack has the name ${pack.id}` }); continue; }
    const rows = pack.rows.filter((row, index) => {
      const failed = failedExample(row);
      if (failed) problems.push({ file: file.file, row: index + 1, message: failed });
      return failed === null;
    });
    if (rows.length > 0) rules.push(ruleOf({ ...pack, rows }));
  }
  return { rules, problems };
}

/** What the row's own examples say against it; null where they hold. */
function failedExample(row: PackRow): string | null {
  const finds = (text: string): boolean => faultsOf(byFirst([row]), paragraphOf(text)).length > 0;
  const missed = row.examples.wrong.find((text) => !finds(text)), wrongly = row.examples.right.find(finds);
  if (missed !== undefined) return `examples.wrong: “${missed}” is not found; the row is not run`;
  if (wrongly !== undefined) return `examples.right: “${wrongly}” is found; the row is not run`;
  return null;
}

const paragraphOf = (text: string): DraftParagraph => ({ start: 0, end: text.length, text, kind: 'body', script: 'zh-Hans', language: 'plaintext', opened: false });

function ruleOf(pack: Pack): ParagraphRule {
  const rows = byFirst(pack.rows);
  return { scope: 'paragraph', id: `pack.${pack.id}`, severity: 'warning', basis: null, version: `${pack.version}-${pack.key}`, check: (paragraph) => faultsOf(rows, paragraph) };
}

/** Rows by the first character of their wording, the longest first: of two that begin at one place the longer is meant. */
function byFirst(rows: readonly PackRow[]): ReadonlyMap<string, readonly PackRow[]> {
  const map = new Map<string, PackRow[]>();
  for (const row of rows) map.set(row.from[0] as string, [...(map.get(row.from[0] as string) ?? []), row]);
  for (const list of map.values()) list.sort((a, b) => b.from.length - a.from.length);
  return map;
}

function faultsOf(rows: ReadonlyMap<string, readonly PackRow[]>, { text }: DraftParagraph): Fault[] {
  const faults: Fault[] = [];
  for (let at = 0; at < text.length; at++) {
    const row = rows.get(text[at] as string)?.find((one) => text.startsWith(one.from, at));
    if (!row) continue;
    const end = at + row.from.length;
    if (meant(text, at, end, row)) faults.push(faultOf(row, at, end));
    at = end - 1;
  }
  return faults;
}

/** Whether the wording stands there for itself: not as part of a right one, of a Latin word, of a title, or of a sentence on the time before. */
function meant(text: string, start: number, end: number, row: PackRow): boolean {
  const isWord = (c: string | undefined): boolean => c !== undefined && /[A-Za-z0-9]/u.test(c);
  if (isWord(text[start]) && isWord(text[start - 1]) || isWord(text[end - 1]) && isWord(text[end])) return false;
  for (const longer of [...row.to, ...row.except]) {
    for (let at = longer.indexOf(row.from); at >= 0; at = longer.indexOf(row.from, at + 1)) {
      if (start - at >= 0 && text.startsWith(longer, start - at)) return false;
    }
  }
  if (inTitle(text, start)) return false;
  return row.since === null || !speaksOfBefore(text, start, end, row.since);
}

/** A title is as its authors wrote it. */
export function inTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at) && text.indexOf('》', at) >= 0;
}

const THEN = /曾|当时|時任|时任|原称|旧称|前身|改称|更名|改为|改名/u;

/** Whether the sentence names a year before the date, or says of itself that it speaks of the past. */
export function speaksOfBefore(text: string, start: number, end: number, since: string): boolean {
  const from = Math.max(...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const stop = /[。！？\n]/u.exec(text.slice(end));
  const sentence = text.slice(from, stop ? end + stop.index : text.length);
  if (THEN.test(sentence)) return true;
  return [...sentence.matchAll(/(?<!\d)((?:19|20)\d{2})(?:年(?:(\d{1,2})月)?|[—–-])/gu)].some(([, year, month]) => {
    const date = month ? `${year}-${month.padStart(2, '0')}` : year as string;
    return date < since.slice(0, date.length);
  });
}

function faultOf(row: PackRow, start: number, end: number): Fault {
  const [best] = row.to;
  const basis = `${row.authority}${row.clause ? ` ${row.clause}` : ''}`;
  const when = row.since ? { zh: `自${row.since}起`, en: ` since ${row.since}` } : { zh: '', en: '' };
  const note = row.note ? { zh: `；${row.note}`, en: `; ${row.note}` } : { zh: '', en: '' };
  return {
    start, end, severity: row.severity,
    words: {
      'zh-cn': `${best === undefined ? `${when.zh}不宜写“${row.from}”` : `${when.zh}“${row.from}”宜写“${best}”`}（${basis}）${note.zh}`,
      en: `${best === undefined ? `“${row.from}” is not to be written${when.en}` : `“${row.from}” is to be written “${best}”${when.en}`} (${basis})${note.en}`,
    },
    fixes: row.to.map((newText) => ({ edits: [{ start, end, newText }], preferred: false })),
  };
}
