import { useInfiniteQuery } from '@tanstack/react-query';
import { decisionsQueriesTimelineQueryKey } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { decisionsQueriesTimeline } from '../../../shared/api/generated/sdk.gen.ts';
import type { DecisionDetail, TimelineEntry } from '../../../shared/api/generated/types.gen.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Timeline } from '../../../shared/timeline/timeline.tsx';
import { useAgainOn } from './use-again.ts';

const LIMIT = 200;

/** What was done to the decision; that each item was reached is one line until one wants to see them all. */
export const Trail = ({ id, revision }: Pick<DecisionDetail, 'id' | 'revision'>) => {
  const { t } = useTexts();
  const queryKey = [...decisionsQueriesTimelineQueryKey({ path: { id } }), 'pages'];
  const trail = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const { data } = await decisionsQueriesTimeline({
        path: { id },
        query: { limit: LIMIT, ...(pageParam === '' ? {} : { after: pageParam }) },
        throwOnError: true,
      });
      return data;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  useAgainOn(revision, [queryKey]);
  const entries = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  const applied = entries.filter(isApplied);
  return (
    <section aria-label={t('decisions.page.timeline')}>
      <h2>{t('decisions.page.timeline')}</h2>
      <Answer of={trail}>
        {() => (
          <>
            <Timeline
              entries={entries.filter((entry) => !isApplied(entry))}
              more={trail.hasNextPage ? () => void trail.fetchNextPage() : undefined}
            />
            {applied.length > 0 && (
              <details className="trail-items">
                <summary>{t('decisions.page.itemLines', { count: applied.length })}</summary>
                <Timeline entries={applied} />
              </details>
            )}
          </>
        )}
      </Answer>
    </section>
  );
};

const isApplied = ({ type }: TimelineEntry): boolean => type === 'DecisionItemApplied';
