import { useQuery } from '@tanstack/react-query';
import {
  cyclesQueriesListOptions,
  registrationChoicesAdoptersQueryKey,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationChoicesAdopters } from '../../../shared/api/generated/sdk.gen.ts';
import { wholeKey } from '../../../shared/api/queries.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import { cyclesOf, unitsOf } from '../../../shared/choices/places.ts';
import { day } from '../../../shared/dates/dates.ts';
import type { Options } from '../../../shared/forms/fields.tsx';
import { useTyped } from '../../../shared/forms/use-typed.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { usePlaces } from './places.ts';

interface Of {
  readonly id: string;
}

interface Place {
  readonly unitId: string;
  readonly cycleId: string;
}

const usePlacesOfAdoption = ({ id }: Of) =>
  useQuery({
    queryKey: wholeKey(registrationChoicesAdoptersQueryKey({ path: { id } }), 'cycles', 'units'),
    queryFn: () => everyPage((page) => registrationChoicesAdopters({ path: { id }, query: page, throwOnError: true })),
  });

/** The cycles in which somebody may take the model up. */
export const useAdoptingCycles = (of: Of): Options => {
  const asked = usePlacesOfAdoption(of);
  return { options: cyclesOf(asked.data ?? []), loading: asked.isLoading, asked };
};

/** Who may take the model up in the cycle that is chosen; who may not, with why. */
export const useAdopters = (of: Of): Options => {
  const { language } = useTexts();
  const asked = usePlacesOfAdoption(of);
  const cycleId = useTyped(['cycleId']);
  return { options: unitsOf(asked.data ?? [], cycleId, language), loading: asked.isLoading };
};

/** The open cycles in which its unit registers, besides that of the registration, each with its last day. */
export const useOtherOpenCycles = ({ cycleId, unitId }: Place): Options => {
  const { t, language } = useTexts();
  const cycles = useQuery(cyclesQueriesListOptions({ query: { status: 'OPEN', limit: 200 } }));
  const places = usePlaces();
  const options = places.data
    ?.filter((place) => place.unitId === unitId && place.cycleId !== cycleId)
    .map(({ cycleId: id, cycleName, eligible, sentence }) => {
      const name = cycleName ?? id;
      const until = cycles.data?.items.find((cycle) => cycle.id === id)?.registrationDeadline;
      return {
        value: id,
        label: until === undefined ? name : t('registrations.cycleUntil', { name, until: day(until) }),
        obstacle: eligible ? null : (sentence?.[language] ?? ''),
      };
    });
  return { options: options ?? [], loading: places.isLoading || cycles.isLoading, asked: places };
};
