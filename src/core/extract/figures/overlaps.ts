/** Keeps what is found in a text from overlapping, in the time of its length. */

/** Asks and takes: whether no letter of a stretch has been taken before; then it is taken. Offsets into a text of that length. */
export function overlaps(length: number): (start: number, end: number) => boolean {
  let taken: Uint8Array | null = null;
  return (start, end) => {
    taken ??= new Uint8Array(length);
    for (let i = start; i < end; i++) if (taken[i] === 1) return false;
    taken.fill(1, start, end);
    return true;
  };
}
