import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** What hangs on a thing is asked again once the thing has another revision. */
export const useAgainOn = (revision: number, keys: readonly QueryKey[]): void => {
  const queries = useQueryClient();
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  });
};
