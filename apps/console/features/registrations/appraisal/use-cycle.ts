import { useQuery } from '@tanstack/react-query';
import { cyclesQueriesOneOptions } from '../../../shared/api/generated/@tanstack/react-query.gen.ts';

/** The cycle of a registration, for its deadlines. */
export const useCycle = (id: string) => useQuery(cyclesQueriesOneOptions({ path: { id } }));
