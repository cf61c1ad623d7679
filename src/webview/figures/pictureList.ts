/** The pictures of the sources: each with its caption and the passages that speak of it; a lost one is said to be lost. */
import { element, updateList } from '../lib/dom';
import type { Host } from '../lib/host';
import type { FromFigures, ShownPicture, ToFigures } from '../lib/messages';
import { createPages, PAGE } from './pages';

export interface PictureList {
  readonly element: HTMLElement;
  ask(): void;
  show(answer: Extract<ToFigures, { type: 'pictures' }>): void;
  showImage(answer: Extract<ToFigures, { type: 'image' }>): void;
}

export function createPictureList({ word, post }: Host<FromFigures>, search: HTMLInputElement, say: (words: string) => void): PictureList {
  let pictures: readonly ShownPicture[] = [];
  let question = 0;
  const pages = createPages(() => post({ type: 'pictures', question, search: search.value, from: pictures.length, count: PAGE }));
  const list = element('div', { class: 'groups', role: 'list', tabindex: -1 });

  // A picture is read when it comes near what is seen: reading one out of its document takes its time.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const picture = target.getAttribute('data-key');
      if (!isIntersecting || picture === null) continue;
      near.unobserve(target);
      post({ type: 'image', picture });
    }
  }, { rootMargin: '400px' });

  function make(picture: ShownPicture): HTMLElement {
    const { id, label, caption, title, citation, uses } = picture;
    const name = [label, caption].filter(Boolean).join(' ') || word('untitled');
    const button = (type: 'openPicture' | 'insertPicture', text: string): HTMLElement => {
      const made = element('button', { type: 'button', class: 'action', 'aria-label': `${text}: ${name}` }, text);
      made.addEventListener('click', () => post({ type, picture: id }));
      return made;
    };
    const item = element('div', { role: 'listitem', class: 'picture' },
      element('div', { class: 'frame' }),
      element('p', { class: 'indicator', lang: 'zh' }, name),
      ...uses.map((use) => element('p', { class: 'use', lang: 'zh' }, use)),
      element('p', { class: 'source', title: citation }, title),
      element('div', { class: 'actions' }, button('openPicture', word('openPicture')), button('insertPicture', word('insertPicture'))));
    return item;
  }

  function showImage({ picture, image, state }: Extract<ToFigures, { type: 'image' }>): void {
    const item = [...list.children].find((child) => child.getAttribute('data-key') === picture);
    const frame = item?.querySelector('.frame');
    if (!frame) return;
    frame.classList.add('filled');
    frame.replaceChildren(image === null ? element('p', { class: 'status' }, state ?? '') : element('img', { src: image, alt: item?.querySelector('.indicator')?.textContent ?? '' }));
  }

  return {
    showImage,
    element: element('div', {}, list, pages.end),
    ask: () => post({ type: 'pictures', question: ++question, search: search.value, from: 0, count: PAGE }),
    show({ question: answered, from, total, pictures: came }) {
      if (answered !== question) return;
      pictures = from === 0 ? came : [...pictures.slice(0, from), ...came];
      updateList(list, pictures, ({ id }) => id, make, (node) => { if (!node.querySelector('.frame img')) near.observe(node); });
      say(total === 0 ? word(search.value === '' ? 'noPictures' : 'none') : word('countPictures', total));
      pages.came(pictures.length < total);
    },
  };
}
