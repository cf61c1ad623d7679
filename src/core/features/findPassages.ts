/** Search over the library, with the parts of each passage that answer the query. */
import type { Paragraph } from '../library/types';
import { searchPassages, type PassageIndex } from '../search/passages';
import { sharedRuns } from '../search/sharedRuns';
import type { FoundPassage } from '../service';

/** Shortest part that is marked as a match, in folded units. */
const SHORTEST_MATCH = 2;

/** The best passages for a query; `matches` are raw offsets of the source. */
export function findPassages(index: PassageIndex, query: string, limit: number): FoundPassage[] {
  return searchPassages(index, query, limit).map(({ passage, source, score }) => {
    const paragraph = source.paragraphs[passage.paragraph] as Paragraph;
    return {
      file: passage.file, start: passage.start, end: passage.end, text: passage.text, score,
      matches: sharedRuns(passage.text, query, SHORTEST_MATCH).map((run) => paragraph.map.span({ start: passage.from + run.start, end: passage.from + run.end })),
    };
  });
}
