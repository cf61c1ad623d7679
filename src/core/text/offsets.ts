/**
 * Offsets. Every offset in Yinju is a UTF-16 code unit, `start` inclusive, `end` exclusive.
 * What it counts in is said where it is used: the raw text of a source, its clean text, or a draft.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of one source's raw text. */
export interface Place extends Span {
  /** The source's file, as the library names it. */
  readonly file: string;
}

/** Most maps have one run, to which nothing is attached: these share their lists. */
const ZERO: readonly number[] = [0];

/**
 * The way from a clean text back to the raw text that it was made from.
 * Kept as the runs that were copied unchanged: text between two runs was removed, so few removals cost few runs.
 * A run also knows how much removed text directly behind its last character belongs to that character
 * (a pinyin note stays with its character, a line end inside a paragraph does not).
 */
export class OffsetMap {
  private constructor(
    private readonly clean: readonly number[],
    private readonly raw: readonly number[],
    private readonly attached: readonly number[],
    /** Length of the clean text. */
    readonly length: number,
  ) {}

  static identity(length: number, rawStart = 0): OffsetMap {
    return new OffsetMap(ZERO, [rawStart], ZERO, length);
  }

  /** Builds a map from runs in order; `attached` is how many raw units behind the run belong to its last character. */
  static fromRuns(runs: readonly { raw: number; length: number; attached?: number }[]): OffsetMap {
    const clean: number[] = [], raw: number[] = [], attached: number[] = [];
    let at = 0;
    for (const run of runs) {
      if (run.length === 0) continue;
      clean.push(at); raw.push(run.raw); attached.push(run.attached ?? 0);
      at += run.length;
    }
    if (clean.length === 0) { clean.push(0); raw.push(runs[0]?.raw ?? 0); attached.push(0); }
    return new OffsetMap(clean, raw, attached, at);
  }

  /** The map as plain numbers, to be stored: its length, how many runs it has, then clean, raw and attached of each. */
  numbers(): number[] {
    return [this.length, this.clean.length, ...this.clean.flatMap((clean, run) => [clean, this.raw[run] as number, this.attached[run] as number])];
  }

  /** The map that `numbers` gave, from the place `at` in them. It takes 2 numbers, and 3 for each run. */
  static fromNumbers(numbers: ArrayLike<number>, at: number): OffsetMap {
    if (numbers[at + 1] === 1 && numbers[at + 2] === 0 && numbers[at + 4] === 0) return OffsetMap.identity(numbers[at] as number, numbers[at + 3]);
    const clean: number[] = [], raw: number[] = [], attached: number[] = [];
    for (let run = 0, from = at + 2; run < (numbers[at + 1] as number); run++, from += 3) {
      clean.push(numbers[from] as number); raw.push(numbers[from + 1] as number); attached.push(numbers[from + 2] as number);
    }
    return new OffsetMap(clean, raw, attached, numbers[at] as number);
  }

  /** The clean text, put together from the raw one; what differs from it was changed, not only cut. */
  cleanOf(text: string): string {
    let clean = '';
    for (let run = 0; run < this.clean.length; run++) {
      const from = this.raw[run] as number;
      clean += text.slice(from, from + ((this.clean[run + 1] ?? this.length) - (this.clean[run] as number)));
    }
    return clean;
  }

  private runAt(offset: number): number {
    let low = 0, high = this.clean.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.clean[middle] as number) <= offset) low = middle; else high = middle - 1;
    }
    return low;
  }

  /** Raw offset of the character at a clean offset. */
  toRaw(offset: number): number {
    const run = this.runAt(Math.min(offset, Math.max(0, this.length - 1)));
    return (this.raw[run] as number) + offset - (this.clean[run] as number);
  }

  /** Raw end of the character before a clean offset, with what is attached to it. */
  toRawEnd(offset: number): number {
    if (offset <= 0) return this.raw[0] as number;
    const run = this.runAt(offset - 1);
    const runEnd = run + 1 < this.clean.length ? (this.clean[run + 1] as number) : this.length;
    const end = (this.raw[run] as number) + offset - (this.clean[run] as number);
    return offset === runEnd ? end + (this.attached[run] as number) : end;
  }

  /** The raw span that holds a clean span. */
  span(span: Span): Span {
    return { start: this.toRaw(span.start), end: this.toRawEnd(span.end) };
  }

  /** Clean offset of the first kept character at or behind a raw offset; the length where there is none. */
  toClean(rawOffset: number): number {
    for (let run = 0; run < this.clean.length; run++) {
      const start = this.raw[run] as number;
      const from = this.clean[run] as number;
      const to = run + 1 < this.clean.length ? (this.clean[run + 1] as number) : this.length;
      if (rawOffset < start) return from;
      if (rawOffset < start + to - from) return from + rawOffset - start;
    }
    return this.length;
  }
}
