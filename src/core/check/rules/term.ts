/**
 * Near misses of the library's fixed wordings (domain: T-1): a wording one step from an established one, which itself
 * stands nowhere in the library. Outside quotations only; better silent than wrong.
 */
import { evidenceOf } from '../../cite/evidence';
import { findExact, unitsOf, type Finder } from '../../search/finder';
import { nearMisses, type NearMiss } from '../formulations/fixed';
import { readingsOf } from '../../text/readings';
import { inTitle } from '../packs/packRule';
import type { ParagraphRule } from '../rule';

/** Kinds that are names: a letter more or less is no other name. */
const NAMES: ReadonlySet<string> = new Set(['document', 'meeting', 'organisation', 'programme', 'initiative']);
const LONG = 7;

export const termRule: ParagraphRule = {
  scope: 'paragraph', id: 'term.variant', severity: 'warning', basis: null,
  check: ({ text }, context) => nearMisses(context.library, text).filter((near) => !stands(context.finder, near.folded) && !inTitle(text, near.start) && (certain(near) || !isOrdinary(context.finder, near))).map((near) => {
    const { start, end, term } = near;
    const slice = term.definition ?? term.context;
    const written = text.slice(start, end);
    return {
      start, end, severity: certain(near) ? 'warning' as const : 'information' as const,
      words: {
        'zh-cn': `“${written}”与库中固定表述“${term.term}”（${term.count} 处）只差一字`,
        en: `“${written}” is one step from the library's fixed wording “${term.term}” (${term.count} places)`,
      },
      source: slice ? evidenceOf(context.library, slice) : null,
      fixes: [{ edits: [{ start, end, newText: term.term }], preferred: false }],
    };
  }),
};

/** Whether it is a slip and not other words: letters lost, added or turned round, one of the same sound, or a change in a long name. */
function certain({ folded, term, change: { from, to } }: NearMiss): boolean {
  if (from.length !== 1 || to.length !== 1) return folded.length >= LONG || NAMES.has(term.kind);
  if (soundsAlike(from, to)) return true;
  return folded.length >= LONG;
}

const stands = (finder: Finder, folded: string): boolean => findExact(finder, unitsOf(folded), 1).length > 0;

/** Whether the other letter makes a word that the library writes beside these: of 国际科学组织, which is like 国际科技组织, it has 国际科学 or 科学组织. */
function isOrdinary(finder: Finder, { folded, change: { at, from } }: NearMiss): boolean {
  return [folded.slice(0, at + from.length), folded.slice(at - 1)].some((piece) => piece.length > 3 && stands(finder, piece));
}

const soundsOf = (character: string): string[] => readingsOf(character, 'none');
const soundsAlike = (a: string, b: string): boolean => { const sounds = soundsOf(b); return soundsOf(a).some((sound) => sounds.includes(sound)); };
