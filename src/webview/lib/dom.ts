/** Elements made by hand: everything that is shown is set as text, never as markup. */

type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Makes an element; attributes that are false are left out, children that are strings become text. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, value === true ? '' : String(value));
  made.append(...children);
  return made;
}

/** Text with some of its spans marked. Spans are UTF-16 offsets, in order; what lies outside the text is ignored. */
export function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end <= start || end > text.length) continue;
    fragment.append(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  fragment.append(text.slice(at));
  return fragment;
}

/**
 * Brings the children of a list up to date by key: what stays keeps its element, with its focus and its state.
 * `make` builds an element for a new key; `refresh` is called for all of them.
 */
export function updateList<T>(list: HTMLElement, items: readonly T[], keyOf: (item: T) => string, make: (item: T) => HTMLElement, refresh: (node: HTMLElement, item: T, index: number) => void): void {
  const focused = document.activeElement;
  const old = new Map([...list.children].map((child) => [child.getAttribute('data-key') ?? '', child as HTMLElement]));
  const wanted = items.map((item, index) => {
    const key = keyOf(item);
    const node = old.get(key) ?? make(item);
    old.delete(key);
    node.setAttribute('data-key', key);
    refresh(node, item, index);
    return node;
  });
  const heldFocus = focused instanceof HTMLElement && list.contains(focused);
  for (const gone of old.values()) gone.remove();
  wanted.forEach((node, index) => { if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null); });
  if (!heldFocus || document.activeElement === focused) return;
  // Moving an element takes its focus away; where it is gone, the first one is next.
  if (focused.isConnected) focused.focus({ preventScroll: true }); else (wanted[0] ?? list).focus({ preventScroll: true });
}
