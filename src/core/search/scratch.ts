/** Room for numbers that are thrown away when a segment has been made of them. */

interface ArrayType<A> { new (buffer: SharedArrayBuffer): A; readonly BYTES_PER_ELEMENT: number }

/**
 * An array of so many zeros, in memory that could be shared: only such memory is not counted to the heap, which else is looked
 * through again for every 64 MB of it.
 */
export function scratch<A extends Uint8Array | Uint16Array | Uint32Array>(type: ArrayType<A>, length: number): A {
  return new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT));
}

/** The same numbers with room for so many. */
export function wider<A extends Uint8Array | Uint16Array | Uint32Array>(type: ArrayType<A>, values: A, length: number): A {
  const wide = scratch(type, length);
  wide.set(values);
  return wide;
}
