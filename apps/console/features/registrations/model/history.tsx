import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { registrationsQueriesTimelineQueryKey } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import { registrationsQueriesTimeline } from '../../../shared/api/generated/sdk.gen.ts';
import type { Clocks } from '../../../shared/clocks/use-clocks.ts';
import { Answer } from '../../../shared/page/answer.tsx';
import { useClearing } from '../../../shared/texts/clearing.tsx';
import { useTexts } from '../../../shared/texts/i18n.ts';
import { Timeline } from '../../../shared/timeline/timeline.tsx';
import { GROUPS, groupOf, type Group } from './kinds.ts';

interface Props {
  readonly id: string;
  readonly clocks: Clocks;
}

/** Everything that was done to a registration, in words, by kind of act if one likes. */
export const History = ({ id, clocks }: Props) => {
  const { t } = useTexts();
  const clearing = useClearing();
  const [group, setGroup] = useState<Group>();
  const timeline = useInfiniteQuery({
    // Of the kind of things that it tells of, so that it is asked again when one of them changes.
    queryKey: [...registrationsQueriesTimelineQueryKey({ path: { id }, query: { ...clocks } }), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { limit: 100, ...clocks, ...(pageParam === undefined ? {} : { after: pageParam }) };
      return (await registrationsQueriesTimeline({ path: { id }, query, throwOnError: true })).data;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <>
      <Select
        className="kind"
        aria-label={t('model.timeline.kind')}
        placeholder={t('model.timeline.all')}
        allowClear={clearing}
        value={group}
        onChange={(chosen: Group | undefined) => setGroup(chosen)}
        options={GROUPS.map((each) => ({ value: each, label: t(`model.timeline.${each}`) }))}
      />
      <Answer of={timeline}>
        {({ pages }) => (
          <Timeline
            entries={pages
              .flatMap(({ items }) => items)
              .filter(({ type }) => group === undefined || groupOf(type) === group)}
            more={timeline.hasNextPage ? () => void timeline.fetchNextPage() : undefined}
          />
        )}
      </Answer>
    </>
  );
};
