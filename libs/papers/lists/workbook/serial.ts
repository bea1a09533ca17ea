const DAY_MS = 86_400_000;
/** 1970-01-01 as workbooks count days: from the last but one day of 1899. */
const EPOCH = 25_569;
/** Vietnam is always seven hours ahead of UTC. */
const AHEAD_MS = 7 * 3_600_000;

/** `2026-03-02` as the number that a workbook holds for it. */
export const dayOf = (day: string): number => EPOCH + Date.parse(`${day}T00:00:00.000Z`) / DAY_MS;

/** An instant as the number that a workbook holds for it, by the clock in Vietnam and to the second. */
export const instantOf = (instant: string): number => {
  const seconds = Math.floor((Date.parse(instant) + AHEAD_MS) / 1000);
  return EPOCH + (seconds * 1000) / DAY_MS;
};
