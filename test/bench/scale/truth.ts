/** The nearest place of a span by exhaustive search: every document from its first letter to its last. */
import { nearestIn, patternMasks } from '../../../src/core/search/editDistance';
import type { SearchIndex } from '../../../src/core/library/types';

/** Least edit distance of a folded span to any stretch of the library. `nearestIn` is held against the textbook in the unit tests. */
export function exhaustiveDistance(index: SearchIndex, span: Uint16Array): number {
  const masks = patternMasks(span);
  return Math.min(...index.parts.map(({ segment: { units } }) => nearestIn(units, 0, units.length, masks).distance));
}
