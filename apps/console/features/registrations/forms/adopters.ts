import { useQuery } from '@tanstack/react-query';
import { cyclesQueriesListOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationChoicesAdopters, registrationChoicesPlaces } from '../../../shared/api/generated/sdk.gen.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import { cyclesOf, unitsOf } from '../../../shared/choices/places.ts';
import { day } from '../../../shared/dates/dates.ts';
import type { Options } from '../../../shared/forms/fields.tsx';
import { useTyped } from '../../../shared/forms/use-typed.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Of {
  readonly id: string;
}

interface Place {
  readonly unitId: string;
  readonly cycleId: string;
}

const usePlacesOfAdoption = ({ id }: Of) =>
  useQuery({
    queryKey: ['adopters', id],
    queryFn: () => everyPage((page) => registrationChoicesAdopters({ path: { id }, query: page, throwOnError: true })),
  });

/** The cycles in which somebody may take the model up. */
export const useAdoptingCycles = (of: Of): Options => {
  const { data = [], isLoading } = usePlacesOfAdoption(of);
  return { options: cyclesOf(data), loading: isLoading };
};

/** Who may take the model up in the cycle that is chosen; who may not, with why. */
export const useAdopters = (of: Of): Options => {
  const { language } = useTexts();
  const { data = [], isLoading } = usePlacesOfAdoption(of);
  const cycleId = useTyped(['cycleId']);
  return { options: unitsOf(data, cycleId, language), loading: isLoading };
};

/** The open cycles in which its unit registers, besides that of the registration, each with its last day. */
export const useOtherOpenCycles = ({ cycleId, unitId }: Place): Options => {
  const { t, language } = useTexts();
  const cycles = useQuery(cyclesQueriesListOptions({ query: { status: 'OPEN', limit: 200 } }));
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () => everyPage((page) => registrationChoicesPlaces({ query: page, throwOnError: true })),
  });
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
  return { options: options ?? [], loading: places.isLoading || cycles.isLoading };
};
