import { useQuery } from '@tanstack/react-query';
import { cyclesQueriesOneOptions, regulationsQueriesOneOptions } from '../api/generated/@tanstack/react-query.gen.ts';

interface Of {
  readonly cycleId: string | undefined;
  /** The regulation that it was registered under; of a draft, that of the cycle. */
  readonly regulationId?: string | null;
}

/** The regulation that a registration stands under. */
export const useRules = ({ cycleId, regulationId }: Of) => {
  const cycle = useQuery({
    ...cyclesQueriesOneOptions({ path: { id: cycleId ?? '' } }),
    enabled: cycleId !== undefined && !regulationId,
  });
  const id = regulationId ?? cycle.data?.regulationId;
  const regulation = useQuery({
    ...regulationsQueriesOneOptions({ path: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return { cycle: cycle.data, regulation: regulation.data, loading: cycle.isLoading || regulation.isLoading };
};
