import { useQuery } from '@tanstack/react-query';
import { cyclesQueriesListOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import type { Cycle } from '../api/generated/types.gen.ts';

/** The cycles one sees, the newest first; a place has few. */
export const useCycles = (): { readonly cycles: readonly Cycle[]; readonly loading: boolean } => {
  const { data, isPending } = useQuery(cyclesQueriesListOptions({ query: { limit: 200 } }));
  return { cycles: data?.items ?? [], loading: isPending };
};
