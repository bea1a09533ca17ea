import type { Rejected } from '#domain';
import type { Caller, Ports, Rejection } from '#use-cases';
import type { RowResult } from '../import.ts';
import { failed, refusedBy, type HeadingOf } from './remarks.ts';
import type { ListedThing } from './three-ways.ts';

/** What use cases act through, as far as rows need it. */
export type RowPorts = Ports;

/** What a row acts with. */
export interface Tools {
  readonly ports: RowPorts;
  /** Whoever sent the list: their rights are looked up for each row. */
  readonly caller: Extract<Caller, { readonly kind: 'person' }>;
  readonly dryRun: boolean;
  /**
   * What this very import did before it was interrupted, and had not written down: the event behind its beginning says
   * so. Undefined when somebody else did it, or nobody.
   */
  readonly doneBefore: (thing: ListedThing) => RowResult | undefined;
  readonly headingOf: HeadingOf;
  /** Acts, and once more on what there is then where another was faster. */
  readonly again: (act: () => Promise<RowResult | Rejected<Rejection>>) => Promise<RowResult>;
}

/** Refusals of a race: read again, the row may have nothing left to do. */
const LOST: readonly Rejection[] = ['stale-revision', 'idempotency-key-reused', 'concurrency-conflict', 'unit-exists'];
const TRIES = 10;

export const againBy =
  (columnOf: (pointer: string) => string | undefined, headingOf: HeadingOf): Tools['again'] =>
  async (act) => {
    for (let tried = 1; ; tried += 1) {
      const result = await act();
      if (result.kind !== 'rejected') return result;
      if (tried === TRIES || !LOST.includes(result.reason)) return failed(refusedBy(result, columnOf, headingOf));
    }
  };

/** For an import that was interrupted at least once: what stands behind the position at which it began is its own. */
export const doneBehind =
  (position: number): Tools['doneBefore'] =>
  ({ listedAtPosition, revision }) =>
    listedAtPosition > position ? { kind: revision === 0 ? 'created' : 'changed', remarks: [] } : undefined;
