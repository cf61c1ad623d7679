/** A list that is filled page by page as the user comes near its end, so that tens of thousands of rows cost nothing. */
import { element } from '../lib/dom';

export const PAGE = 100;

export interface Pages {
  /** To be placed behind the list. */
  readonly end: HTMLElement;
  /** A page has come: whether more are to follow. */
  came(more: boolean): void;
}

/** `next` is called once for each page: when the end comes into view and the page before has come. */
export function createPages(next: () => void): Pages {
  const end = element('div', { class: 'end', 'aria-hidden': 'true' });
  let more = false, near = false;
  const ask = (): void => {
    if (!more || !near) return;
    more = false;
    next();
  };
  new IntersectionObserver((entries) => {
    near = entries.at(-1)?.isIntersecting ?? false;
    ask();
  }, { rootMargin: '600px' }).observe(end);
  return { end, came(follow) { more = follow; ask(); } };
}
