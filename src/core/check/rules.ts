/** The list of checks. Where two speak of the same place the earlier one is heard; those of the whole draft are heard first. */
import type { DraftRule, ParagraphRule } from './rule';
import { attributionRule } from './rules/attribution';
import { figureInsideRule } from './rules/figureInside';
import { figureRule } from './rules/figureRule';
import { listRule } from './rules/list';
import { markBetweenRule } from './rules/marks/between';
import { markEllipsisEtcRule, markEllipsisRule, markEllipsisStopRule } from './rules/marks/ellipsis';
import { markFullStopRule, markMissingStopRule } from './rules/marks/fullStop';
import { markOrdinalRule } from './rules/marks/ordinal';
import { markParagraphsRule } from './rules/marks/overParagraphs';
import { markLevelRule, markPairRule } from './rules/marks/pair';
import { markSentenceRule } from './rules/marks/quotedSentence';
import { markCornerRule, markStraightRule } from './rules/marks/straight';
import { nameDocumentRule } from './rules/names/document';
import { nameSessionRule } from './rules/names/session';
import { numberApproximateRule } from './rules/numbers/approximate';
import { numberDateRule, numberYearRule } from './rules/numbers/date';
import { numberDecimalRule } from './rules/numbers/decimal';
import { numberHedgeRule } from './rules/numbers/hedge';
import { numberGrowthRule, numberPointsRule } from './rules/numbers/points';
import { numberRangeRule } from './rules/numbers/range';
import { numberRangeMarkRule } from './rules/numbers/rangeMark';
import { numberScaleRule } from './rules/numbers/scale';
import { numberTimesRule } from './rules/numbers/times';
import { numberUntilRule } from './rules/numbers/until';
import { numberWidthRule } from './rules/numbers/width';
import { paperAnnexRule } from './rules/paper/annex';
import { paperDateRule } from './rules/paper/date';
import { paperNumberRule } from './rules/paper/number';
import { paperOrderRule } from './rules/paper/order';
import { paperPlaceholderRule } from './rules/paper/placeholder';
import { paperRelativeTimeRule } from './rules/paper/relativeTime';
import { paperShortTitleRule } from './rules/paper/shortTitle';
import { paperTitleRule } from './rules/paper/title';
import { quotationRule } from './rules/quotation';
import { supersededRule } from './rules/superseded';
import { termRule } from './rules/term';

export const DRAFT_RULES: readonly DraftRule[] = [quotationRule, attributionRule, figureRule, figureInsideRule, markParagraphsRule, markSentenceRule, paperOrderRule, paperShortTitleRule];

export const PARAGRAPH_RULES: readonly ParagraphRule[] = [
  termRule, supersededRule, listRule, nameSessionRule, nameDocumentRule,
  paperNumberRule, paperDateRule, paperAnnexRule, paperTitleRule, paperPlaceholderRule, paperRelativeTimeRule,
  markPairRule, markLevelRule, markStraightRule, markCornerRule, markFullStopRule, markMissingStopRule, markBetweenRule,
  markEllipsisRule, markEllipsisEtcRule, markEllipsisStopRule, markOrdinalRule,
  numberRangeRule, numberRangeMarkRule, numberDecimalRule, numberScaleRule, numberApproximateRule, numberDateRule, numberYearRule,
  numberWidthRule, numberHedgeRule, numberTimesRule, numberPointsRule, numberGrowthRule, numberUntilRule,
];

/** The ids of all rules, as settings and reports name them; rules of packs have ids of their own. */
export const RULE_IDS: readonly string[] = [...DRAFT_RULES.flatMap(({ ids }) => ids), ...PARAGRAPH_RULES.map(({ id }) => id)];
