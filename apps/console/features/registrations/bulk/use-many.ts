import { useQuery } from '@tanstack/react-query';
import type { Action } from '../../../shared/actions/actions.tsx';
import { registrationsQueriesActions, registrationsQueriesList } from '../../../shared/api/generated/sdk.gen.ts';
import { everyPage } from '../../../shared/choices/every-page.ts';
import type { BulkForm, Many } from './bulk-forms.ts';

/** So many are picked by hand at most: the address names them, so that a new tab has them too; and each is asked about. */
export const MOST_PICKED = 50;

/** What is done to many is done to these; `narrowed` is where one came from. */
export const addressOfPicked = (command: string, picked: Many, narrowed: string): string => {
  const ids = picked.map(({ id }) => id).sort();
  return `/registrations/bulk/${command}?ids=${ids.join()}&${narrowed}`;
};

/** What is done to many is done to all that is filtered, and the address says so: one that says nothing means none. */
export const addressOfAll = (command: string, narrowed: string): string =>
  `/registrations/bulk/${command}?all=1&${narrowed}`;

/** The rows, and what the api says of doing it to the first of them now; where it said nothing, nothing is known. */
interface Named {
  readonly rows: Many;
  readonly told: ReadonlyMap<string, Action>;
}

const picked = async (named: readonly string[]): Promise<Many> => {
  const query = { ids: named.slice(0, MOST_PICKED), limit: MOST_PICKED };
  const { data } = await registrationsQueriesList({ query, throwOnError: true });
  return data.items;
};

const filtered = (filters: object): Promise<Many> =>
  everyPage((page) => registrationsQueriesList({ query: { ...filters, ...page }, throwOnError: true }));

const toldOf = async (rows: Many, command: BulkForm['command']): Promise<Named['told']> => {
  const asked = rows.slice(0, MOST_PICKED).map(async ({ id }): Promise<readonly [string, Action]> => {
    const { data } = await registrationsQueriesActions({ path: { id }, throwOnError: true });
    return [id, data[command]];
  });
  return new Map((await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
};

/** What the address names: those that were picked, or all that its filters show; never all because it names none. */
export const useMany = (search: string, command: BulkForm['command']) => {
  const { ids, all, ...filters }: Partial<Record<string, string>> = Object.fromEntries(new URLSearchParams(search));
  const named = [...new Set(ids?.split(',').filter(Boolean))];
  const isNamed = named.length > 0 || all === '1';
  const many = useQuery({
    queryKey: ['bulk', command, search],
    queryFn: async (): Promise<Named> => {
      const rows = await (named.length > 0 ? picked(named) : filtered(filters));
      return { rows, told: await toldOf(rows, command) };
    },
    enabled: isNamed,
    // What one sees here is what is sent, whatever happens meanwhile.
    staleTime: 'static',
    gcTime: 0,
  });
  return {
    many,
    isNamed,
    named: named.length,
    list: `/registrations?${new URLSearchParams(filters as Record<string, string>)}`,
  };
};
