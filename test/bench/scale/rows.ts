/** One line of the table: what was measured at one size of library, beside its target and what a peer takes. */
export interface Row {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  /** What growth from size to size is taken of; null for what does not grow. */
  readonly value: number | null;
  readonly peer: string;
  /** How many times as long the peer takes, or as the target has it. */
  readonly ratio: string;
}

/** Milliseconds of processor time that this process has taken: other processes on the machine count little. */
export function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const ms = (value: number): string => `${value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}×` : '');
export const share = ([found, of]: readonly [number, number]): string => (of === 0 ? '-' : `${((100 * found) / of).toFixed(1)} % of ${of}`);

/** A measurement of a library of some size: `peer` is left out where there is none. */
export function row(what: string, target: string, measured: string, value: number | null = null, peer = '', ratio = ''): Row {
  return { what, target, measured, value, peer, ratio };
}

/** The table over all sizes (in MB): a line for each measurement and size, with the growth from the size before. */
export function tableOf(sizes: readonly { readonly megabytes: number; readonly rows: readonly Row[] }[]): string {
  const lines: string[][] = [['what', 'MB', 'target', 'measured', 'peer', 'ratio', 'growth']];
  const whats = [...new Set(sizes.flatMap(({ rows }) => rows.map(({ what }) => what)))];
  for (const what of whats) {
    let before: number | null = null, shown = '';
    for (const { megabytes, rows } of sizes) {
      const one = rows.find((each) => each.what === what);
      if (!one) continue;
      const growth = before && one.value !== null ? times(one.value / before) : '';
      lines.push([shown === what ? '' : what, String(megabytes), one.target, one.measured, one.peer, one.ratio, growth]);
      before = one.value;
      shown = what;
    }
  }
  // Chinese would be twice as wide; there is none.
  const widths = (lines[0] as string[]).map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  return lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
