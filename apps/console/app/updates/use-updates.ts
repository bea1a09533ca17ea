import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answeredSince } from '../../shared/api/client.ts';
import { sessionWho } from '../../shared/api/generated/sdk.gen.ts';
import { failureOf, isSignedOut } from '../../shared/api/failure.ts';
import type { Update } from '../../shared/api/generated/types.gen.ts';
import { useWho } from '../../shared/session.tsx';
import { concerns } from './concerns.ts';

/** Milliseconds after a change until what is shown is asked again: several changes are one. */
const GATHER_MS = 300;
/** Milliseconds until a stream that was refused is asked for again. */
const AGAIN_MS = 10_000;
/** Milliseconds without the stream until it is said: a proxy that cuts it now and then is none of a person's worries. */
const CUT_MS = 5_000;

/** Asks again for what changed. */
const gatherer = (queries: QueryClient) => {
  const changed = new Set<string>();
  let gathering = 0;
  return {
    tell: ({ data }: MessageEvent<string>): void => {
      (JSON.parse(data) as Update).changed.forEach((kind) => changed.add(kind));
      if (changed.size === 0) return;
      clearTimeout(gathering);
      gathering = window.setTimeout(() => {
        const kinds = new Set(changed);
        changed.clear();
        void queries.invalidateQueries({ predicate: (query) => concerns(query, kinds) });
      }, GATHER_MS);
    },
    stop: (): void => clearTimeout(gathering),
  };
};

/**
 * Asks again what this page shows, as soon as the api tells that something of its kind changed. Only the page that is
 * looked at listens: a browser holds few connections to one address. It is told of what happened since its first answer;
 * what comes back to sight, or was cut off, asks for everything it shows.
 *
 * @returns whether nothing is heard any more: what stands here may be out of date
 */
export const useUpdates = (): boolean => {
  const queries = useQueryClient();
  const { sessionEndsAt } = useWho();
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const { tell, stop } = gatherer(queries);
    let stream: EventSource | undefined;
    let cutting = 0;
    let waiting = 0;

    const stopCutting = (): void => {
      clearTimeout(cutting);
      cutting = 0;
    };
    const open = (isBack = false): void => {
      let missed = isBack;
      const since = isBack ? undefined : answeredSince();
      stream = new EventSource(since === undefined ? '/api/updates' : `/api/updates?after=${since}`);
      stream.onopen = () => {
        stopCutting();
        setCut(false);
        if (missed) void queries.invalidateQueries();
        missed = false;
      };
      stream.onmessage = tell;
      // A browser comes back by itself from what was cut, never from what was refused; it does not tell why.
      stream.onerror = () => {
        cutting ||= window.setTimeout(() => setCut(true), CUT_MS);
        missed = true;
        if (stream?.readyState === EventSource.CLOSED) void whetherSignedIn();
      };
    };
    const whetherSignedIn = async (): Promise<void> => {
      const refused = stream;
      try {
        await sessionWho({ throwOnError: true });
      } catch (thrown) {
        // The gate has heard it; the next session has a stream of its own.
        if (isSignedOut(failureOf(thrown))) return;
      }
      if (stream === refused) waiting = window.setTimeout(comeBack, AGAIN_MS);
    };
    const leave = (): void => {
      stop();
      stopCutting();
      clearTimeout(waiting);
      stream?.close();
      stream = undefined;
    };
    const comeBack = (): void => {
      leave();
      if (!document.hidden) open(true);
    };
    const goOffline = (): void => setCut(true);

    if (!document.hidden) open();
    document.addEventListener('visibilitychange', comeBack);
    window.addEventListener('offline', goOffline);
    window.addEventListener('online', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('online', comeBack);
      leave();
    };
  }, [queries, sessionEndsAt]);
  return isCut;
};
