import { useQuery } from '@tanstack/react-query';
import { regulationsQueriesOneOptions } from '../api/generated/@tanstack/react-query.gen.ts';

/** The regulation that was pinned to a thing; nothing is asked for before there is one. */
export const useRegulation = (id: string | null) =>
  useQuery({ ...regulationsQueriesOneOptions({ path: { id: id ?? '' } }), enabled: id !== null });
