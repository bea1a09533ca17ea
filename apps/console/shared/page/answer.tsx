import type { FetchStatus, UseBaseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf, isProblem } from '../api/failure.ts';
import { useTexts } from '../texts/i18n.ts';
import { FailurePanel } from './failure-panel.tsx';
import { Loading, Page } from './page.tsx';

/** What was asked of the api, answered or not yet. */
export type Asked<T> = Pick<UseBaseQueryResult<T, unknown>, 'data' | 'error' | 'isPending' | 'isFetchedAfterMount'> & {
  readonly refetch: () => unknown;
  /** Idle before it was ever asked: there is nothing to ask. */
  readonly fetchStatus?: FetchStatus;
};

interface Props<T> {
  readonly of: Asked<T>;
  /** What is remembered of an earlier page is not taken: somebody may have acted on it since. */
  readonly fresh?: boolean;
  /** Another answer of the page tells when they cannot be asked again. */
  readonly quiet?: boolean;
  /** It is the whole page: without it there is a title too, that says so. */
  readonly whole?: boolean;
  /** Stays to be seen when there is no answer: what somebody typed here. */
  readonly kept?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** What the api answered, once it has; until then that it is fetched, and if it fails, why and to try again. */
export const Answer = <T,>({ of, fresh = false, whole = false, quiet = false, kept, children }: Props<T>) => {
  const { t } = useTexts();
  const { data, error, isPending, refetch } = of;
  if (error && data === undefined) {
    const failure = failureOf(error);
    const panel = (
      <>
        <FailurePanel failure={failure} again={() => void refetch()} />
        {kept}
      </>
    );
    if (!whole) return panel;
    const isThere = !isProblem(failure) || failure.status !== 404;
    return (
      <Page title={t(isThere ? 'page.closed' : 'page.notFound.title')} found={false}>
        {panel}
      </Page>
    );
  }
  if (isPending && of.fetchStatus === 'idle') return null;
  if (isPending || data === undefined || (fresh && !of.isFetchedAfterMount)) return <Loading />;
  return (
    <>
      {error && !quiet && <FailurePanel failure={failureOf(error)} again={() => void refetch()} />}
      {children(data)}
    </>
  );
};
