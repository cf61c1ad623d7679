/** The list of checks. Where two speak of the same place the earlier one is heard. */
import type { Rule } from './rule';
import { attributionRule } from './rules/attribution';
import { figureRule } from './rules/figureRule';
import { quotationRule } from './rules/quotation';
import { termRule } from './rules/term';

export const RULES: readonly Rule[] = [quotationRule, attributionRule, figureRule, termRule];
