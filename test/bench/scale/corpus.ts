/**
 * A library of any size, made by chance with a fixed beginning: always the same one. How it is made:
 * - Words are drawn by how common they are and what part of speech they have, from the 8,000 commonest of the dictionary that
 *   nodejieba brings (without it, those of the bundled library). A fifth are of a few hundred that are the document's own
 *   subject; of the rest, most are such as often follow the word before: each word has 12 companions of each kind.
 * - Clauses follow patterns of parts of speech with the particles of the language; two to five make a sentence, sentences make paragraphs.
 * - Formulas repeat: one clause in five is one of 4,000 that all documents share, few of them very often.
 * - Near copies: one paragraph in twelve is an earlier one with some words exchanged, as laws and reports repeat each other;
 *   one document in fifty is an earlier one in another edition. One document in twelve is in Traditional characters.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Paragraph, Source } from '../../../src/core/library/types';
import { OffsetMap } from '../../../src/core/text/offsets';
import { scriptOf, toTraditional } from '../../../src/core/text/script';
import { root } from '../../root';
import { chance } from '../writing';

/** Names of parts of speech as the dictionary has them, by what a pattern calls them. */
const TAGS: Readonly<Record<string, readonly string[]>> = { n: ['n', 'vn', 'nz', 'an'], v: ['v', 'vd'], a: ['a', 'ad', 'b'], d: ['d'], s: ['ns'], r: ['nr', 'nt', 'j'], t: ['t'], m: ['m'] };

const PATTERNS = [
  'n v n', 'a n v n', 'v n 的 n', '在 n 方面 v n', 'd v a n', 'v n 和 n', '对 n 的 v 要 d v', 's 的 n v n', '以 n 为 n v n', 'n 与 n d v', 'v n v n', '使 n v 得 a',
  '通过 v n v n', '把 n v 到 n 中', 'n n 应当 v n', '不得 v n', '由 s n 负责 v', '根据 n 的 n v', 't s v n', 'm 个 n v 了 n', '为 v n 而 v', '从 n 到 n 都 v n', 'r v n 的 n', '坚持 n 的 n', '加强 n n',
].map((pattern) => pattern.split(' '));

interface Words {
  readonly words: readonly string[];
  /** Sums of their weights, ascending. */
  readonly sums: Float64Array;
}

function wordsOf(rows: readonly (readonly [word: string, weight: number])[]): Words {
  let sum = 0;
  return { words: rows.map(([word]) => word), sums: Float64Array.from(rows, ([, weight]) => (sum += weight)) };
}

function draw({ words, sums }: Words, next: () => number): string {
  const wanted = next() * (sums.at(-1) ?? 0);
  let low = 0, high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > wanted) high = middle; else low = middle + 1;
  }
  return words[low] as string;
}

const COMMONEST = 8_000;

/** Words by what a pattern calls their part of speech. */
function vocabulary(): ReadonlyMap<string, Words> {
  const dictionary = path.join(root, 'dist', 'dict', 'jieba.dict.utf8');
  const rows = existsSync(dictionary)
    ? readFileSync(dictionary, 'utf8').split('\n').map((line) => line.split(' ')).filter(([word]) => word && /^\p{Script=Han}{1,6}$/u.test(word))
      .sort((a, b) => Number(b[1]) - Number(a[1])).slice(0, COMMONEST)
    : seedWords();
  return new Map(Object.entries(TAGS).map(([name, tags]) =>
    [name, wordsOf(rows.filter(([, , tag]) => tags.includes(tag ?? 'n')).map(([word, count]) => [word as string, Math.min(Number(count), 30_000)]))]));
}

/** Without the dictionary: the words of the bundled library, any of them anywhere. */
function seedWords(): string[][] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const text = ['news_b1.txt', 'news_b2.txt'].map((file) => path.join(root, 'seeds', file)).filter(existsSync).map((file) => readFileSync(file, 'utf8')).join('\n');
  const words = [...segmenter.segment(text)].map(({ segment }) => segment).filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));
  return words.flatMap((word) => Object.values(TAGS).map(([tag]) => [word, '1', tag as string]));
}

export interface Corpus {
  readonly sources: readonly Source[];
  /** Bytes of all documents in UTF-8. */
  readonly bytes: number;
  readonly characters: number;
  /** A sentence of the same kind that stands nowhere but by chance. */
  readonly sentence: (next: () => number) => string;
}

const FORMULAS = 4000, COMPANIONS = 12;

/** A library of about so many bytes of UTF-8. */
export function makeCorpus(bytes: number): Corpus {
  const next = chance(20261126);
  const pick = (n: number): number => Math.floor(next() * n);
  const vocabularies = vocabulary();
  const words = (name: string, random: () => number): string => draw(vocabularies.get(name) as Words, random);
  const known = new Map<string, string[]>();
  /** The words of a kind that often follow a word; always the same ones, the closest first. */
  const companions = (word: string, slot: string): string[] => {
    const key = `${word} ${slot}`;
    let list = known.get(key);
    if (!list) {
      const random = chance([...key].reduce((sum, c) => Math.imul(sum, 31) + (c.codePointAt(0) as number), 7));
      known.set(key, list = Array.from({ length: COMPANIONS }, () => words(slot, random)));
    }
    return list;
  };
  const clause = (subject: ReadonlyMap<string, readonly string[]> | null, random: () => number): string => {
    const pattern = PATTERNS[Math.floor(random() * PATTERNS.length)] as string[];
    let before = '';
    return pattern.map((slot) => {
      if (!vocabularies.has(slot)) return slot;
      const own = subject?.get(slot), chosen = random();
      // Of its own subject a document speaks again and again, of some things more than of others.
      if (own && chosen < 0.2) before = own[Math.floor(own.length * random() ** 2)] as string;
      else before = before && chosen < 0.85 ? companions(before, slot)[Math.floor(COMPANIONS * random() ** 3)] as string : words(slot, random);
      return before;
    }).join('');
  };
  const formulas = Array.from({ length: FORMULAS }, () => clause(null, next));
  const sentenceOf = (subject: ReadonlyMap<string, readonly string[]> | null, random: () => number): string => {
    const clauses = Array.from({ length: 2 + Math.floor(random() * 4) }, () => (random() < 1 / 5 ? formulas[Math.floor(FORMULAS * random() ** 3)] as string : clause(subject, random)));
    return `${clauses.join('，')}${random() < 0.1 ? '；' : '。'}`;
  };
  const exchange = (text: string): string => text.replace(/\p{Script=Han}{2}/gu, (pair) => (next() < 0.04 ? words('n', next) : pair));

  const earlier: string[] = [];
  const texts: string[][] = [];
  let size = 0;
  for (let number = 0; size < bytes; number++) {
    let paragraphs: string[];
    if (number > 20 && pick(50) === 0) paragraphs = (texts[pick(texts.length)] as string[]).map(exchange);
    else {
      const subject = new Map([['n', 120], ['v', 60], ['a', 25], ['s', 6], ['r', 6]].map(([name, n]) => [name as string, Array.from({ length: n as number }, () => words(name as string, next))]));
      paragraphs = [`关于${words('v', next)}${words('n', next)}的${words('n', next)}`];
      for (let left = 8 + Math.floor(100 * next() ** 2); left > 0; left--) {
        if (earlier.length > 50 && pick(12) === 0) { paragraphs.push(exchange(earlier[pick(earlier.length)] as string)); continue; }
        const paragraph = Array.from({ length: 1 + pick(5) }, () => sentenceOf(subject, next)).join('');
        paragraphs.push(paragraph);
        if (pick(8) === 0 && earlier.length < 20_000) earlier.push(paragraph);
      }
    }
    if (pick(12) === 0) paragraphs = paragraphs.map(toTraditional);
    texts.push(paragraphs);
    // Three bytes a character, near enough.
    size += paragraphs.reduce((sum, paragraph) => sum + paragraph.length * 3 + 1, 0);
  }
  const sources = texts.map((paragraphs, i) => sourceOf(`${i}.txt`, paragraphs));
  return { sources, bytes: size, characters: sources.reduce((sum, { raw }) => sum + raw.length, 0), sentence: (random) => sentenceOf(null, random) };
}

/** A source as reading gives it, of lines without any trouble. */
export function sourceOf(file: string, lines: readonly string[]): Source {
  let start = 0;
  const paragraphs = lines.map((text, i): Paragraph => {
    const paragraph = { kind: i === 0 ? 'title' : 'body', start, end: start + text.length, text, map: OffsetMap.identity(text.length, start), language: scriptOf(text), damaged: [] } as const;
    start += text.length + 1;
    return paragraph;
  });
  const raw = lines.join('\n');
  return {
    file, raw, characters: raw.length, title: lines[0] ?? null, authors: [], publication: null, date: null, kind: 'other', rank: 0, details: {},
    languages: ['zh-Hans'], paragraphs, removed: [], problems: [], references: {},
  };
}
