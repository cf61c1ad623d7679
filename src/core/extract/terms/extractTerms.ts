/**
 * The key terms of a library with their forms, definitions and uses, in steps that need one source at a time:
 *
 *     evidence = sources.map((s) => termEvidence(s, tokenizer))   once for each source, storable
 *     chosen   = chooseTerms(evidence, office)                    bounded memory; goes through the evidence several times
 *     uses     = sources.map((s) => termUses(s, chosen))          for each source and each choice; plain data
 *     terms    = rankTerms(chosen, uses, slice)                   `slice` reads the few places that are shown
 *
 * `chooseSteps` and `termRanking` do the second and the last in slices. Each step is linear. Evidence stays true as long as its source; uses as long as the choice. `extractTerms` is all four.
 */
import type { OfficeTerm } from '../../library/glossaryFile';
import { allSteps, type Steps } from '../../library/steps';
import type { Slice, Source, Term, TermVariant } from '../../library/types';
import type { Tokenizer } from '../../service';
import { foldText } from '../../text/fold';
import { termEvidence } from './evidence';
import { headOf, isKnownNoun } from './heads';
import { chooseTerms, type ChosenTerms } from './merge';
import { sliceOf, termUses, type TermPlace, type TermUses } from './uses';
import type { TermGroup } from './variants';

const MOST_USES = 12;
/** Sentences from which these are taken: some are the context, or stand inside the definition. */
const MOST_TELLING = MOST_USES + 4;
/** Terms below this, what defines them counted in, are left out. */
const LEAST_FINAL = -1.2;

/** How many terms a library of so many characters yields at most. */
function mostTerms(characters: number): number {
  return Math.min(5000, Math.round(600 + characters / 30));
}

/** Finds the terms of the sources, most important first; the rows of the office's own glossary rule. */
export function extractTerms(sources: readonly Source[], tokenizer: Tokenizer, office: readonly OfficeTerm[] = []): Term[] {
  const chosen = chooseTerms(sources.map((source) => termEvidence(source, tokenizer)), office);
  return rankTerms(chosen, sources.map((source) => termUses(source, chosen)), (source, place) => sliceOf(sources[source] as Source, place));
}

/** A use and the number of its source. */
type Placed<T> = T & { readonly source: number };

/** One term with its uses in all sources. */
interface Found {
  readonly group: TermGroup;
  count: number;
  free: number;
  clear: number;
  persons: number;
  quoted: number;
  /** The word that it always stands behind, or before; null where there is none. Undefined before the first source. */
  left?: string | null;
  right?: string | null;
  readonly forms: Map<string, number>;
  readonly traditional: Map<string, number>;
  definition: Placed<NonNullable<TermUses['definition']>> | null;
  telling: Placed<TermUses['telling'][number]>[];
  /** No sentence of a later source that tells no more than this is among the best. */
  least: number;
}

/** All steps of `rankSteps` at once; `uses` are those of each source, in the order of the evidence. */
export function rankTerms(chosen: ChosenTerms, uses: Iterable<readonly TermUses[]>, slice: (source: number, place: TermPlace) => Slice): Term[] {
  const ranking = termRanking(chosen);
  for (const list of uses) ranking.add(list);
  return allSteps(ranking.rank(slice));
}

/** The terms while the uses of one source after the other come in: what can be shown of them is kept, the rest is only counted. */
export interface TermRanking {
  /** Adds the uses of the next source. */
  add(uses: readonly TermUses[]): void;
  /**
   * The terms, most important first. `slice` gives the words of a place in the source of that number: only what a term shows is
   * sliced, source by source, a source a step.
   */
  rank(slice: (source: number, place: TermPlace) => Slice): Steps<Term[]>;
}

export function termRanking(chosen: ChosenTerms): TermRanking {
  const found = chosen.groups.map((group): Found => ({ group, count: 0, free: 0, clear: 0, persons: 0, quoted: 0, forms: new Map(), traditional: new Map(), definition: null, telling: [], least: -Infinity }));
  let source = 0;
  return {
    add(uses) {
      for (const use of uses) gather(found[use.term] as Found, use, source);
      source++;
    },
    * rank(slice) {
      const ranked = found.filter((f) => f.group.office || (f.count > 0 && stands(f))).map((f) => ({ f, score: finalScore(f) })).filter((r) => r.score >= LEAST_FINAL)
        .sort((a, b) => b.score - a.score || b.f.count - a.f.count || (a.f.group.lead.form < b.f.group.lead.form ? -1 : 1));
      yield;
      const wanted: { readonly of: number; readonly place: TermPlace; readonly words: Slice }[] = [];
      const later = (of: number, place: TermPlace): Slice => {
        const words = {} as Slice;
        wanted.push({ of, place, words });
        return words;
      };
      const terms = varied(ranked).slice(0, mostTerms(chosen.characters)).map(({ f }) => termOf(f, later));
      // Source by source: of a large library the texts lie on disk.
      wanted.sort((a, b) => a.of - b.of);
      for (const [i, { of, place, words }] of wanted.entries()) {
        Object.assign(words, slice(of, place));
        if (wanted[i + 1]?.of !== of) yield;
      }
      return terms;
    },
  };
}

interface Ranked { readonly f: Found; readonly score: number }

/** So many of the first are compared with each other. */
const COMPARED = 150;
/** What a piece of a name that stands before it loses, and what a name loses that only adds a plain noun to one before it. */
const PIECE = 1.6, LENGTHENED = 1;

/** The first of the list once more, so that a piece of one term and what only lengthens it do not stand beside it. */
function varied(ranked: readonly Ranked[]): readonly Ranked[] {
  const before: string[] = [];
  const first = ranked.slice(0, COMPARED).map(({ f, score }) => {
    const { key } = f.group.lead;
    let less = 0;
    if (!marked(f)) {
      if (before.some((other) => other.length > key.length && other.includes(key))) less = PIECE;
      else if (before.some((other) => key.length - other.length <= 4 && other.length >= 4 && key.length > other.length && key.includes(other))) less = LENGTHENED;
    }
    before.push(key);
    return { f, score: score - less };
  });
  return [...first.sort((a, b) => b.score - a.score), ...ranked.slice(COMPARED)];
}

function gather(found: Found, use: TermUses, source: number): void {
  found.count += use.count;
  found.free += use.free;
  found.clear += use.clear;
  found.persons += use.persons;
  found.quoted += use.quoted;
  found.left = found.left === undefined || found.left === use.left ? use.left : null;
  found.right = found.right === undefined || found.right === use.right ? use.right : null;
  for (const [form, count] of use.forms) found.forms.set(form, (found.forms.get(form) ?? 0) + count);
  for (const [form, count] of use.traditional) found.traditional.set(form, (found.traditional.get(form) ?? 0) + count);
  if (use.definition && (!found.definition || use.definition.weight > found.definition.weight)) found.definition = { ...use.definition, source };
  // Field by field: there are very many of these, and a copy by `...` takes twice the memory.
  for (const { paragraph, start, end, at, weight, tells } of use.telling) if (weight > found.least) found.telling.push({ paragraph, start, end, at, weight, tells, source });
  if (found.telling.length <= 2 * MOST_TELLING) return;
  found.telling = bestTelling(found.telling);
  found.least = found.telling[MOST_TELLING - 1]?.weight ?? -Infinity;
}

/** The best sentences of all; of equal ones the first. */
function bestTelling(list: readonly Placed<TermUses['telling'][number]>[]): Placed<TermUses['telling'][number]>[] {
  return [...list].sort((a, b) => b.weight - a.weight).slice(0, MOST_TELLING);
}

/** A name by its build, though it only stands inside longer ones: it comes late in the list. */
function nestedName({ group: { lead }, count, left, right }: Found): boolean {
  if (isKnownNoun(lead.form) && lead.form.length >= 4) return true;
  if (lead.evidence.loose) return count < 2 || !(left ?? right);
  return Boolean(lead.evidence.phrase) && (/^[“"]/.test(lead.form) || (lead.form.length >= 4 && (headOf(lead.form) !== null || (lead.evidence.recurrent ?? 0) >= 3)));
}

/** Whether the text itself marks a term as a name. */
function marked({ group: { lead: { evidence: e } } }: Found): boolean {
  return (e.quoted ?? e.title ?? e.abbreviated ?? e.keyword ?? e.set ?? e.list ?? e.counted ?? e.named ?? e.office) !== undefined;
}

/** A form that only ever stands inside a longer term is a piece of it, unless the text marks it. */
function stands(found: Found): boolean {
  const { group, count, free, persons } = found;
  const { evidence } = group.lead;
  if (evidence.quoted || evidence.abbreviated || evidence.title || evidence.keyword || evidence.coordinated) return true;
  return persons <= count * 0.3 && (free > 0 || nestedName(found));
}

/** The rank of a name that never stands but inside longer ones. */
const NESTED = -1.1;
/** What stands whole between its neighbours is rather a name than what is only a phrase. */
const CLEAR = 0.3;
/** What mostly stands between words that may belong to it is rather a part of many names than one, and comes further down. */
const HIDDEN = 1.6, SELDOM_CLEAR = 0.3;
/** A piece of a longer name that never stands without it. */
const BOUND = 2.5;

/** Being defined makes a term: strongly by what it is or comprises, weakly by what it is for. */
function finalScore(found: Found): number {
  const { group, definition, count, free, clear, left, right } = found;
  const { evidence } = group.lead;
  if (free === 0 && !evidence.office && nestedName(found)) return Math.min(group.score, NESTED);
  if (evidence.loose && clear > 0) return group.score + CLEAR;
  const bound = count >= 2 && (left ?? right) && !evidence.quoted && !evidence.title && !evidence.abbreviated && !evidence.keyword ? BOUND : 0;
  const hidden = marked(found) || clear >= SELDOM_CLEAR * count ? 0 : HIDDEN;
  const defined = definition ? Math.max(0, definition.weight - 4) * (definition.kind === 'purpose' ? 0.08 : 0.35) : 0;
  const own = group.score - bound + defined + Math.min(0.5, group.forms.size * 0.1);
  return Math.max(Math.min(own, NESTED), own - hidden);
}

function termOf(found: Found, slice: (source: number, place: TermPlace) => Slice): Term {
  const { group, definition } = found, { lead } = group;
  const telling = bestTelling(found.telling);
  const contextual = definition ? null : telling.find((t) => t.tells) ?? null;
  const inDefinition = (t: Placed<TermUses['telling'][number]>): boolean => definition !== null && t.source === definition.source && t.paragraph === definition.paragraph && t.at >= definition.start && t.at < definition.end;
  return {
    term: lead.form,
    variants: variantsOf(found),
    kind: group.office?.kind ?? kindOf(lead.form, lead.evidence),
    ...(group.office ? { office: { definition: group.office.definition } } : {}),
    count: found.count,
    definition: definition ? slice(definition.source, definition) : null,
    definitionKind: definition ? definition.kind : null,
    context: contextual ? slice(contextual.source, contextual) : null,
    uses: telling.filter((t) => t !== contextual && !inDefinition(t)).slice(0, MOST_USES).map((t) => slice(t.source, t)),
  };
}

function variantsOf(found: Found): TermVariant[] {
  const { group } = found;
  const counts = new Map<string, number>();
  for (const [form, count] of found.forms) counts.set(foldText(form), (counts.get(foldText(form)) ?? 0) + count);
  const variants: TermVariant[] = [{ form: group.lead.form, kind: 'base', count: counts.get(group.lead.key) ?? 0 }];
  for (const [form, kind] of group.forms) variants.push({ form, kind, count: counts.get(foldText(form)) ?? 0 });
  for (const [form, count] of found.traditional) variants.push({ form, kind: 'traditional', count });
  if (found.quoted > 0 && !/^[“《]/.test(group.lead.form)) variants.push({ form: `“${group.lead.form}”`, kind: 'quoted', count: found.quoted });
  return variants;
}

function kindOf(form: string, evidence: TermGroup['lead']['evidence']): string {
  if (evidence.title) return 'document';
  if (evidence.set) return /(?:报告|意见|决定|建议|通知|宣言|办法|规定|决议|声明|方案|法|规划|计划|纲要)$/.test(form) ? 'document' : /领导$/.test(form) ? 'set phrase' : 'meeting';
  if (evidence.counted || evidence.list || evidence.even || evidence.parallel) return 'set phrase';
  if (/^以.*为/.test(form)) return 'set phrase';
  const head = headOf(form);
  if (head && head.kind !== 'concept') return head.kind;
  return evidence.quoted && !head ? 'set phrase' : 'concept';
}
