/** The Figures view: indicators, their values side by side, a chart where there is something to draw. */
import { element, updateList } from './lib/dom';
import { createHost } from './lib/host';
import { isToFigures, type FigureForm, type FromFigures, type ShownGroup } from './lib/messages';
import { currentTheme, onThemeChange } from './lib/theme';

const { word, post, kept, keep } = createHost<FromFigures>();
let groups: readonly ShownGroup[] = [];
const open = new Set<string>(Array.isArray(kept['open']) ? kept['open'].filter((id) => typeof id === 'string') : []);

const search = element('input', { type: 'search', class: 'search', 'aria-label': word('search'), placeholder: word('search'), value: typeof kept['search'] === 'string' ? kept['search'] : '' });
const status = element('p', { role: 'status', class: 'status' }, word('busy'));
const list = element('div', { class: 'groups', tabindex: -1 });
const main = document.querySelector('main') ?? document.body.appendChild(element('main'));
main.append(element('h1', { class: 'hidden' }, word('title')), search, status, list);

const save = () => keep({ open: [...open], search: search.value });

/** A group fits when each word of the search stands somewhere in it. */
function fits(group: ShownGroup, wanted: readonly string[]): boolean {
  const text = [group.indicator, group.entity ?? '', ...group.rows.flatMap((row) => [row.raw, row.entity ?? '', row.period ?? '', row.title])].join('\n').toLowerCase();
  return wanted.every((one) => text.includes(one));
}

function show(): void {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = groups.filter((group) => fits(group, wanted));
  updateList(list, shown, ({ id }) => id, makeGroup, (node, group) => { if (node instanceof HTMLDetailsElement && node.open) fill(node, group); });
  const text = groups.length === 0 ? word('empty') : shown.length === 0 ? word('none') : word('count', shown.length);
  if (status.textContent !== text) status.textContent = text;
  const [only] = list.children;
  if (shown.length === 1 && only instanceof HTMLDetailsElement) only.open = true;
}

function makeGroup(group: ShownGroup): HTMLElement {
  const { id, indicator, entity, rows } = group;
  const details = element('details', { open: open.has(id) },
    element('summary', {},
      element('span', { class: 'indicator', lang: 'zh' }, entity && !indicator.includes(entity) ? `${entity} · ${indicator}` : indicator), ' ',
      element('span', { class: 'count' }, rows.length === 1 ? rows[0]?.raw ?? '' : word('values', rows.length))),
    element('div', { class: 'group' }));
  details.addEventListener('toggle', () => {
    if (details.open) { open.add(id); fill(details, groups.find((one) => one.id === id) ?? group); } else open.delete(id);
    save();
  });
  return details;
}

function fill(details: HTMLDetailsElement, group: ShownGroup): void {
  const body = details.querySelector<HTMLElement>('.group');
  const content = JSON.stringify(group);
  if (!body || body.dataset['content'] === content) return;
  body.dataset['content'] = content;
  body.replaceChildren(...(group.chart ? [element('figure', { class: 'chart' })] : []), tableOf(group), actionsOf(group));
  if (group.chart) askChart(details, group);
}

function tableOf(group: ShownGroup): HTMLElement {
  const { id, rows, indicator } = group;
  const hasEntity = rows.some((row) => row.entity !== null && row.entity !== group.entity);
  const heads = [word('value'), word('period'), ...(hasEntity ? [word('entity')] : []), word('source')];
  return element('table', {},
    element('caption', { class: 'hidden' }, indicator),
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows.map((row) => {
      const source = element('button', { type: 'button', class: 'link', title: row.citation, 'aria-label': `${row.title}, ${word('open', row.raw)}` }, row.title);
      source.addEventListener('click', () => post({ type: 'open', group: id, figure: row.id }));
      return element('tr', {}, element('th', { scope: 'row', lang: 'zh' }, row.raw), element('td', { class: 'period' }, row.period ?? '–'),
        ...(hasEntity ? [element('td', { lang: 'zh' }, row.entity ?? '–')] : []), element('td', {}, source));
    })));
}

function actionsOf(group: ShownGroup): HTMLElement {
  const forms: readonly FigureForm[] = ['phrase', 'table', 'csv', ...(group.chart ? (['svg'] as const) : [])];
  return element('div', { class: 'actions', role: 'group', 'aria-label': word('actions') }, ...forms.map((form) => {
    const button = element('button', { type: 'button', class: 'action' }, word(form));
    button.addEventListener('click', () => post({ type: 'insert', group: group.id, form, theme: currentTheme() }));
    return button;
  }));
}

/** Charts are drawn by the core in the theme's colours and shown as pictures: nothing in them can run. */
function askChart(details: HTMLElement, group: ShownGroup): void {
  const width = Math.round(Math.max(160, Math.min(720, details.clientWidth - 24)));
  post({ type: 'chart', group: group.id, theme: currentTheme(), width, height: Math.round(Math.max(230, Math.min(340, width * 0.6))) });
}

function redraw(): void {
  for (const details of list.querySelectorAll<HTMLDetailsElement>('details[open]')) {
    const group = groups.find(({ id }) => id === details.getAttribute('data-key'));
    if (group?.chart) askChart(details, group);
  }
}

function showChart(id: string, svg: string | null): void {
  const details = [...list.children].find((child) => child.getAttribute('data-key') === id);
  const group = groups.find((one) => one.id === id);
  const figure = details?.querySelector('.chart');
  if (!figure || !group?.chart) return;
  if (svg === null) return figure.remove();
  const image = element('img', { alt: word('chart', group.chart.title), src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` });
  figure.replaceChildren(image);
}

search.addEventListener('input', () => { show(); save(); });
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (document.activeElement === search && search.value !== '') { search.value = ''; show(); save(); } else post({ type: 'leave' });
  event.preventDefault();
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToFigures(data)) return;
  switch (data.type) {
    case 'groups': groups = data.groups; show(); break;
    case 'chart': showChart(data.group, data.svg); break;
    case 'filter': search.value = data.text; show(); save(); search.focus(); break;
    case 'failed': status.textContent = word('failed'); break;
  }
});

onThemeChange(redraw);
let width = 0;
new ResizeObserver(() => {
  if (Math.abs(list.clientWidth - width) < 24) return;
  width = list.clientWidth;
  redraw();
}).observe(list);
post({ type: 'ready' });
