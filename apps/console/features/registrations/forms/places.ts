import { useQuery } from '@tanstack/react-query';
import { registrationChoicesPlacesQueryKey } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationChoicesPlaces } from '../../../shared/api/generated/sdk.gen.ts';
import { wholeKey } from '../../../shared/api/queries.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';

/** For which units the person registers, in which cycles. */
export const usePlaces = () =>
  useQuery({
    queryKey: wholeKey(registrationChoicesPlacesQueryKey(), 'cycles', 'units'),
    queryFn: () => everyPage((page) => registrationChoicesPlaces({ query: page, throwOnError: true })),
  });
