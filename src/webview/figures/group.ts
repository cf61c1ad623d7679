/** One indicator opened: its values as a table, a lone value in large letters, and what can be done with them. */
import { element } from '../lib/dom';
import type { Host } from '../lib/host';
import type { FigureForm, FromFigures, ShownGroup } from '../lib/messages';
import { currentTheme } from '../lib/theme';

/** A single value has nothing to be drawn beside: the number itself is the picture. */
export function valueOf({ rows }: ShownGroup): HTMLElement[] {
  const [row] = rows;
  if (!row || rows.length > 1) return [];
  return [element('p', { class: 'value', lang: 'zh' }, row.raw, ...(row.period ? [' ', element('span', { class: 'count' }, row.period)] : []))];
}

/** The unit that chart and table are shown in; nothing where there is none to choose. */
export function unitOf({ word }: Host<FromFigures>, { scales }: ShownGroup, chosen: number | null, choose: (scale: number | null) => void): HTMLElement[] {
  if (scales.length === 0) return [];
  const select = element('select', { class: 'filter unit', 'aria-label': word('showIn') },
    element('option', { value: '' }, word('ownUnit')),
    ...scales.map(({ scale, unit }) => element('option', { value: String(scale), selected: scale === chosen }, word('inUnit', unit))));
  select.addEventListener('change', () => choose(select.value === '' ? null : Number(select.value)));
  return [select];
}

const inUnit = (value: number | null, scale: number): string => (value === null ? '–' : Number((value / scale).toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: 12 }));

/** The values side by side; for whom a chart says nothing this is the chart. */
export function tableOf({ word, post }: Host<FromFigures>, group: ShownGroup, scale: number | null): HTMLElement[] {
  const { id, rows, indicator, agreement } = group;
  const chosen = group.scales.find((one) => one.scale === scale);
  const hasEntity = rows.some((row) => row.entity !== null && row.entity !== group.entity);
  const heads = [word('value'), ...(chosen ? [chosen.unit] : []), word('period'), ...(hasEntity ? [word('entity')] : []), word('source')];
  const table = element('table', {},
    element('caption', { class: 'hidden' }, indicator),
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows.map((row) => {
      const source = element('button', { type: 'button', class: 'link', title: row.citation, 'aria-label': `${row.title}, ${word('open', row.raw)}` }, row.title);
      source.addEventListener('click', () => post({ type: 'open', group: id, figure: row.id }));
      return element('tr', {}, element('th', { scope: 'row', lang: 'zh' }, row.raw), ...(chosen ? [element('td', {}, inUnit(row.value, chosen.scale))] : []), element('td', { class: 'period' }, row.period ?? '–'),
        ...(hasEntity ? [element('td', { lang: 'zh' }, row.entity ?? '–')] : []), element('td', {}, source));
    })));
  return agreement === null ? [table] : [element('p', { class: 'agreement' }, agreement), table];
}

export function actionsOf({ word, post }: Host<FromFigures>, group: ShownGroup, scale: number | null): HTMLElement {
  const forms: readonly FigureForm[] = ['phrase', 'table', 'csv', ...(group.chart ? (['svg'] as const) : [])];
  return element('div', { class: 'actions', role: 'group', 'aria-label': word('actions') }, ...forms.map((form) => {
    const button = element('button', { type: 'button', class: 'action' }, word(form));
    button.addEventListener('click', () => post({ type: 'insert', group: group.id, form, theme: currentTheme(), scale }));
    return button;
  }));
}
