/**
 * What one source gives to the terms of a library, made once when it is read: plain data (strings, numbers, arrays and typed ones) that can
 * be stored and merged with that of any other sources. Nothing here looks beyond the source.
 */
import type { Source } from '../../library/types';
import type { Tokenizer } from '../../service';
import { collectPairs, phraseEvidence } from './candidates';
import { chunksOf } from './chunks';
import { englishEvidence } from './englishNames';
import { markedNames } from './marks';
import { RunWriter } from './numbered';
import { runsOf } from './recurrent';
import { classedWords, readUnits } from './units';
import { Tally } from './tally';
import type { CutUnit, NameEvidence, TermEvidence } from './types';

/** The evidence of one source. Linear in its length. */
export function termEvidence(source: Source, tokenizer: Tokenizer): TermEvidence {
  const units = readUnits(source);
  const names = new Tally<NameEvidence>(), runs = new RunWriter();
  const joined = new Tally<TermEvidence['joined'][number]>();
  for (const unit of units) {
    const words = classedWords(unit.text, tokenizer);
    const cut: CutUnit = { unit, words, chunks: chunksOf(unit.text, words) };
    for (const { form, kind, aliases } of markedNames(unit, words, cut.chunks)) {
      names.add(`${kind}\t${form}\t${aliases.map((a) => a.join(':')).join('\t')}`, () => ({ form, kind, aliases, count: 0 }));
    }
    if (unit.english) continue;
    for (const run of runsOf(cut)) runs.run(run);
    for (const { words: parts, stands, inHeading } of phraseEvidence(cut)) runs.phrase(parts, stands === 'own', unit.heading && inHeading);
    for (const { form, words: parts } of collectPairs(cut)) joined.add(form, () => ({ form, words: parts, count: 0 }));
  }
  return {
    characters: units.reduce((sum, u) => sum + u.text.length, 0),
    names: names.list(), runs: runs.written(), joined: joined.list(), english: englishEvidence(units),
  };
}
