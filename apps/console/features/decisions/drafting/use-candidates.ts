import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { decisionsQueriesCandidatesQueryKey } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { decisionsQueriesCandidates } from '../../../shared/api/generated/sdk.gen.ts';
import { wholeKey } from '../../../shared/api/queries.ts';
import type { DecisionCandidate, DecisionsQueriesCandidatesData } from '../../../shared/api/generated/types.gen.ts';

type Asked = Pick<DecisionsQueriesCandidatesData['query'], 'act' | 'cycle'> & { readonly unit: string };

/** Everything that an act can be decided for, and what cannot with the reason: page after page until all are here. */
export const useCandidates = (asked: Asked | undefined) => {
  const query = useInfiniteQuery({
    queryKey: wholeKey(decisionsQueriesCandidatesQueryKey({ query: asked as Asked }), 'registrations', 'commendations'),
    enabled: asked !== undefined,
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const { data } = await decisionsQueriesCandidates({
        query: {
          ...(asked as Asked),
          ...(asked?.cycle === undefined ? {} : { cycle: asked.cycle }),
          limit: 200,
          ...(pageParam === '' ? {} : { after: pageParam }),
        },
        throwOnError: true,
      });
      return data;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage, data } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const candidates = useMemo(
    (): readonly DecisionCandidate[] => data?.pages.flatMap(({ items }) => items) ?? [],
    [data],
  );
  return { candidates, query, complete: data !== undefined && !hasNextPage };
};
