import { useQuery } from '@tanstack/react-query';
import { cyclesQueriesListOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationChoicesAdopters } from '../../../shared/api/generated/sdk.gen.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import { cyclesOf, unitsOf } from '../../../shared/choices/places.ts';
import { day } from '../../../shared/dates/dates.ts';
import type { Options } from '../../../shared/forms/fields.tsx';
import { useTyped } from '../../../shared/forms/use-typed.ts';
import { useTexts } from '../../../shared/texts/i18n.ts';

interface Of {
  readonly id: string;
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

/** The open cycles besides that of the registration, each with its last day. */
export const useOtherOpenCycles = ({ cycleId }: { readonly cycleId: string }): Options => {
  const { t } = useTexts();
  const { data, isLoading } = useQuery(cyclesQueriesListOptions({ query: { status: 'OPEN', limit: 200 } }));
  const options = data?.items
    .filter(({ id }) => id !== cycleId)
    .map(({ id, name, registrationDeadline }) => ({
      value: id,
      label: t('registrations.cycleUntil', { name, until: day(registrationDeadline) }),
    }));
  return { options: options ?? [], loading: isLoading };
};
