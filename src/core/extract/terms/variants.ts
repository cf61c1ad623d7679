/** Which candidates are one term under several forms. */
import type { Candidate } from './candidates';
import { LIGHT_INSERTS, LIGHT_STARTS, LIGHT_TAILS } from './lexicon';

/** A term in the making: its leading candidate and the others that name the same. */
export interface TermGroup {
  readonly lead: Candidate;
  /** Forms with their kind; the lead's own form is not among them. */
  readonly forms: Map<string, string>;
  score: number;
}

/** The words of a form without those that may be put in: 国际科技交流合作 and 国际科技合作 have one skeleton. */
function skeleton(candidate: Candidate): string | null {
  const kept = candidate.words.filter((w) => !LIGHT_INSERTS.has(w));
  if (kept.length < 2 || kept.join('').length < 5) return null;
  // The last word carries the name.
  if (candidate.words[candidate.words.length - 1] !== kept[kept.length - 1]) return null;
  return kept.join('').replace(/[“”"]/g, '');
}

/** Groups candidates, best first: a later one joins an earlier one that it only shortens, lengthens or rearranges lightly. */
export function groupCandidates(ranked: readonly { candidate: Candidate; score: number }[]): TermGroup[] {
  const groups: TermGroup[] = [];
  const byKey = new Map<string, TermGroup>();
  const bySkeleton = new Map<string, TermGroup>();
  const byLetters = new Map<string, TermGroup>();
  for (const { candidate, score } of ranked) {
    const letters = [...candidate.aliases].filter(([alias, kind]) => kind === 'abbreviation' && alias.length >= 3).map(([alias]) => alias);
    const sharing = letters.map((l) => byLetters.get(l)).find((g) => g !== undefined);
    // Two names explained by the same letters name the same.
    const joined = sharing ? { group: sharing, kind: 'base' } : leadOf(candidate, byKey, bySkeleton);
    if (joined) {
      joined.group.forms.set(candidate.form, joined.kind);
      for (const [alias, kind] of candidate.aliases) joined.group.forms.set(alias, kind);
      byKey.set(candidate.key, joined.group);
      continue;
    }
    const group: TermGroup = { lead: candidate, forms: new Map(candidate.aliases), score };
    groups.push(group);
    for (const l of letters) if (!byLetters.has(l)) byLetters.set(l, group);
    byKey.set(candidate.key, group);
    const bones = skeleton(candidate);
    if (bones && !bySkeleton.has(bones)) bySkeleton.set(bones, group);
  }
  return groups;
}

function leadOf(candidate: Candidate, byKey: ReadonlyMap<string, TermGroup>, bySkeleton: ReadonlyMap<string, TermGroup>): { group: TermGroup; kind: string } | null {
  const { key } = candidate;
  // What the text itself marks as a name is a term of its own.
  if (candidate.evidence.title || candidate.evidence.abbreviated || candidate.evidence.keyword || candidate.evidence.set) return null;
  for (const tail of LIGHT_TAILS) {
    if (!key.endsWith(tail) || key.length - tail.length < 4) continue;
    const group = byKey.get(key.slice(0, -tail.length));
    // A name in marks keeps its meaning with any such tail; others only with a few.
    if (group && (group.lead.evidence.quoted || group.lead.evidence.abbreviated || /^(?:理念|建设|工作|事业|进程)$/.test(tail))) return { group, kind: 'long' };
  }
  for (const tail of ['倡议', '战略', '理念', '计划', '改革', '时期']) {
    const group = byKey.get(key + tail);
    if (group && key.length >= 4 && !candidate.evidence.quoted && !candidate.evidence.recurrent) return { group, kind: 'short' };
  }
  for (const start of LIGHT_STARTS) {
    if (!key.startsWith(start) || key.length - start.length < 5) continue;
    const group = byKey.get(key.slice(start.length));
    if (group && group.lead.key === key.slice(start.length)) return { group, kind: 'long' };
  }
  const bones = skeleton(candidate);
  const alike = bones ? bySkeleton.get(bones) : undefined;
  if (alike && alike.lead.key !== key) return { group: alike, kind: key.length > alike.lead.key.length ? 'long' : 'short' };
  return null;
}
