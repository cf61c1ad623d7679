/** The key terms of a library with their forms, definitions and uses. */
import type { Source, Term, TermVariant } from '../../library/types';
import type { Tokenizer } from '../../service';
import { foldText } from '../../text/fold';
import { sentences } from '../../text/sentences';
import type { Span } from '../../text/offsets';
import { collectCandidates, cutUnit } from './candidates';
import { byTelling, canTell, defineTerm, sliceOf, type Occurrence } from './definitions';
import { headOf } from './heads';
import { buildTermMatcher } from './matcher';
import { scoreOf } from './ranking';
import { classedWords, readUnits, type Unit } from './units';
import { groupCandidates, type TermGroup } from './variants';

const MOST_USES = 12;
/** Candidates below this are not terms. */
const LEAST_SCORE = -0.6;
/** Terms below this, what defines them counted in, are left out. */
const LEAST_FINAL = 0.15;

/** How many terms a library of so many characters yields at most. */
function mostTerms(characters: number): number {
  return Math.min(5000, Math.round(300 + characters / 60));
}

/** What stands behind a person's name. */
const PERSON = /^(?:总书记|主席|总理|同志|先生|女士|教授|院士|部长|书记|总统|首相|外长)/;

interface Found {
  readonly group: TermGroup;
  readonly occurrences: Occurrence[];
  readonly counts: Map<string, number>;
  readonly traditional: Map<string, number>;
  quoted: number;
}

/** Finds the terms of the sources, most important first. */
export function extractTerms(sources: readonly Source[], tokenizer: Tokenizer): Term[] {
  const units = readUnits(sources);
  const candidates = collectCandidates(units.map((unit) => cutUnit(unit, classedWords(unit.text, tokenizer))));
  const ranked = [...candidates.values()]
    .map((candidate) => ({ candidate, score: scoreOf(candidate, candidate.frequency, candidate.sources.size) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1));
  const groups = groupCandidates(ranked);
  const found = occurrencesOf(groups, units);
  const terms = found.filter((f) => f.occurrences.length > 0 && stands(f)).map(termOf).filter((t) => t.score >= LEAST_FINAL);
  terms.sort((a, b) => b.score - a.score || b.term.count - a.term.count || (a.term.term < b.term.term ? -1 : 1));
  const characters = units.reduce((sum, u) => sum + u.text.length, 0);
  return terms.slice(0, mostTerms(characters)).map((t) => t.term);
}

/** A form that only ever stands inside a longer term is a piece of it, unless the text marks it. */
function stands(found: Found): boolean {
  const { evidence } = found.group.lead;
  if (evidence.quoted || evidence.abbreviated || evidence.title || evidence.keyword || evidence.coordinated) return true;
  if (evidence.phrase && /^[“"]/.test(found.group.lead.form)) return true;
  if (found.occurrences.filter((o) => PERSON.test(o.unit.text.slice(o.end, o.end + 3))).length > found.occurrences.length * 0.3) return false;
  return found.occurrences.some((o) => !o.nested);
}

/** A list or a pair that nothing marks as one name. */
function holdsMembers(group: TermGroup): boolean {
  const { form, evidence } = group.lead;
  return form.includes('、') || (/[\u4e00-\u9fff]{4}[和与及][\u4e00-\u9fff]{4}/.test(form) && !evidence.title && !evidence.quoted && !evidence.coordinated);
}

const LONGEST_SENTENCE = 500;

/** A sentence that is far too long to be one, cut to the clauses around a place. */
function narrowed(text: string, sentence: Span, place: Span): Span {
  if (sentence.end - sentence.start <= LONGEST_SENTENCE) return sentence;
  const before = text.slice(Math.max(sentence.start, place.start - 120), place.start);
  const after = text.slice(place.end, Math.min(sentence.end, place.end + 240));
  const opening = Math.max(...[...'，,；;。 '].map((c) => before.lastIndexOf(c)));
  const closing = Math.max(...[...'，,；;。 '].map((c) => after.lastIndexOf(c)));
  return { start: place.start - before.length + opening + 1, end: closing < 0 ? place.end + after.length : place.end + closing };
}

function occurrencesOf(groups: readonly TermGroup[], units: readonly Unit[]): Found[] {
  const found: Found[] = groups.map((group) => ({ group, occurrences: [], counts: new Map(), traditional: new Map(), quoted: 0 }));
  const matcher = buildTermMatcher(groups.map((g) => ({ term: g.lead.form, variants: [...g.forms.keys()].map((form) => ({ form })) })));
  for (const unit of units) {
    const list = sentences(unit.paragraph.text);
    let s = 0;
    let reach = 0;
    const last = new Map<number, number>();
    for (const m of matcher.all(unit.text)) {
      while (s + 1 < list.length && (list[s] as Span).end <= m.start) s++;
      // What stands in marks of its own is a name even inside a longer phrase.
      const marked = /[“「‘]/.test(unit.text[m.start - 1] ?? '') && /[”」’]/.test(unit.text[m.end] ?? '');
      const nested = m.end <= reach && !marked;
      const f = found[m.term] as Found;
      // A list holds its members side by side: they stand for themselves.
      if (!holdsMembers(f.group)) reach = Math.max(reach, m.end);
      // A form inside a longer form of the same term is the same use.
      if ((last.get(m.term) ?? 0) >= m.end) continue;
      last.set(m.term, m.end);
      const form = unit.text.slice(m.start, m.end);
      const sentence = narrowed(unit.text, list[s] ?? { start: 0, end: unit.text.length }, m);
      f.occurrences.push({ unit, start: m.start, end: m.end, sentence: { start: sentence.start, end: Math.max(sentence.end, m.end) }, nested });
      f.counts.set(form, (f.counts.get(form) ?? 0) + 1);
      const raw = unit.paragraph.text.slice(m.start, m.end);
      if (raw !== form) f.traditional.set(raw, (f.traditional.get(raw) ?? 0) + 1);
      if (marked) f.quoted++;
    }
  }
  return found;
}

function termOf(found: Found): { term: Term; score: number } {
  const { group, occurrences } = found;
  const { lead } = group;
  const letters = new Set([...group.forms].filter(([, kind]) => kind === 'abbreviation').map(([form]) => form));
  const definition = defineTerm(lead.form, occurrences, letters);
  const telling = byTelling(occurrences);
  const contextual = definition ? null : telling.find(canTell) ?? null;
  const rest = telling.filter((o) => o !== contextual && !(definition && o.unit === definition.unit && o.start >= definition.span.start && o.end <= definition.span.end));
  const term: Term = {
    term: lead.form,
    variants: variantsOf(found),
    kind: kindOf(lead.form, lead.evidence),
    count: occurrences.length,
    definition: definition ? sliceOf(definition.unit, definition.span) : null,
    definitionKind: definition ? definition.kind : null,
    context: contextual ? sliceOf(contextual.unit, contextual.sentence) : null,
    uses: rest.slice(0, MOST_USES).map((o) => sliceOf(o.unit, o.sentence)),
  };
  // Being defined makes a term: strongly by what it is or comprises, weakly by what it is for.
  const defined = definition ? Math.max(0, definition.weight - 4) * (definition.kind === 'purpose' ? 0.08 : 0.35) : 0;
  const score = group.score + defined + Math.min(0.5, group.forms.size * 0.1);
  return { term, score };
}

function variantsOf(found: Found): TermVariant[] {
  const { group } = found;
  const counts = new Map<string, number>();
  for (const [form, count] of found.counts) counts.set(foldText(form), (counts.get(foldText(form)) ?? 0) + count);
  const variants: TermVariant[] = [{ form: group.lead.form, kind: 'base', count: counts.get(group.lead.key) ?? 0 }];
  for (const [form, kind] of group.forms) variants.push({ form, kind, count: counts.get(foldText(form)) ?? 0 });
  for (const [form, count] of found.traditional) variants.push({ form, kind: 'traditional', count });
  if (found.quoted > 0 && !/^[“《]/.test(group.lead.form)) variants.push({ form: `“${group.lead.form}”`, kind: 'quoted', count: found.quoted });
  return variants;
}

function kindOf(form: string, evidence: TermGroup['lead']['evidence']): string {
  if (evidence.title) return 'document';
  if (evidence.set) return /报告$/.test(form) ? 'document' : /领导$/.test(form) ? 'set phrase' : 'meeting';
  if (evidence.counted || evidence.list || evidence.even || evidence.parallel) return 'set phrase';
  if (/^以.*为/.test(form)) return 'set phrase';
  const head = headOf(form);
  if (head && head.kind !== 'concept') return head.kind;
  return evidence.quoted && !head ? 'set phrase' : 'concept';
}
