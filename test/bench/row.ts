/** One line of the speed table: ours beside the bare variant, measured in the same run, in turns. */
export interface BenchRow {
  readonly name: string;
  /** Ours, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** The bare variant, in `unit`; null where there is none. */
  readonly bound: number | null;
  /** value / bound. */
  readonly ratio: number | null;
  /** What `ratio` must reach, or a time in `value` must not exceed; null where nothing was promised. */
  readonly target: number | null;
  readonly met: boolean;
  readonly note?: string;
}

/** The middle one of an odd number of measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that `percent` of the measurements do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
