import type { Appraiser } from '../../../shared/api/generated/types.gen.ts';

/**
 * Everybody who could be asked to appraise any of several registrations, each once: one who can appraise some of them
 * can be chosen, and those of which they cannot drop out when they are sent.
 */
export const eachOnce = (lists: readonly (readonly Appraiser[])[]): readonly Appraiser[] => {
  const people = new Map<string, Appraiser>();
  for (const person of lists.flat()) {
    const known = people.get(person.personId);
    if (known === undefined || (person.eligible && !known.eligible)) people.set(person.personId, person);
  }
  return [...people.values()].sort((left, right) => Number(right.eligible) - Number(left.eligible));
};

/** Units whose registrations are asked about at most: who appraises for one of a place mostly does for all. */
const MOST_UNITS = 10;

/** One registration of each unit. */
export const oneOfEachUnit = (rows: readonly { readonly id: string; readonly unitId: string }[]): readonly string[] =>
  [...new Map(rows.map(({ unitId, id }) => [unitId, id])).values()].slice(0, MOST_UNITS);
