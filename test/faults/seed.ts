/** Numbers in [0, 1) that a seed repeats exactly (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run, printed; `KHEO_FAULT_SEED` replays one. */
export function announcedSeed(test: string): number {
  const seed = Number(process.env.KHEO_FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${test}: KHEO_FAULT_SEED=${seed}\n`);
  return seed;
}

export const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
