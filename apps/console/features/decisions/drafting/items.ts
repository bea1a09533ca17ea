import type { DecisionCandidate, ItemBody } from '../../../shared/api/generated/types.gen.ts';

/** As many as one decision holds; the api says so too. */
export const MAX_ITEMS = 1000;

export interface Filters {
  readonly typed: string;
  readonly unitId: string | undefined;
  readonly onlyEligible: boolean;
}

/** Without diacritics and in small letters, so that `hoa` finds `Hòa`. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/gu, 'd').toLowerCase();

/** The candidates that the filters show. */
export const shownOf = (
  candidates: readonly DecisionCandidate[],
  { typed, unitId, onlyEligible }: Filters,
): readonly DecisionCandidate[] => {
  const words = folded(typed).split(/\s+/u).filter(Boolean);
  return candidates.filter((one) => {
    if (unitId !== undefined && one.unitId !== unitId) return false;
    if (onlyEligible && !one.eligible) return false;
    const name = folded(one.name);
    return words.every((word) => name.includes(word));
  });
};

/** The units of the candidates, by name. */
export const unitsOf = (candidates: readonly DecisionCandidate[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    candidates
      .map(({ unitId, unitName }) => [unitId, unitName ?? unitId] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, 'vi')),
  );

/** What is chosen, in the order of the candidates; what was said of an item stays with it. */
export const chosenOf = (
  ids: ReadonlySet<string>,
  before: readonly ItemBody[],
  candidates: readonly DecisionCandidate[],
): readonly ItemBody[] => {
  const kept = before.filter(({ id }) => ids.has(id));
  const there = new Set(kept.map(({ id }) => id));
  const added = candidates.filter(({ id, eligible }) => eligible && ids.has(id) && !there.has(id));
  return [...kept, ...added.map(({ kind, id }) => ({ kind, id }))];
};

/** All that is shown and can be decided, besides what is chosen already: what is hidden is left alone. */
export const withAllShown = (
  before: readonly ItemBody[],
  shown: readonly DecisionCandidate[],
  candidates: readonly DecisionCandidate[],
): readonly ItemBody[] =>
  chosenOf(
    new Set([...before.map(({ id }) => id), ...shown.filter(({ eligible }) => eligible).map(({ id }) => id)]),
    before,
    candidates,
  );

/** One reason for every item that has none. */
export const withReason = (items: readonly ItemBody[], reason: string): readonly ItemBody[] =>
  items.map((item) => (item.reason?.trim() ? item : { ...item, reason }));

/** What an item is called: several units have a model of one name. */
export const namesOf = (candidates: readonly DecisionCandidate[]): ReadonlyMap<string, string> =>
  new Map(candidates.map(({ id, name, unitName }) => [id, unitName === null ? name : `${name} (${unitName})`]));
