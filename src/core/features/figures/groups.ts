/** One indicator with its values side by side, their sources, and what can be drawn of them. */
import { evidenceAt } from '../../cite/evidence';
import { writtenFigure } from '../../extract/figures/writtenFigure';
import type { Library, Source } from '../../library/types';
import type { FigureGroup, FigureRow, Locale } from '../types';
import { agreementOf } from './agreement';
import { chartOf } from './chartSpec';
import { indicatorById, type Indicator } from './indicators';

/** Values shown of one indicator at most; what is measured more often is measured in a table of its own. */
const MOST_ROWS = 200;

/** The group that has an id or holds the figure of that id, its chart labelled in the reader's language; null where the library has no such figure. */
export function groupOf(library: Pick<Library, 'figures' | 'sources'>, id: string, locale: Locale = 'zh-cn'): FigureGroup | null {
  const indicator = indicatorById(library, id);
  return indicator ? groupOfIndicator(library.sources, indicator, locale) : null;
}

function groupOfIndicator(sources: readonly Source[], { id, name, entity, unit, figures }: Indicator, locale: Locale): FigureGroup {
  const byFile = new Map<string, Source | undefined>();
  const sourceOf = (file: string): Source | undefined => {
    if (!byFile.has(file)) byFile.set(file, sources.find((source) => source.file === file));
    return byFile.get(file);
  };
  const shown = figures.slice(0, MOST_ROWS);
  const rows = shown.map((figure): FigureRow => {
    const source = sourceOf(figure.file);
    return {
      id: figure.id, raw: writtenFigure(figure), value: figure.value, unit: figure.unit, relation: figure.relation, period: figure.period, entity: figure.entity,
      evidence: source ? evidenceAt(source, figure.sentence, figure.context)
        : { file: figure.file, start: figure.start, end: figure.end, raw: figure.raw, text: figure.context, title: null, citation: figure.file },
    };
  });
  return { id, indicator: name, entity, unit, rows, agreement: agreementOf(shown), chart: chartOf(name, shown, rows, locale) };
}
