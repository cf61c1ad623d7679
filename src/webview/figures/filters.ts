/** What the list of indicators can be narrowed by: one choice each of source, year, subject and unit. */
import { element } from '../lib/dom';
import type { Host } from '../lib/host';
import type { FigureListChoices, FromFigures } from '../lib/messages';

const NAMES = ['source', 'year', 'entity', 'unit'] as const;
type Name = typeof NAMES[number];
export type ChosenFilters = { readonly [K in Name]?: string };

export interface Filters {
  readonly element: HTMLElement;
  chosen(): ChosenFilters;
  show(choices: FigureListChoices): void;
}

export function createFilters({ word, kept }: Host<FromFigures>, changed: () => void): Filters {
  const before = typeof kept['filters'] === 'object' && kept['filters'] !== null ? kept['filters'] as Record<string, unknown> : {};
  const values = new Map<Name, string>(NAMES.flatMap((name) => (typeof before[name] === 'string' ? [[name, before[name]]] : [])));
  const selects = new Map(NAMES.map((name) => {
    const select = element('select', { class: 'filter', 'aria-label': word(name) });
    select.addEventListener('change', () => {
      if (select.value === '') values.delete(name); else values.set(name, select.value);
      changed();
    });
    return [name, select] as const;
  }));
  return {
    element: element('div', { class: 'filters', role: 'group', 'aria-label': word('filters') }, ...selects.values()),
    chosen: () => Object.fromEntries(values),
    show(choices) {
      for (const [name, select] of selects) {
        const chosen = values.get(name) ?? '';
        const offered = choices[name].map(({ value, label, count }) => element('option', { value, selected: value === chosen }, `${label} (${count})`));
        // What was chosen stays to be seen, even where nothing fits it any more.
        if (chosen !== '' && !choices[name].some(({ value }) => value === chosen)) offered.unshift(element('option', { value: chosen, selected: true }, chosen));
        select.replaceChildren(element('option', { value: '' }, word(`any-${name}`)), ...offered);
        select.value = chosen;
        select.hidden = offered.length === 0;
        select.classList.toggle('set', chosen !== '');
      }
    },
  };
}
