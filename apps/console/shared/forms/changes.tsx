import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import type { TimelineEntry } from '../api/generated/types.gen.ts';
import { failureOf } from '../api/failure.ts';
import { instant } from '../dates/dates.ts';
import { ChangeList } from '../page/change-list.tsx';
import { FailurePanel } from '../page/failure-panel.tsx';
import { useWho } from '../session.tsx';
import { useTexts } from '../texts/i18n.ts';

/** What happened to a thing after a revision, oldest first. */
export type ChangesSince = (revision: number) => Promise<readonly TimelineEntry[]>;

interface Props {
  readonly since: number;
  /** The revision of the thing as this page has it. */
  readonly until: number | undefined;
  readonly read: ChangesSince;
  /** The person has seen it, and sends what they typed on top of it; none where it cannot be sent any more. */
  readonly go?: (() => void) | undefined;
}

/** Somebody acted meanwhile: what they did stands beside what was typed, and nothing typed is lost. */
export const Changes = ({ since, until = since, read, go }: Props) => {
  const { t, language } = useTexts();
  const { personId } = useWho();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['changes', since, until],
    queryFn: () => read(since),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  if (error) return <FailurePanel failure={failureOf(error)} again={() => void refetch()} />;
  // What is told may be ahead of the thing itself, or behind it: one goes on from what one has seen of both.
  const isAhead = isPlaceholderData || (data?.at(-1)?.revision ?? 0) > until;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('forms.stale.title')}
      description={
        data === undefined ? (
          <Spin />
        ) : (
          <>
            <ul>
              {data.map((entry) => (
                <li key={entry.eventId}>
                  {instant(entry.recordedAt)} ·{' '}
                  {entry.actor.personId === personId ? t('forms.stale.you') : (entry.actorName ?? t('page.system'))}:{' '}
                  {entry.sentence[language]}
                  <ChangeList changes={entry.changes} />
                </li>
              ))}
            </ul>
            {go && <p>{t('forms.stale.text')}</p>}
            {go && (
              <Button disabled={isAhead} loading={isAhead} onClick={go}>
                {t('forms.stale.go')}
              </Button>
            )}
          </>
        )
      }
    />
  );
};
