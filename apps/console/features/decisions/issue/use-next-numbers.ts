import { useQuery } from '@tanstack/react-query';
import {
  decisionsQueriesListOptions,
  decisionsQueriesNextNumbersOptions,
} from '../../../shared/api/generated/@tanstack/react-query.gen.ts';
import type { Decision } from '../../../shared/api/generated/types.gen.ts';

interface Asked {
  readonly id: string;
  readonly issuedOn?: unknown;
  readonly term?: unknown;
}

/** The types of documents that the body numbers on the day, each with its next number. */
export const useNextNumbers = ({ id, issuedOn, term }: Asked) =>
  useQuery(
    decisionsQueriesNextNumbersOptions({
      path: { id },
      query: {
        ...(typeof issuedOn === 'string' && issuedOn !== '' ? { issuedOn } : {}),
        ...(typeof term === 'string' && term.trim() !== '' ? { term: term.trim() } : {}),
      },
    }),
  );

/** What the body issued last: symbol and capacity are mostly the same again. */
export const useLastIssued = (unitId: string): Decision | undefined => {
  const { data } = useQuery(decisionsQueriesListOptions({ query: { unit: unitId, status: 'COMPLETED', limit: 20 } }));
  return data?.items.find((one) => one.unitId === unitId && one.documentNumber !== null);
};
