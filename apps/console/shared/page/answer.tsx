import type { UseBaseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf } from '../api/client.ts';
import { FailurePanel } from './failure-panel.tsx';
import { Loading } from './page.tsx';

interface Props<T> {
  readonly of: Pick<UseBaseQueryResult<T, unknown>, 'data' | 'error' | 'isPending' | 'isFetchedAfterMount'> & {
    readonly refetch: () => unknown;
  };
  /** What is remembered of an earlier page is not taken: somebody may have acted on it since. */
  readonly fresh?: boolean;
  readonly children: (data: T) => ReactNode;
}

/** What the api answered, once it has; until then that it is fetched, and if it fails, why and to try again. */
export const Answer = <T,>({ of, fresh = false, children }: Props<T>) => {
  const { data, error, isPending, refetch } = of;
  if (error && data === undefined) return <FailurePanel failure={failureOf(error)} again={() => void refetch()} />;
  if (isPending || data === undefined || (fresh && !of.isFetchedAfterMount)) return <Loading />;
  return (
    <>
      {error && <FailurePanel failure={failureOf(error)} again={() => void refetch()} />}
      {children(data)}
    </>
  );
};
