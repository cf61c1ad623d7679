/** The side panel: passages that match the sentence being written. */
import { element, marked, updateList } from './lib/dom';
import { createHost } from './lib/host';
import { ITEM_MIME, isToPanel, type FromPanel, type ShownPassage } from './lib/messages';

const host = createHost<FromPanel>();
const { word, post } = host;
let answer = 0;

const status = element('p', { role: 'status', class: 'status' }, word('busy'));
const sentence = element('p', { class: 'sentence', lang: 'zh' });
const reuse = element('p', { class: 'hint', hidden: true });
const list = element('div', { role: 'feed', 'aria-label': word('list'), tabindex: -1, class: 'passages' });
const keys = element('p', { class: 'hint' }, word('keys'));
const main = document.querySelector('main') ?? document.body.appendChild(element('main'));
main.append(element('h1', { class: 'hidden' }, word('title')), sentence, reuse, status, list, keys);
const cards = () => [...list.querySelectorAll<HTMLElement>('[role=article]')];

function say(text: string): void {
  // Only a new text is announced, not the same one for every move of the cursor.
  if (status.textContent !== text) status.textContent = text;
}

function makeCard(passage: ShownPassage): HTMLElement {
  const id = `passage-${passage.id}`;
  const button = (type: 'open' | 'insert') => {
    const made = element('button', { type: 'button', class: 'action', tabindex: -1 }, word(type));
    made.addEventListener('click', () => post({ type, answer, id: passage.id }));
    return made;
  };
  const card = element('div', { role: 'article', tabindex: -1, draggable: 'true', 'aria-labelledby': `${id}-text`, 'aria-describedby': `${id}-source`, class: 'card' },
    element('p', { class: 'text', id: `${id}-text`, lang: 'zh' }),
    element('p', { class: 'source', id: `${id}-source` }),
    element('div', { class: 'actions' }, button('open'), button('insert')));
  card.addEventListener('dragstart', ({ dataTransfer }) => {
    // The item, so that it fits where it is dropped; the words for whatever else takes text.
    dataTransfer?.setData(ITEM_MIME, passage.id);
    dataTransfer?.setData('text/plain', passage.text);
  });
  card.addEventListener('dblclick', () => post({ type: 'open', answer, id: passage.id }));
  return card;
}

function refreshCard(card: HTMLElement, passage: ShownPassage, index: number, count: number): void {
  card.setAttribute('aria-posinset', String(index + 1));
  card.setAttribute('aria-setsize', String(count));
  card.dataset['closeness'] = passage.closeness;
  card.title = passage.citation;
  card.querySelector('.text')?.replaceChildren(marked(passage.text, passage.matches));
  const parts = [passage.title, passage.date ?? word('undated')];
  card.querySelector('.source')?.replaceChildren(element('span', { class: 'closeness' }, word(passage.closeness)), ` ${parts.join(' · ')}`);
}

/** Tab goes into the list at one card only; the arrow keys go on from there. */
function rove(to?: HTMLElement): void {
  const all = cards();
  const target = to ?? all.find((card) => card.tabIndex === 0) ?? all[0];
  for (const card of all) card.tabIndex = card === target ? 0 : -1;
  for (const card of all) for (const button of card.querySelectorAll('button')) button.tabIndex = card === target ? 0 : -1;
}

function show(passages: readonly ShownPassage[]): void {
  list.removeAttribute('aria-busy');
  updateList(list, passages, ({ id }) => id, makeCard, (card, passage, index) => refreshCard(card, passage, index, passages.length));
  keys.hidden = passages.length === 0;
  // The count is for those who cannot see the list.
  status.classList.toggle('hidden', passages.length > 0);
  rove();
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToPanel(data)) return;
  switch (data.type) {
    case 'passages':
      answer = data.answer;
      sentence.textContent = data.sentence.trim();
      reuse.hidden = data.reuse === null;
      reuse.textContent = data.reuse ? word('reuse', data.reuse.letters, data.reuse.title) : '';
      show(data.passages);
      say(data.passages.length === 0 ? word('none') : data.passages.length === 1 ? word('one') : word('count', data.passages.length));
      break;
    case 'none':
      sentence.textContent = '';
      reuse.hidden = true;
      show([]);
      say(word(data.reason));
      break;
    case 'busy': list.setAttribute('aria-busy', 'true'); break;
    case 'focus': (cards().find((card) => card.tabIndex === 0) ?? list).focus(); break;
  }
});

list.addEventListener('focusin', ({ target }) => {
  const card = target instanceof Element ? target.closest<HTMLElement>('[role=article]') : null;
  if (card) rove(card);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return post({ type: 'leave' });
  const { target } = event;
  const card = target instanceof Element ? target.closest<HTMLElement>('[role=article]') : null;
  const all = cards();
  const go = (to: HTMLElement | undefined) => { event.preventDefault(); to?.focus(); to?.scrollIntoView({ block: 'nearest' }); };
  if (event.key === 'ArrowDown') return go(card ? all[all.indexOf(card) + 1] ?? card : all[0]);
  if (event.key === 'ArrowUp') return go(card ? all[all.indexOf(card) - 1] ?? card : all[0]);
  if (event.key === 'Home') return go(all[0]);
  if (event.key === 'End') return go(all.at(-1));
  const key = card?.getAttribute('data-key');
  if (key === null || key === undefined || target !== card) return;
  const insert = (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) || (event.key === 'i' && !event.ctrlKey && !event.metaKey && !event.altKey);
  if (!insert && event.key !== 'Enter') return;
  event.preventDefault();
  post({ type: insert ? 'insert' : 'open', answer, id: key });
});

keys.hidden = true;
post({ type: 'ready' });
