/** Sources that give the same words differently (C13, C17): built into a library of their own by `withMirror`. */
import type { Library } from '../../src/core/library/types';
import type { SourceFile } from '../../src/core/service';
import { RIGHT, type Case } from './cases';
import type { Random } from './random';
import { pickTruths, nested } from './truths';

/** The name by which a copied document is known. */
export const MIRROR = 'mirror-of-';

/** A poor copy of a source: of lower rank, with letters changed here and there, and a stretch that cannot be read. */
export function mirrorOf(file: SourceFile, random: Random): SourceFile {
  const swapped = [...file.text].map((c) => (c === '的' && random.next() < 0.04 ? '之' : c === '和' && random.next() < 0.1 ? '与' : c)).join('');
  const at = Math.floor(swapped.length / 2);
  const text = `${swapped.slice(0, at)}\ufffd\ufffd\ufffd${swapped.slice(at + 3)}`;
  return { ...file, file: `${MIRROR}${file.file}`, text, catalogue: { title: '转载', rank: 1 } };
}

/** Quotations after the copy and after the original: both are right, since both are editions that the library has. */
export function editionCases(library: Library, random: Random): Case[] {
  const mirrors = library.sources.filter((s) => s.file.startsWith(MIRROR));
  if (mirrors.length === 0) return [];
  return pickTruths({ ...library, sources: mirrors }, random, 12).filter((t) => t.language === 'zh').map((truth) => {
    const before = '有关负责同志指出：“', words = nested(truth.words);
    return { name: 'C13, C17 as another edition has it', draft: `${before}${words}”\n`, language: 'markdown', quoted: { start: before.length, end: before.length + words.length }, verdicts: RIGHT, finding: null, mends: false };
  });
}
