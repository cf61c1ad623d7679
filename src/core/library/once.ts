/** Makes a getter's value once; what it was made of is let go. */
export function once<T>(make: () => T): () => T {
  let left: (() => T) | null = make, value: T;
  return () => {
    if (left) {
      value = left();
      left = null;
    }
    return value;
  };
}
