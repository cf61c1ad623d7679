/** Records of one kind in few pieces: each name of a field once, each text once. */

export interface PackedRows {
  readonly fields: readonly string[];
  /** Texts that the cells name by number. */
  readonly texts: readonly string[];
  /** Of each record its cells in the order of the fields; a text as the index of `texts` in a list of one, what is not stated as undefined. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Anything plain; a text is `[number]`, so that it cannot be taken for a number. A list is kept in an object, so that it cannot be taken for a text. */
type Cell = number | boolean | null | undefined | readonly [number] | { readonly of: unknown };

export function packRows(records: readonly object[]): PackedRows {
  const fields = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const texts: string[] = [], numberOf = new Map<string, number>();
  const cell = (value: unknown): Cell => {
    if (typeof value === 'string') {
      let number = numberOf.get(value);
      if (number === undefined) { number = texts.push(value) - 1; numberOf.set(value, number); }
      return [number];
    }
    return value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean' ? value : { of: value };
  };
  return { fields, texts, rows: records.map((record) => fields.map((field) => cell((record as Record<string, unknown>)[field]))) };
}

/** The records again. Equal texts are one text, which `same` may take from elsewhere. */
export function unpackRows<T extends object>({ fields, texts: own, rows }: PackedRows, same?: (text: string) => string): T[] {
  const texts = same ? own.map(same) : own;
  // Copied from one that has them all, a record holds its fields in itself, not in a list of their own with room for more.
  const empty = JSON.parse(JSON.stringify(Object.fromEntries(fields.map((field) => [field, null])))) as Record<string, unknown>;
  return rows.map((cells) => {
    const record: Record<string, unknown> = cells.includes(undefined) ? {} : { ...empty };
    fields.forEach((field, index) => {
      const cell = cells[index];
      if (cell === undefined) return;
      record[field] = Array.isArray(cell) ? texts[cell[0] as number] : cell !== null && typeof cell === 'object' ? (cell as { of: unknown }).of : cell;
    });
    return record as T;
  });
}
