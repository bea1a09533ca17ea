import type { Option } from '../forms/fields.tsx';
import type { Language, Sentence } from '../texts/i18n.ts';

/** A unit in a cycle, as the api offers it. */
interface Place {
  readonly cycleId: string;
  readonly cycleName: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly eligible: boolean;
  readonly sentence: Sentence | null;
}

/** The cycles among places, each once. */
export const cyclesOf = (places: readonly Place[]): readonly Option[] => [
  ...new Map(
    places.map(({ cycleId, cycleName }) => [cycleId, { value: cycleId, label: cycleName ?? cycleId }]),
  ).values(),
];

/** The units of a cycle among places; of those that cannot be chosen, why. */
export const unitsOf = (places: readonly Place[], cycleId: string | undefined, language: Language): readonly Option[] =>
  places
    .filter((place) => place.cycleId === cycleId)
    .map(({ unitId, unitName, eligible, sentence }) => ({
      value: unitId,
      label: unitName ?? unitId,
      obstacle: eligible ? null : (sentence?.[language] ?? ''),
    }));
