/**
 * Figures of a draft against the figures of the library. A figure is matched by what it measures (indicator, subject, kind of
 * unit, time), never by its digits; where the library does not hold the indicator for that subject and time, nothing is said.
 */
import { evidenceAt } from '../../cite/evidence';
import type { Locale } from '../../features/types';
import type { Figure, Source } from '../../library/types';
import type { Derivation } from '../figures/derived';
import { BEFORE, derivation } from '../figures/derived';
import type { DraftFigure } from '../figures/draftFigures';
import { draftFigures } from '../figures/draftFigures';
import type { FigureIndex } from '../figures/figureIndex';
import { buildFigureIndex } from '../figures/figureIndex';
import type { FigureJudgement } from '../figures/judgeFigure';
import { judgeFigure, yearOf } from '../figures/judgeFigure';
import type { FigureFault } from '../figures/messages';
import { faultMessage } from '../figures/messages';
import { inDraftNotation } from '../figures/notation';
import { directionOf, turnOf } from '../../extract/figures/metricWords';
import { statedFigure } from '../../extract/figures/writtenFigure';
import { normalise } from '../../extract/figures/numerals';
import { toTraditional } from '../../text/script';
import type { CheckedFigure, Derived, Draft, Evidence, Finding, Fix, Severity, TextEdit } from '../types';

/** What the check needs of a library. */
export interface FigureContext {
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
}

const indexes = new WeakMap<readonly Figure[], FigureIndex>();

/** The index of a list of figures, built once. */
export function figureIndexOf(figures: readonly Figure[]): FigureIndex {
  let index = indexes.get(figures);
  if (!index) indexes.set(figures, (index = buildFigureIndex(figures)));
  return index;
}

/** All figures of a draft with their verdicts, and findings where they differ. Offsets into the draft. */
export function checkFigures(context: FigureContext, draft: Draft, locale: Locale): { figures: CheckedFigure[]; findings: Finding[] } {
  const index = figureIndexOf(context.figures);
  const all = draftFigures(draft);
  const figures: CheckedFigure[] = [], findings: Finding[] = [];
  const judgements = all.map((figure) => judgeFigure(index, figure, all));
  for (const [at, judged] of judgements.entries()) {
    const figure = judged.draft, derived = derivedOf(context.sources, derivation(index, judgements, at));
    const evidence = judged.source && figureEvidence(context.sources, judged.source);
    figures.push({ start: figure.start, end: figure.end, raw: figure.raw, value: figure.value, unit: figure.unit, verdict: judged.verdict, source: evidence, derived });
    // An exchanged pair is one mistake: it is reported at its first figure.
    if (judged.fault === 'exchanged' && figure.from !== at && judgements[figure.from ?? at]?.fault === 'exchanged') continue;
    if (judged.verdict === 'differs' && judged.source && judged.fault) findings.push(findingOf(draft, judged, judged.source, judged.fault, evidence, locale));
  }
  return { figures, findings };
}

/** How the figure at `at` of a draft's figures follows from the library's; null where it does not. */
export function derivedAt(context: FigureContext, all: readonly DraftFigure[], at: number): Derived | null {
  const index = figureIndexOf(context.figures);
  const from = Math.max(0, at - BEFORE);
  return derivedOf(context.sources, derivation(index, all.slice(from, at + 1).map((figure) => judgeFigure(index, figure, all)), at - from));
}

function derivedOf(sources: readonly Source[], found: Derivation | null): Derived | null {
  return found && { how: found.how, from: found.from.map((figure) => ({ figure: figure.id, raw: statedFigure(figure), period: figure.period, source: figureEvidence(sources, figure) })) };
}

const byFile = new WeakMap<readonly Source[], ReadonlyMap<string, Source>>();

function sourceNamed(sources: readonly Source[], file: string): Source | undefined {
  let named = byFile.get(sources);
  if (!named) byFile.set(sources, named = new Map(sources.map((source) => [source.file, source])));
  return named.get(file);
}

/** Evidence for a library figure: its sentence. */
export function figureEvidence(sources: readonly Source[], figure: Figure): Evidence | null {
  const source = sourceNamed(sources, figure.file);
  return source ? evidenceAt(source, figure.sentence, figure.context) : null;
}

const RULES: Readonly<Record<FigureFault, string>> = {
  digit: 'figure.differs', unit: 'figure.unit', points: 'figure.unit', hedge: 'figure.hedge', period: 'figure.period', exchanged: 'figure.differs', direction: 'figure.differs',
};

function findingOf(draft: Draft, judged: FigureJudgement, source: Figure, fault: FigureFault, evidence: Evidence | null, locale: Locale): Finding {
  const figure = judged.draft;
  const here = yearOf(figure.period), there = yearOf(source.period);
  const certain = (here === there || there === null || here === null) && judged.score >= 0.75;
  const severity: Severity = (fault === 'digit' || fault === 'unit' || fault === 'points' || fault === 'exchanged' || fault === 'direction') && certain ? 'error' : 'warning';
  const span = fault === 'period' && figure.time ? figure.time : figure;
  const words = { draft: figure.raw.trim(), source: statedFigure(source), draftPeriod: figure.period, sourcePeriod: source.period, title: evidence?.title ?? null, rises: directionOf(figure) > 0 };
  const edits = editsOf(draft, figure, source, fault);
  const fixes: Fix[] = edits.length > 0 ? [{ kind: 'value', edits, preferred: severity === 'error' }] : [];
  return { rule: RULES[fault], severity, start: span.start, end: span.end, message: faultMessage(fault, words, locale), source: evidence, edits, fixes };
}

function editsOf(draft: Draft, figure: DraftFigure, source: Figure, fault: FigureFault): TextEdit[] {
  if (fault === 'period') {
    const year = /\d{4}/.exec(yearOf(source.period) ?? '')?.[0];
    if (!year || !figure.time) return [];
    const at = /(?:19|20)\d{2}/.exec(normalise(draft.text.slice(figure.time.start, figure.time.end)));
    return at ? [{ start: figure.time.start + at.index, end: figure.time.start + at.index + 4, newText: year }] : [];
  }
  if (fault === 'exchanged') return [];
  if (fault === 'direction') {
    const turn = turnOf(figure.metric), theirs = turnOf(source.metric), at = turn === null ? -1 : draft.text.lastIndexOf(turn, figure.start - turn.length);
    return turn === null || theirs === null || at < figure.sentence.start || !sameScript(figure, source) ? [] : [{ start: at, end: at + turn.length, newText: theirs }];
  }
  // Where the draft's scale or unit is the fault, its notation is no model.
  const written = statedFigure(source);
  let words = fault === 'unit' || fault === 'points' ? (sameScript(figure, source) ? written : null) : inDraftNotation(figure, source, written);
  if (words === null) return [];
  if (/\p{Script=Han}/u.test(words)) words = isTraditional(figure.words) ? toTraditional(words) : normalise(words);
  return [{ start: figure.start, end: figure.end, newText: words }];
}

function sameScript(figure: DraftFigure, source: Figure): boolean {
  return figure.english === !/\p{Script=Han}/u.test(source.context);
}

function isTraditional(text: string): boolean {
  return normalise(text) !== text && toTraditional(text) === text;
}
