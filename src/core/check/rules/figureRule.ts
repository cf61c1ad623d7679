/** Figures of the draft against the library's, as a rule of the list. */
import type { DraftRule } from '../rule';
import { checkFigures } from './figure';

export const figureRule: DraftRule = {
  scope: 'draft', ids: ['figure.differs', 'figure.unit', 'figure.hedge', 'figure.period'],
  check: ({ context, parsed, locale }) => checkFigures(context.library, parsed.draft, locale),
};
