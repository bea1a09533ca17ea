import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from './failure.ts';
import type { Update } from './generated/types.gen.ts';

const HALF_A_MINUTE = 30_000;

/**
 * What pages have read. A refusal is an answer and not asked for again; no answer is, twice. What changed is told by
 * `/api/updates`, and asked again where it is shown. It is asked also where the browser takes itself for offline: nobody
 * waits for an answer that does not come without being told.
 */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: HALF_A_MINUTE,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => error instanceof Unreachable && failures < 2,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** What the generated keys begin with: the tags are the kinds of things by whose change what was read is asked again. */
interface Tagged {
  readonly tags?: readonly string[];
}

/** The key of a list that is read to its end: it follows the changes that a page of it does, and those of other kinds. */
export const wholeKey = <Key extends Tagged>(
  [page]: readonly [Key],
  ...others: Update['changed']
): readonly [Key & Tagged, 'whole'] => [{ ...page, tags: [...(page.tags ?? []), ...others] }, 'whole'];
