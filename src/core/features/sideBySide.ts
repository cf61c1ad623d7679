/** Two wordings side by side: which of their letters are not the same, so that the eye finds them at once. */
import { diffChars } from 'diff';
import { fold, type Folded } from '../text/fold';
import type { Span } from '../text/offsets';
import type { SideBySide } from './types';

/** Wordings that are further apart than this many letters are others altogether: nothing is marked. */
const FURTHEST = 200;

/**
 * The letters of either text that have no partner of the same fold in the other. Width, script, punctuation and spacing are
 * not marked. A single letter that is the same between two that are not is marked with them: 动力 for 力量 is one exchange.
 */
export function sideBySide(draftWords: string, sourceWords: string): SideBySide {
  const folded = { draft: fold(draftWords), source: fold(sourceWords) };
  const draft: Span[] = [], source: Span[] = [];
  const parts = diffChars(folded.draft.text, folded.source.text, { maxEditLength: FURTHEST }) ?? [];
  const changed = ({ added, removed }: { added: boolean; removed: boolean }): boolean => added || removed;
  let i = 0, j = 0;
  parts.forEach((part, at) => {
    const before = parts[at - 1], after = parts[at + 1];
    const between = part.value.length === 1 && before !== undefined && after !== undefined && changed(before) && changed(after);
    const nextI = part.added ? i : i + part.value.length, nextJ = part.removed ? j : j + part.value.length;
    if (changed(part) || between) {
      mark(draft, folded.draft, i, nextI);
      mark(source, folded.source, j, nextJ);
    }
    i = nextI;
    j = nextJ;
  });
  return { draft, source };
}

/** Marks folded letters from one to before another; what touches the mark before is one with it. */
function mark(spans: Span[], { origin }: Folded, from: number, to: number): void {
  if (from === to) return;
  const start = origin[from] as number, end = (origin[to - 1] as number) + 1, last = spans.at(-1);
  if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
  else spans.push({ start, end });
}
