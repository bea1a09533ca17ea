import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from './client.ts';

const HALF_A_MINUTE = 30_000;

/**
 * What pages have read. A refusal is an answer and not asked for again; no answer is, twice. What changed is told by
 * `/api/updates`, and asked again where it is shown.
 */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: HALF_A_MINUTE,
        retry: (failures, error) => error instanceof Unreachable && failures < 2,
      },
      mutations: { retry: false },
    },
  });
