/** What the bench measures with: a draft made of the library's own sentences, some of them altered. Always the same one. */
import type { Library, Passage } from '../../src/core/library/types';
import { passagesOfSource } from '../../src/core/search/searchIndex';
import type { LibraryService } from '../../src/core/service';

/** The passages of all sources. */
export function allPassages(library: Library): Passage[] {
  return library.sources.flatMap((source) => passagesOfSource(library.index, source));
}

/** A draft of about `length` characters: of three sentences one is quoted, every other quotation has a wrong letter. */
export function draftOf(service: LibraryService, length: number): string {
  const passages = allPassages(service.library).filter(({ text }) => /\p{Script=Han}/u.test(text) && text.length >= 20 && text.length <= 120);
  let text = '# 稿件\n\n';
  for (let i = 0; text.length < length; i++) {
    // Sentences of all sources in turn.
    const passage = passages[(i * 37) % passages.length];
    if (!passage) break;
    const words = passage.text.replace(/[“”]/g, '');
    if (i % 3 === 0) {
      const middle = words.length >> 1;
      const quoted = i % 2 === 0 ? words : `${words.slice(0, middle)}很${words.slice(middle + 1)}`;
      text += `有关文件指出：“${quoted}”`;
    } else text += words;
    if (i % 5 === 4) text += '\n\n';
  }
  return text;
}

/** The sentences of a draft that a search would be asked for. */
export function queriesOf(draft: string): string[] {
  return draft.split(/(?<=[。！？])|\n/u).map((sentence) => sentence.trim()).filter((sentence) => sentence.length >= 8);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
