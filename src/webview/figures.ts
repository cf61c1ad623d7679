/** The Figures view: a list of indicators to search and filter, and the pictures of the sources. */
import { element } from './lib/dom';
import { createHost } from './lib/host';
import { isToFigures, type FromFigures } from './lib/messages';
import { onThemeChange } from './lib/theme';
import { createIndicatorList } from './figures/indicatorList';
import { createPictureList } from './figures/pictureList';
import { createTabs } from './figures/tabs';

const host = createHost<FromFigures>();
const { word, post, kept } = host;

const text = (name: string): string => (typeof kept[name] === 'string' ? kept[name] : '');
const search = element('input', { type: 'search', class: 'search', 'aria-label': word('search'), placeholder: word('search'), value: text('search') });
const status = element('p', { role: 'status', class: 'status' }, word('busy'));

const indicators = createIndicatorList(host, search, (words) => say('figures', words), save);
const pictures = createPictureList(host, search, (words) => say('pictures', words));
const tabs = createTabs([
  { id: 'figures', label: word('title'), panel: indicators.element },
  { id: 'pictures', label: word('pictures'), panel: pictures.element },
], text('tab'), (id) => { current().ask(); save(); search.placeholder = word(id === 'pictures' ? 'searchPictures' : 'search'); });

const main = document.querySelector('main') ?? document.body.appendChild(element('main'));
main.append(element('h1', { class: 'hidden' }, word('title')), tabs.element, search, indicators.filters, status, indicators.element, pictures.element);

function current(): { ask(): void } {
  indicators.filters.hidden = tabs.chosen() !== 'figures';
  return tabs.chosen() === 'pictures' ? pictures : indicators;
}

function save(): void {
  host.keep({ search: search.value, tab: tabs.chosen(), open: indicators.opened(), filters: indicators.chosen() });
}

/** What a tab has to say; what comes for the other one is late. */
function say(tab: string, words: string): void {
  if (tab === tabs.chosen() && status.textContent !== words) status.textContent = words;
}

search.addEventListener('input', () => { current().ask(); save(); });
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (document.activeElement === search && search.value !== '') { search.value = ''; current().ask(); save(); } else post({ type: 'leave' });
  event.preventDefault();
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToFigures(data)) return;
  switch (data.type) {
    case 'changed': current().ask(); break;
    case 'list': indicators.show(data); break;
    case 'group': indicators.showGroup(data.group); break;
    case 'chart': indicators.showChart(data.group, data.svg); break;
    case 'pictures': pictures.show(data); break;
    case 'image': pictures.showImage(data); break;
    case 'filter': search.value = data.text; tabs.choose('figures'); search.focus(); break;
    case 'failed': say(tabs.chosen(), word('failed')); break;
  }
});

onThemeChange(indicators.redraw);
post({ type: 'ready' });
