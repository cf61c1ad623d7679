/**
 * What a user could pick instead from the registry, each used as its documents say: SQLite's full-text index with trigrams,
 * approx-string-match on the windows that it finds, FlexSearch, MiniSearch, Fuse.js.
 */
import approximate from 'approx-string-match';
import { Index as FlexIndex } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { tokensOf } from '../../../src/core/search/tokens';
import { root } from '../../root';

/** Finds the numbers of the passages that match best, best first. */
export interface PassagePeer {
  readonly name: string;
  readonly search: (query: string, limit: number) => number[];
}

interface Statement { run(...values: unknown[]): unknown; all(...values: unknown[]): { id: number }[] }
interface Database { exec(sql: string): void; prepare(sql: string): Statement; close(): void }

/** SQLite in memory; null where its binary could not be installed. */
export function openSqlite(): Database | null {
  const folder = path.join(root, 'test', 'bench', 'peers');
  if (!existsSync(path.join(folder, 'node_modules', 'better-sqlite3'))) return null;
  try {
    const Sqlite = createRequire(path.join(folder, 'package.json'))('better-sqlite3') as new (file: string) => Database;
    return new Sqlite(':memory:');
  } catch {
    return null;
  }
}

/** Indexes texts with FTS5's trigram tokenizer. */
function fts(database: Database, table: string, texts: Iterable<string>): (query: string, limit: number) => number[] {
  database.exec(`CREATE VIRTUAL TABLE ${table} USING fts5(words, tokenize='trigram')`);
  const insert = database.prepare(`INSERT INTO ${table}(rowid, words) VALUES (?, ?)`);
  database.exec('BEGIN');
  let id = 0;
  for (const text of texts) insert.run(id++, text);
  database.exec('COMMIT');
  const select = database.prepare(`SELECT rowid AS id FROM ${table} WHERE words MATCH ? ORDER BY rank LIMIT ?`);
  return (query, limit) => {
    const grams = new Set<string>();
    for (let i = 0; i + 3 <= query.length; i++) grams.add(`"${query.slice(i, i + 3).replace(/"/gu, '""')}"`);
    return grams.size === 0 ? [] : select.all([...grams].join(' OR '), limit).map((row) => row.id);
  };
}

export function sqlitePassages(database: Database, texts: readonly string[]): PassagePeer {
  return { name: 'FTS5 trigram', search: fts(database, 'passages', texts) };
}

const WINDOW = 640, STRIDE = 320, CANDIDATES = 20;

/** Quotations: windows of folded text that overlap by half, the twenty best of them verified. Gives the least number of errors, or none. */
export function sqliteQuotations(database: Database, documents: readonly string[]): (span: string) => number {
  const windows = documents.flatMap((text) => {
    const cuts: string[] = [];
    for (let from = 0; from === 0 || from + STRIDE < text.length; from += STRIDE) cuts.push(text.slice(from, from + WINDOW));
    return cuts;
  });
  const search = fts(database, 'windows', windows);
  return (span) => {
    let nearest = Infinity;
    for (const id of search(span, CANDIDATES)) {
      for (const { errors } of approximate(windows[id] as string, span, Math.max(1, Math.floor(span.length / 4)))) nearest = Math.min(nearest, errors);
      if (nearest === 0) break;
    }
    return nearest;
  };
}

/** Pairs of characters: what FlexSearch finds Chinese by best. */
const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)).filter((pair) => /^[\p{L}\p{N}]{2}$/u.test(pair));

export function flexPassages(texts: readonly string[]): PassagePeer {
  const index = new FlexIndex({ tokenize: 'strict', encode: pairs });
  texts.forEach((text, id) => { index.add(id, text); });
  return { name: 'FlexSearch', search: (query, limit) => index.search(query, { limit, suggest: true }) as number[] };
}

export function miniPassages(texts: readonly string[]): PassagePeer {
  const words = (text: string): string[] => tokensOf(text).map(String);
  const index = new MiniSearch({ fields: ['text'], tokenize: words, processTerm: (term) => term });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return { name: 'MiniSearch', search: (query, limit) => index.search(query).slice(0, limit).map(({ id }) => id as number) };
}

export function fusePassages(texts: readonly string[]): PassagePeer {
  const fuse = new Fuse([...texts], { ignoreLocation: true });
  return { name: 'Fuse.js', search: (query, limit) => fuse.search(query, { limit }).map(({ refIndex }) => refIndex) };
}
