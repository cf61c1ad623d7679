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
  let more = false;
  const observer = new IntersectionObserver((entries) => {
    if (!more || !entries.at(-1)?.isIntersecting) return;
    more = false;
    next();
  }, { rootMargin: '600px' });
  return {
    end,
    came(follow) {
      more = follow;
      // Looked at anew: where the end is now, not where it was before the page came.
      observer.unobserve(end);
      observer.observe(end);
    },
  };
}
