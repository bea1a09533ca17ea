import { useQueries } from '@tanstack/react-query';
import { evidenceOneOptions } from '../api/generated/@tanstack/react-query.gen.ts';

/** What is known of files, by their ids: what they are called and of which kind. */
export const useFiles = (ids: readonly string[]) =>
  useQueries({
    queries: ids.map((id) => ({
      ...evidenceOneOptions({ path: { id } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (found) =>
      found.flatMap(({ data }) => (data ? [{ id: data.evidenceId, fileName: data.fileName, kind: data.kind }] : [])),
  });
