/** Finding by pinyin: what it needs is large, so the engine makes it when letters are typed and lets it go when none are for a while. */
import type { Engine } from './engine';

/** Entries that are prepared between two answers to other requests. */
const PORTION = 400;

/**
 * Has the engine make what a query still lacks, in portions, as long as it is wanted. False where nothing was missing or it is not
 * wanted any more; else the query is to be asked anew.
 */
export async function prepareLetters(engine: Engine, query: string, wanted: () => boolean): Promise<boolean> {
  const letters = /[a-z]/iu.test(query);
  for (let portions = 0; wanted(); portions++) {
    const done = await engine.ask('prepare', [PORTION, letters]);
    // No answer: the engine has given up.
    if (done === undefined) return false;
    if (done) return portions > 0 && wanted();
  }
  return false;
}
