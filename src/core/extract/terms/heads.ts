/** The head noun of a form, and what kind of term it makes. */
import { HEADS, PLAIN_HEADS } from './lexicon';

export interface Head {
  readonly kind: string;
  readonly head: string;
}

const table = new Map<string, string>();
// Classes named first win where a head stands in two.
for (const [kind, heads] of Object.entries(HEADS)) for (const head of heads) if (!table.has(head)) table.set(head, kind);
const LONGEST = Math.max(...[...table.keys()].map((h) => h.length));
/** What heads end with: most words end otherwise. */
const LAST = new Uint8Array(0x10000);
for (const head of table.keys()) LAST[head.charCodeAt(head.length - 1)] = 1;
const CLOSING = /[”"」』》）)]$/;

/** The longest known head noun that a form ends with, if there is more of it than the head. */
export function headOf(form: string): Head | null {
  const bare = CLOSING.test(form) || /[（(]/.test(form) ? form.replace(/[”"」』》）)]+$/u, '').replace(/[（(][^（）()]*$/u, '') : form;
  if (LAST[bare.charCodeAt(bare.length - 1)] !== 1) return null;
  for (let length = Math.min(LONGEST, bare.length - 1); length >= 1; length--) {
    const head = bare.slice(-length);
    const kind = table.get(head);
    if (kind) return { kind, head };
  }
  return null;
}

/** Whether a form is itself a noun of a field that heads names, long enough to be a term alone: 人工智能, 知识产权, 生物多样性. */
export function isKnownNoun(form: string): boolean {
  return form.length >= 3 && table.get(form) === 'concept' && !PLAIN_HEADS.has(form);
}
