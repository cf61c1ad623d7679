/** The numbers that a browser shows before the items of a list. */

/** Tags of lists. */
export const LISTS: ReadonlySet<string> = new Set(['ol', 'ul', 'menu']);

export interface ItemList { next: number; readonly type: string | null }

type Attributes = Readonly<Record<string, string>>;

const bare = (a: Attributes): boolean => /list-style(?:-type)?\s*:[^;]*\bnone\b/i.test(a['style'] ?? '');

/** `type` is null for a list whose items have no numbers. */
export function listOf(tag: string, a: Attributes): ItemList {
  const start = Number(a['start'] ?? 1);
  return { next: Number.isInteger(start) ? start : 1, type: tag === 'ol' && !bare(a) ? a['type'] ?? '1' : null };
}

/** The number of the item that begins, with what parts it from the words; null where none is shown. */
export function nextNumber(list: ItemList | undefined, a: Attributes): string | null {
  if (!list || list.type === null || bare(a)) return null;
  const own = Number(a['value'] ?? NaN), number = Number.isInteger(own) ? own : list.next;
  list.next = number + 1;
  return `${/^a$/i.test(list.type) ? letter(number, list.type) : number}. `;
}

function letter(number: number, type: string): string {
  return number >= 1 && number <= 26 ? String.fromCharCode(type.charCodeAt(0) + number - 1) : String(number);
}
