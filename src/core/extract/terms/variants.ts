/** Which candidates are one term under several forms. */
import type { OfficeTerm } from '../../library/glossaryFile';
import { foldText } from '../../text/fold';
import type { Candidate } from './candidate';
import { headOf } from './heads';
import { LIGHT_INSERTS, LIGHT_STARTS, LIGHT_TAILS } from './lexicon';

/** A term in the making: its leading candidate and the others that name the same. */
export interface TermGroup {
  readonly lead: Candidate;
  /** Forms with their kind; the lead's own form is not among them. */
  readonly forms: Map<string, string>;
  score: number;
  /** The office's row that made or renamed it. */
  readonly office?: OfficeTerm;
}

/** The words of a form without those that may be put in: 国际科技交流合作 and 国际科技合作 have one skeleton. */
function skeleton(candidate: Candidate): string | null {
  const kept = candidate.words.filter((w) => !LIGHT_INSERTS.has(w));
  if (kept.length < 2 || kept.join('').length < 5) return null;
  // The last word carries the name.
  if (candidate.words[candidate.words.length - 1] !== kept[kept.length - 1]) return null;
  return kept.join('').replace(/[“”"]/g, '');
}

/** Tails that make a longer form of any name, not only of one in marks. */
const PLAIN_TAILS = /^(?:理念|建设|工作|事业|进程)$/;
/** Tails that only speak of a thing whose own name is far commoner: 某某经济发展. */
const SPEAKING_TAILS = /^(?:发展|高质量发展|规模|时代)$/;
/** A place before a name that is far commoner without it. */
const PLACES = /^(?:中国|全国|世界|全球|我国)$/;

/** The English candidate in the other number, where that is the commoner one: industrial park to industrial parks. */
function otherNumber({ key, form, frequency }: Candidate, byKey: ReadonlyMap<string, Candidate>): Candidate | null {
  if (/[\u4e00-\u9fff]/.test(form) || !form.includes(' ')) return null;
  const singular = /[^s]s$/.test(key) ? byKey.get(/ies$/.test(key) ? `${key.slice(0, -3)}y` : key.slice(0, -1)) : undefined;
  if (singular && singular.frequency >= frequency) return singular;
  const plural = byKey.get(/[^aeiou]y$/.test(key) ? `${key.slice(0, -1)}ies` : `${key}s`);
  return plural && plural.frequency > frequency ? plural : null;
}

/** The candidate that this one only lengthens: 某某理念 to 某某, “某某”倡议 to 某某, 发展某某 to 某某. */
function rootOf(candidate: Candidate, byKey: ReadonlyMap<string, Candidate>): Candidate | null {
  const { key, evidence } = candidate;
  const own = /^党的.{4,}/.test(key) ? byKey.get(key.slice(2)) : undefined;
  if (own && own.frequency > candidate.frequency) return own;
  const other = otherNumber(candidate, byKey);
  if (other) return other;
  // What the text itself marks as a name is a term of its own.
  if (evidence.title || evidence.abbreviated || evidence.keyword || evidence.set) return null;
  for (const tail of LIGHT_TAILS) {
    if (!key.endsWith(tail) || key.length - tail.length < 3) continue;
    const root = byKey.get(key.slice(0, -tail.length));
    if (!root) continue;
    const marked = root.evidence.quoted && /^[“"]/.test(candidate.form) && root.key.length >= 3;
    if (marked || (root.evidence.abbreviated && root.key.length >= 4) || (PLAIN_TAILS.test(tail) && root.key.length >= 4)) return root;
    if (SPEAKING_TAILS.test(tail) && root.key.length >= 4 && root.frequency >= 3 * candidate.frequency && headOf(root.form)) return root;
  }
  for (const start of LIGHT_STARTS) {
    if (!key.startsWith(start) || key.length - start.length < 4) continue;
    const root = byKey.get(key.slice(start.length));
    const short = root && root.key.length < 5;
    if (root && root.frequency >= candidate.frequency * (short ? 3 : 1) && (!short || (PLACES.test(start) && headOf(root.form) !== null))) return root;
  }
  return null;
}

/** Groups candidates, best first: one that only lengthens, shortens or lightly rearranges another joins it. */
export function groupCandidates(ranked: readonly { candidate: Candidate; score: number }[]): TermGroup[] {
  const groups: TermGroup[] = [];
  const candidates = new Map(ranked.map(({ candidate }) => [candidate.key, candidate]));
  const scores = new Map(ranked.map(({ candidate, score }) => [candidate.key, score]));
  const byKey = new Map<string, TermGroup>();
  const bySkeleton = new Map<string, TermGroup>();
  const byLetters = new Map<string, TermGroup>();
  const join = (group: TermGroup, candidate: Candidate, kind: string): void => {
    if (candidate.key !== group.lead.key) group.forms.set(candidate.form, kind);
    for (const [alias, aliasKind] of candidate.aliases) group.forms.set(alias, aliasKind);
    byKey.set(candidate.key, group);
  };
  const place = (candidate: Candidate): TermGroup => {
    const known = byKey.get(candidate.key);
    if (known) return known;
    const letters = [...candidate.aliases].filter(([alias, kind]) => kind === 'abbreviation' && alias.length >= 3).map(([alias]) => alias);
    // Two names explained by the same letters name the same.
    const sharing = letters.map((l) => byLetters.get(l)).find((g) => g !== undefined);
    if (sharing) { join(sharing, candidate, 'base'); return sharing; }
    const root = rootOf(candidate, candidates);
    if (root?.evidence.loose && !candidate.evidence.loose && !byKey.has(root.key)) {
      // A phrase that nothing else speaks for does not lead: it is a short form of the longer one.
      const group: TermGroup = { lead: candidate, forms: new Map(candidate.aliases), score: scores.get(candidate.key) ?? 0 };
      groups.push(group);
      byKey.set(candidate.key, group);
      join(group, root, 'short');
      return group;
    }
    if (root) {
      const group = place(root);
      group.score = Math.max(group.score, scores.get(candidate.key) ?? 0);
      join(group, candidate, 'long');
      return group;
    }
    const bones = skeleton(candidate);
    const alike = bones ? bySkeleton.get(bones) : undefined;
    if (alike) { join(alike, candidate, candidate.key.length > alike.lead.key.length ? 'long' : 'short'); return alike; }
    const group: TermGroup = { lead: candidate, forms: new Map(candidate.aliases), score: scores.get(candidate.key) ?? 0 };
    groups.push(group);
    byKey.set(candidate.key, group);
    for (const l of letters) if (!byLetters.has(l)) byLetters.set(l, group);
    if (bones) bySkeleton.set(bones, group);
    return group;
  };
  for (const { candidate } of ranked) place(candidate);
  // A short form that the text announces is no term beside the full name.
  const announced = new Map<string, TermGroup>();
  for (const group of groups) for (const [form, kind] of group.forms) if (kind === 'short' || kind === 'abbreviation') announced.set(foldText(form), group);
  return groups.filter((group) => {
    const full = announced.get(group.lead.key);
    if (!full || full === group) return true;
    full.score = Math.max(full.score, group.score);
    for (const [form, kind] of group.forms) if (!full.forms.has(form)) full.forms.set(form, kind);
    return false;
  });
}
