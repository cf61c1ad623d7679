/**
 * What stands behind a keystroke and a hover, without the way to the engine: the picker on 5,000 quotations beside Fuse.js over
 * the same keys, and terms in a draft beside the Aho–Corasick packages of the registry.
 */
import AhoCorasickOfOld from 'ahocorasick';
import { AhoCorasick as GreedyAhoCorasick } from '@monyone/aho-corasick/greedy';
import Fuse from 'fuse.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import { buildTermMatcher } from '../../src/core/extract/terms/matcher';
import { termHover, termIndexOf } from '../../src/core/features/termHover';
import { libraryOf } from '../../src/core/library/buildLibrary';
import type { Quote, Term } from '../../src/core/library/types';
import { readSource } from '../../src/core/parse/readSource';
import { createPicker } from '../../src/core/search/picker';
import type { PickerEntry } from '../../src/core/search/pickerTypes';
import { pinyinKeys } from '../../src/core/search/pinyin';
import { foldText } from '../../src/core/text/fold';
import { quantile } from './material';
import { chance, sentencesLike, termsLike } from './writing';

const QUOTATIONS = 5000, TARGETS = 40, TERMS = 5000, DRAFT = 45_000, FIRST = 10;
/** Fuse.js takes a twentieth of a second a key: of each way it is asked for so many targets only. */
const FUSE_TARGETS = 8;

type Way = 'characters' | 'gap' | 'wrong' | 'initials' | 'pinyin';
const WAYS: readonly Way[] = ['characters', 'gap', 'wrong', 'initials', 'pinyin'];

/** What a writer types for a quotation that begins with these words, a key each. */
function typed(words: string, way: Way, next: () => number): string[] {
  const opening = foldText(words).slice(0, 8);
  const keys = (text: string) => Array.from(text, (_, i) => text.slice(0, i + 1));
  switch (way) {
    case 'characters': return keys(opening.slice(0, 6));
    case 'gap': { const at = 1 + Math.floor(next() * 4); return keys(opening.slice(0, at) + opening.slice(at + 2)); }
    case 'wrong': { const at = 1 + Math.floor(next() * 4); return keys(`${opening.slice(0, at)}卿${opening.slice(at + 1, 6)}`); }
    case 'initials': return keys(pinyinKeys(words).initials.slice(0, 6));
    case 'pinyin': return keys(pinyinKeys(words).full.slice(0, 16));
  }
}

export interface Measured {
  readonly what: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
  readonly note: string;
}

const timed = (run: () => unknown): number => { const from = performance.now(); run(); return performance.now() - from; };
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Times in ms for each key typed, and how many of the wanted quotations stand among the first ten when all has been typed. */
export function pickerRows(texts: readonly string[]): Measured[] {
  const next = chance(5);
  const words = sentencesLike(texts, QUOTATIONS, next);
  const entries: PickerEntry[] = words.map((each) => ({ words: each, fields: [], date: null, weight: 0.5 }));
  const picker = createPicker(entries);
  const slices: number[] = [];
  for (let done = false; !done;) slices.push(timed(() => { done = picker.prepare(100, true); }));
  const fuse = new Fuse(words.map((each) => ({ words: each, full: pinyinKeys(each).full, initials: pinyinKeys(each).initials })), {
    keys: ['words', 'full', 'initials'], ignoreLocation: true,
  });
  // The first calls of all are those of a cold process: they are what the engine does to warm itself.
  for (let i = 0; i < 200; i++) for (const way of WAYS) picker.find(typed(words[i * 7] as string, way, chance(i)).at(-1) as string, 20);
  const targets = Array.from({ length: TARGETS }, () => Math.floor(next() * words.length));
  const all: Measured[] = WAYS.map((way) => {
    const ours: number[] = [], peer: number[] = [];
    let found = 0, foundByPeer = 0;
    targets.forEach((target, turn) => {
      const keys = typed(words[target] as string, way, next);
      for (const key of keys) ours.push(timed(() => picker.find(key, 20)));
      if (picker.find(keys.at(-1) as string, FIRST).some(({ entry }) => entry === target)) found++;
      if (turn >= FUSE_TARGETS) return;
      for (const key of keys) peer.push(timed(() => fuse.search(key, { limit: 20 })));
      if (fuse.search(keys.at(-1) as string, { limit: FIRST }).some(({ refIndex }) => refIndex === target)) foundByPeer++;
    });
    return { what: `key, by ${way}`, ours, peer, note: `in the first ten: ${found} of ${TARGETS}; Fuse.js ${foundByPeer} of ${FUSE_TARGETS}` };
  });
  const ours = all.flatMap((one) => one.ours), peer = all.flatMap((one) => one.peer);
  return [
    { what: `key, ${QUOTATIONS} quotations, all ways`, ours, peer, note: `p95 ${quantile(ours, 0.95).toFixed(2)} ms, Fuse.js ${quantile(peer, 0.95).toFixed(0)} ms` },
    ...all,
    { what: 'pinyin keys, one slice', ours: slices, peer: [], note: `${sum(slices).toFixed(0)} ms in all, longest slice ${Math.max(...slices).toFixed(1)} ms` },
  ];
}

/** Times in ms for all terms of a draft of 100 KB; the peer is the fastest of the packages. */
export function termRows(texts: readonly string[]): Measured[] {
  const next = chance(7);
  const names = termsLike(texts, TERMS, next);
  let draft = '';
  for (const sentence of sentencesLike(texts, 2000, next)) if (draft.length < DRAFT) draft += `${sentence}。`;
  draft = draft.slice(0, DRAFT);
  const matcher = buildTermMatcher(names.map((term) => ({ term, variants: [] })));
  const old = new AhoCorasickOfOld(names), modern = new ModernAhoCorasick(names), greedy = new GreedyAhoCorasick(names);
  const peers: readonly (readonly [string, () => unknown])[] = [
    ['ahocorasick', () => old.search(draft)], ['modern-ahocorasick', () => modern.search(draft)], ['@monyone/aho-corasick', () => greedy.matchInText(draft)],
  ];
  const times = (run: () => unknown): number[] => { for (let i = 0; i < 5; i++) run(); return Array.from({ length: 15 }, () => timed(run)); };
  const ours = times(() => matcher.matches(draft));
  const measured = peers.map(([name, run]) => ({ name, values: times(run) })).sort((a, b) => quantile(a.values, 0.5) - quantile(b.values, 0.5));
  const [fastest] = measured;
  const at = Array.from({ length: 400 }, (_, i) => timed(() => matcher.at(draft, (i * 107) % draft.length)));
  return [
    {
      what: `terms, ${TERMS} in ${Math.round(Buffer.byteLength(draft) / 1000)} KB`, ours, peer: fastest?.values ?? [],
      note: `${matcher.matches(draft).length} found; ${measured.map(({ name, values }) => `${name} ${quantile(values, 0.5).toFixed(1)} ms`).join(', ')}`,
    },
    { what: 'term at the pointer', ours: at, peer: [], note: `p95 ${quantile(at, 0.95).toFixed(3)} ms` },
  ];
}

/** Times in ms for the hover of a term on so many terms and quotations, in twenty sources of the draft's length. */
export function hoverRow(texts: readonly string[]): Measured {
  const next = chance(9);
  const names = termsLike(texts, TERMS, next), words = sentencesLike(texts, QUOTATIONS, next);
  const sources = Array.from({ length: 20 }, (_, i) => readSource({ file: `${i}.txt`, text: words.slice(i * 100, i * 100 + 200).join('。\n\n'), catalogue: { date: String(2001 + i) } }));
  const place = { file: '0.txt', start: 0, end: 1, raw: '', text: '' };
  const terms: Term[] = names.map((term) => ({ term, variants: [], kind: 'concept', count: 1, definition: null, definitionKind: null, context: place, uses: [] }));
  const quotes: Quote[] = words.map((text, i) => ({
    ...place, id: String(i), text, simplified: text, insertable: text, speaker: null, attribution: null, occasion: null, date: null, canonical: String(i), leadIn: null, marked: true,
  }));
  const library = { ...libraryOf(sources, { name: 'none', cut: (text) => [text] }), sources, terms, quotes };
  const index = termIndexOf(terms), draft = words.slice(0, 500).join('。');
  const times = Array.from({ length: 400 }, (_, i) => timed(() => termHover(library, index, draft, (i * 53) % draft.length, () => [])));
  return { what: `hover of a term, ${TERMS} terms, ${QUOTATIONS} quotations`, ours: times, peer: [], note: `p95 ${quantile(times, 0.95).toFixed(2)} ms, longest ${Math.max(...times).toFixed(1)} ms` };
}

/** The rows as lines of text. */
export function fingertipsTable(texts: readonly string[]): string {
  const median = (values: readonly number[]) => (values.length === 0 ? '' : `${quantile(values, 0.5).toFixed(3)} (${quantile(values, 0.95).toFixed(3)})`);
  const rows = [...pickerRows(texts), ...termRows(texts), hoverRow(texts)].map(({ what, ours, peer, note }) => [what, median(ours), median(peer),
    peer.length === 0 ? '' : `${(quantile(peer, 0.5) / quantile(ours, 0.5)).toFixed(0)}×`, note]);
  const all = [['ms, median (p95)', 'Yinju', 'peer', 'ratio', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
