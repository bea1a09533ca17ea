import type { UseBaseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf } from '../api/client.ts';
import { FailurePanel } from './failure-panel.tsx';
import { Loading } from './page.tsx';

interface Props<T> {
  readonly of: Pick<UseBaseQueryResult<T, unknown>, 'data' | 'error' | 'isPending'> & {
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
}

/** What the api answered, once it has; until then that it is fetched, and if it fails, why and to try again. */
export const Answer = <T,>({ of: { data, error, isPending, refetch }, children }: Props<T>) => {
  if (error && data === undefined) return <FailurePanel failure={failureOf(error)} again={() => void refetch()} />;
  if (isPending || data === undefined) return <Loading />;
  return (
    <>
      {error && <FailurePanel failure={failureOf(error)} again={() => void refetch()} />}
      {children(data)}
    </>
  );
};
