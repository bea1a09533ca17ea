/**
 * How much a fault test does: with `KHEO_FAULTS=long` as much as its promise names, else a part in which every kind of
 * fault still strikes. A part is there because the whole of all suites takes longer than continuous integration may.
 */
export const sized = (whole: number, part: number): number => (process.env.KHEO_FAULTS === 'long' ? whole : part);
