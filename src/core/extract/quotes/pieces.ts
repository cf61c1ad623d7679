/**
 * Texts by their pieces of four letters, in typed arrays: of a large library there are millions of pieces, and an object for each
 * would take ten times the memory.
 */
import type { Steps } from '../../library/steps';

/** Length of a piece in UTF-16 units. */
const PIECE = 4;
/** So many texts are a step. */
const STEP = 20;

/** Distinct texts by number, in the order in which they were given. */
export interface Pieces {
  /** Texts that hold this one's rarest piece: every text that holds it whole is among them. */
  holders(text: number): Uint32Array;
  /** Texts that share one of its rarest pieces, each once: what differs in few letters is among them. */
  neighbours(text: number): Iterable<number>;
}

/** How many of a text's rarest pieces its neighbours share one of. */
const RAREST = 8;

export function* piecesOf(texts: readonly string[]): Steps<Pieces> {
  const numbers = pieceNumbers();
  const starts = new Uint32Array(texts.length + 1);
  // Of each text its different pieces, as they come in it.
  let own = new Uint32Array(1024), length = 0;
  for (const [i, text] of texts.entries()) {
    if (i % STEP === 0) yield;
    if (length + text.length > own.length) own = wider(own, Math.max(length + text.length, own.length * 2));
    for (let at = 0; at + PIECE <= text.length; at++) {
      const piece = numbers.of(text, at);
      if (numbers.isFirstIn(piece, i)) own[length++] = piece;
    }
    starts[i + 1] = length;
  }
  const offsets = numbers.offsets(), next = offsets.slice(), lists = new Uint32Array(length);
  for (let i = 0; i < texts.length; i++) {
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
      const piece = own[k] as number, to = next[piece] as number;
      lists[to] = i;
      next[piece] = to + 1;
    }
  }
  yield;
  const sizeOf = (piece: number): number => (offsets[piece + 1] as number) - (offsets[piece] as number);
  const listOf = (piece: number): Uint32Array => lists.subarray(offsets[piece], offsets[piece + 1]);
  const rarest = (text: number, count: number): Uint32Array[] =>
    Array.from(own.subarray(starts[text], starts[text + 1])).sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, count).map(listOf);
  return {
    holders: (text) => rarest(text, 1)[0] ?? new Uint32Array(0),
    neighbours: (text) => new Set(rarest(text, RAREST).flatMap((list) => [...list])),
  };
}

function wider(values: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(length);
  more.set(values);
  return more;
}

/** Numbers for pieces, from 0 in the order of their coming, in a table with open places. */
function pieceNumbers() {
  let bits = 12, count = 0;
  /** Numbers from 1; 0 is an open place. */
  let table = new Uint32Array(1 << bits);
  // By number: the letters, two in each; how many texts hold it; and the last of these.
  let front = new Uint32Array(1024), back = new Uint32Array(1024), sizes = new Uint32Array(1024), last = new Uint32Array(1024);

  const hash = (a: number, b: number): number => { const h = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b); return (h ^ (h >>> 15)) >>> (32 - bits); };

  function grow(): void {
    bits++;
    table = new Uint32Array(1 << bits);
    for (let number = 0; number < count; number++) table[place(front[number] as number, back[number] as number)] = number + 1;
  }

  /** Where a piece stands in the table, or would. */
  function place(a: number, b: number): number {
    let at = hash(a, b);
    for (let known = table[at] as number; known !== 0 && (front[known - 1] !== a || back[known - 1] !== b); known = table[at] as number) at = (at + 1) & (table.length - 1);
    return at;
  }

  return {
    /** The number of the piece at an offset of a text. */
    of(text: string, at: number): number {
      const a = ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0, b = ((text.charCodeAt(at + 2) << 16) | text.charCodeAt(at + 3)) >>> 0;
      let slot = place(a, b);
      const known = table[slot] as number;
      if (known > 0) return known - 1;
      if ((count + 1) * 2 > table.length) { grow(); slot = place(a, b); }
      if (count === front.length) [front, back, sizes, last] = [wider(front, count * 2), wider(back, count * 2), wider(sizes, count * 2), wider(last, count * 2)];
      front[count] = a;
      back[count] = b;
      table[slot] = ++count;
      return count - 1;
    },
    /** Counts a text for a piece; false where it has been counted. Texts come in order. */
    isFirstIn(piece: number, text: number): boolean {
      if (last[piece] === text + 1) return false;
      last[piece] = text + 1;
      sizes[piece] = (sizes[piece] as number) + 1;
      return true;
    },
    /** Where the list of each piece starts, and one more. */
    offsets(): Uint32Array {
      const starts = new Uint32Array(count + 1);
      for (let piece = 0; piece < count; piece++) starts[piece + 1] = (starts[piece] as number) + (sizes[piece] as number);
      return starts;
    },
  };
}
