import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Update } from '../../shared/api/generated/types.gen.ts';

/** Milliseconds after a change until what is shown is asked again: several changes are one. */
const GATHER_MS = 300;

/**
 * Asks again what this page shows, as soon as the api tells that something of its kind changed; a browser comes back to
 * the stream by itself, and is told what it missed.
 */
export const useUpdates = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource('/api/updates');
    const changed = new Set<string>();
    let timer = 0;
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      (JSON.parse(data) as Update).changed.forEach((kind) => changed.add(kind));
      if (changed.size === 0) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const kinds = new Set(changed);
        changed.clear();
        void queries.invalidateQueries({ predicate: (query) => concerns(query, kinds) });
      }, GATHER_MS);
    };
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [queries]);
};

/** What waits for somebody may change with anything. */
const WITH_ALL = new Set(['tasks', 'statistics', 'audit', 'models']);

/** The generated keys hold the tags of the operation, which are the kinds of things. */
const concerns = ({ queryKey }: Query, kinds: ReadonlySet<string>): boolean => {
  const [key] = queryKey as readonly [{ readonly tags?: readonly string[] } | string | undefined];
  const tags = typeof key === 'object' ? (key.tags ?? []) : [];
  return tags.some((tag) => kinds.has(tag) || WITH_ALL.has(tag));
};
