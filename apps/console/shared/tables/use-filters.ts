import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters, search, sorting and page of a list, kept in the address: a colleague who is given it sees the same rows, and
 * going back comes back to them. A changed filter begins at the first page; `showQuery` puts others in place of all. Of a
 * list `within` a page the address is changed in its place: one stays where one is, and going back leaves the page.
 */
export const useFilters = <Name extends string>(names: readonly Name[], { within = false } = {}) => {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(
    () =>
      Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : []))) as Partial<
        Record<Name, string>
      >,
    [names, params],
  );
  const how = useMemo(() => ({ replace: within, preventScrollReset: within }), [within]);
  const set = useCallback(
    (changed: Partial<Record<Name, string | undefined>>) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        after.delete('after');
        for (const [name, value] of Object.entries<string | undefined>(changed)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      }, how),
    [setParams, how],
  );
  const goTo = useCallback(
    (after: string | undefined) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (after === undefined) next.delete('after');
        else next.set('after', after);
        return next;
      }, how),
    [setParams, how],
  );
  const showQuery = useCallback(
    (query: string, besides: Readonly<Record<string, string>>) => {
      const next = new URLSearchParams(query);
      for (const [name, value] of Object.entries(besides)) if (value !== '') next.set(name, value);
      setParams(next);
    },
    [setParams],
  );
  const clear =
    Object.keys(filters).length === 0
      ? undefined
      : () => set(Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Record<Name, undefined>>);
  return { filters, set, clear, showQuery, after: params.get('after') ?? undefined, goTo };
};
