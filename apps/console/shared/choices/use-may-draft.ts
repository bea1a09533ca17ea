import { useQuery } from '@tanstack/react-query';
import { registrationChoicesPlacesOptions } from '../api/generated/@tanstack/react-query.gen.ts';

/** Whether there is anywhere somebody may register a model: the api says so, or refuses. */
export const useMayDraft = (): boolean => {
  const { data } = useQuery({ ...registrationChoicesPlacesOptions({ query: { limit: 1 } }), retry: false });
  return (data?.items.length ?? 0) > 0;
};
