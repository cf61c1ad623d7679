/** The indicators that fit the search and the filters; each opens to its values side by side and its chart. */
import { element, updateList } from '../lib/dom';
import type { Host } from '../lib/host';
import type { FigureListRow, FromFigures, ShownGroup, ToFigures } from '../lib/messages';
import { currentTheme } from '../lib/theme';
import { createFilters, type ChosenFilters } from './filters';
import { actionsOf, tableOf, unitOf, valueOf } from './group';
import { createPages, PAGE } from './pages';

export interface IndicatorList {
  readonly element: HTMLElement;
  readonly filters: HTMLElement;
  /** Asks for the list anew, from its beginning. */
  ask(): void;
  show(answer: Extract<ToFigures, { type: 'list' }>): void;
  showGroup(group: ShownGroup): void;
  showChart(id: string, svg: string | null): void;
  /** Draws open charts again: in other colours or another width. */
  redraw(): void;
  opened(): string[];
  chosen(): ChosenFilters;
}

export function createIndicatorList(host: Host<FromFigures>, search: HTMLInputElement, say: (words: string) => void, changed: () => void): IndicatorList {
  const { word, post, kept } = host;
  const open = new Set<string>(Array.isArray(kept['open']) ? kept['open'].filter((id) => typeof id === 'string') : []);
  const groups = new Map<string, ShownGroup>();
  /** The units that were chosen, by group. */
  const scales = new Map<string, number>();
  let rows: readonly FigureListRow[] = [];
  let question = 0;
  const filters = createFilters(host, () => { ask(); changed(); });
  const pages = createPages(() => post({ type: 'list', question, search: search.value, filters: filters.chosen(), from: rows.length, count: PAGE }));
  const list = element('div', { class: 'groups', tabindex: -1 });
  const panel = element('div', {}, list, pages.end);

  function ask(): void {
    groups.clear();
    post({ type: 'list', question: ++question, search: search.value, filters: filters.chosen(), from: 0, count: PAGE });
  }

  function show({ question: answered, from, list: answer }: Extract<ToFigures, { type: 'list' }>): void {
    if (answered !== question) return;
    rows = from === 0 ? answer.rows : [...rows.slice(0, from), ...answer.rows];
    updateList(list, rows, ({ id }) => id, makeRow, (node, row) => { if (node instanceof HTMLDetailsElement && node.open && !groups.has(row.id)) post({ type: 'group', group: row.id }); });
    if (from === 0) filters.show(answer.choices);
    say(answer.all === 0 ? word('empty') : answer.total === 0 ? word('none') : word('count', answer.total));
    const [only] = list.children;
    if (answer.total === 1 && only instanceof HTMLDetailsElement) only.open = true;
    pages.came(rows.length < answer.total);
  }

  function makeRow({ id, indicator, entity, values, written }: FigureListRow): HTMLElement {
    const details = element('details', { open: open.has(id) },
      element('summary', {},
        element('span', { class: 'indicator', lang: 'zh' }, entity && !indicator.includes(entity) ? `${entity} · ${indicator}` : indicator), ' ',
        element('span', { class: 'count' }, written ?? word('values', values))),
      element('div', { class: 'group' }));
    details.addEventListener('toggle', () => {
      if (details.open) open.add(id); else open.delete(id);
      if (details.open && !groups.has(id)) post({ type: 'group', group: id });
      changed();
    });
    return details;
  }

  const detailsOf = (id: string): HTMLDetailsElement | null => list.querySelector<HTMLDetailsElement>(`details[data-key="${CSS.escape(id)}"]`);

  function showGroup(group: ShownGroup): void {
    groups.set(group.id, group);
    const details = detailsOf(group.id), body = details?.querySelector<HTMLElement>('.group');
    if (!details || !body) return;
    // What stays the same keeps its focus and its place.
    const scale = scales.get(group.id) ?? null, content = JSON.stringify([group, scale]);
    if (body.dataset['content'] !== content) {
      body.dataset['content'] = content;
      const choose = (chosen: number | null): void => {
        if (chosen === null) scales.delete(group.id); else scales.set(group.id, chosen);
        showGroup(group);
        body.querySelector<HTMLElement>('.unit')?.focus();
      };
      body.replaceChildren(...(group.chart ? [element('figure', { class: 'chart' })] : valueOf(group)), ...unitOf(host, group, scale, choose), ...tableOf(host, group, scale), actionsOf(host, group, scale));
    }
    if (group.chart) askChart(details, group);
  }

  /** Charts are drawn by the core in the theme's colours and shown as pictures: nothing in them can run. */
  function askChart(details: HTMLElement, group: ShownGroup): void {
    const width = Math.round(Math.max(160, Math.min(720, details.clientWidth - 24)));
    post({ type: 'chart', group: group.id, theme: currentTheme(), width, height: Math.round(Math.max(230, Math.min(340, width * 0.6))), scale: scales.get(group.id) ?? null });
  }

  function showChart(id: string, svg: string | null): void {
    const figure = detailsOf(id)?.querySelector('.chart'), chart = groups.get(id)?.chart;
    if (!figure || !chart) return;
    if (svg === null) return figure.remove();
    figure.replaceChildren(element('img', { alt: word('chart', chart.title), src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` }));
  }

  function redraw(): void {
    for (const details of list.querySelectorAll<HTMLDetailsElement>('details[open]')) {
      const group = groups.get(details.getAttribute('data-key') ?? '');
      if (group?.chart) askChart(details, group);
    }
  }

  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(list.clientWidth - width) < 24) return;
    width = list.clientWidth;
    redraw();
  }).observe(list);

  return { element: panel, filters: filters.element, ask, show, showGroup, showChart, redraw, opened: () => [...open], chosen: filters.chosen };
}
