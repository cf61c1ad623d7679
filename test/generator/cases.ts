/** Cases over any library: drafts with one quotation each, and what the check must say of it. */
import type { DifferenceKind, DraftLanguage, QuotationVerdict, Severity } from '../../src/core/check/types';
import type { Library } from '../../src/core/library/types';
import { foldText } from '../../src/core/text/fold';
import type { Span } from '../../src/core/text/offsets';
import { attributionCases } from './attributions';
import { CONTROLS, invented, reused, terms } from './controls';
import { CORRUPTIONS } from './corruptions';
import { editionCases } from './editions';
import { FORMS, pickForm, written } from './forms';
import { joinedCases, retoldCases, shortenedCases } from './pieces';
import { randomOf } from './random';
import { nested, pickTruths, USUAL, type Truth } from './truths';

export interface Case {
  readonly name: string;
  readonly draft: string;
  readonly language: DraftLanguage;
  /** Where the quoted words stand; null where there is no quotation to be found. */
  readonly quoted: Span | null;
  readonly verdicts: readonly QuotationVerdict[];
  /** What must be pointed out: where, how severely at least, under which kinds and rules; null where all must be silent. */
  readonly finding: { readonly span: Span; readonly severity: Severity; readonly kinds?: readonly DifferenceKind[]; readonly rule?: string } | null;
  /** Whether the preferred fix must give the source's words again. */
  readonly mends: boolean;
}

export const RIGHT: readonly QuotationVerdict[] = ['verbatim', 'form-only'];

/** Everything of one seed: `count` true quotations, each in all ways that apply. */
export function casesOf(library: Library, seed: number, count: number, lengths = USUAL): Case[] {
  const random = randomOf(seed);
  const everything = library.sources.map((source) => foldText(source.paragraphs.map((p) => p.text).join(''))).join('\u0000');
  const cases: Case[] = [];
  const truths = pickTruths(library, random, count, lengths);
  for (const truth of truths) {
    for (const form of FORMS) {
      if (!(form.fits?.(form.lowers ? nested(truth.words) : truth.words, truth) ?? true)) continue;
      cases.push(control(`form ${form.name}`, truth.words, form));
    }
    for (const { name, make, forms } of CONTROLS) {
      const words = make(truth.words, random, truth);
      if (words === null) continue;
      cases.push(control(name, words, pickForm(random, words, truth, forms ? FORMS.filter(forms) : undefined)));
    }
    cases.push(...corrupted(truth, random, everything, lengths.least - 2));
  }
  cases.push(
    ...shortenedCases(library, truths, random, everything), ...joinedCases(library, truths, random, everything), ...retoldCases(truths, everything),
    ...attributionCases(library, random), ...editionCases(library, random), ...invented(random, everything), ...reused(truths), ...terms(library, random),
  );
  return cases;
}

function control(name: string, words: string, form: (typeof FORMS)[number]): Case {
  const { draft, start, end } = written(form, words);
  return { name, draft, language: form.language, quoted: { start, end }, verdicts: RIGHT, finding: null, mends: false };
}

function corrupted(truth: Truth, random: ReturnType<typeof randomOf>, everything: string, shortest: number): Case[] {
  return CORRUPTIONS.flatMap(({ name, severity, kinds, make }): Case[] => {
    const lowered = nested(truth.words);
    const c = make(lowered, random, truth);
    if (!c || c.words === lowered || foldText(c.words).length < shortest) return [];
    // What stands somewhere in the library is no corruption; one of marks alone is one all the same.
    const marksAlone = foldText(c.words) === foldText(lowered) || name.startsWith('C15');
    if (!marksAlone && everything.includes(foldText(c.words))) return [];
    const forms = FORMS.filter((form) => form.lowers && !form.name.startsWith('C16') && (form.fits?.(c.words, truth) ?? true) && c.words.startsWith(form.write(c.words).words));
    if (forms.length === 0) return [];
    const form = random.pick(forms);
    const { draft, start, end } = written(form, c.words);
    if (c.at + c.length > end - start) return [];
    const span = { start: start + c.at, end: start + c.at + c.length };
    return [{ name, draft, language: form.language, quoted: { start, end }, verdicts: ['differs'], finding: { span, severity, ...(kinds ? { kinds } : {}) }, mends: true }];
  });
}
