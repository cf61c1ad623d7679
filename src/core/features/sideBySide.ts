/** Two wordings side by side: which of their letters are not the same, so that the eye finds them at once. */
import { diffChars } from 'diff';
import { fold, type Folded } from '../text/fold';
import type { Span } from '../text/offsets';
import type { SideBySide } from './types';

/** Wordings that are further apart than this many letters are others altogether: nothing is marked. */
const FURTHEST = 200;

/** The letters of either text that have no partner of the same fold in the other. Width, script, punctuation and spacing are not marked. */
export function sideBySide(draftWords: string, sourceWords: string): SideBySide {
  const folded = { draft: fold(draftWords), source: fold(sourceWords) };
  const draft: Span[] = [], source: Span[] = [];
  let i = 0, j = 0;
  for (const { added, removed, value } of diffChars(folded.draft.text, folded.source.text, { maxEditLength: FURTHEST }) ?? []) {
    if (removed) draft.push(spanOf(folded.draft, i, i + value.length));
    if (added) source.push(spanOf(folded.source, j, j + value.length));
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  return { draft, source };
}

const spanOf = ({ origin }: Folded, from: number, to: number): Span => ({ start: origin[from] as number, end: (origin[to - 1] as number) + 1 });
