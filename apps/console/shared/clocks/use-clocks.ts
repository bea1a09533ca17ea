import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What was in force by the end of a day, as far as it was recorded by an instant; now where neither is told. */
export interface Clocks {
  /** `2026-03-02` */
  readonly asOf?: string;
  /** ISO instant. */
  readonly knownAt?: string;
}

/** The two clocks of a page, kept in its address. */
export const useClocks = () => {
  const [params, setParams] = useSearchParams();
  const asOf = params.get('asOf');
  const knownAt = params.get('knownAt');
  const clocks = useMemo<Clocks>(
    () => ({ ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }),
    [asOf, knownAt],
  );
  const turn = (to: Clocks): void =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const name of ['asOf', 'knownAt'] as const) {
        if (to[name]) after.set(name, to[name]);
        else after.delete(name);
      }
      return after;
    });
  return { clocks, turn, past: asOf !== null || knownAt !== null };
};
