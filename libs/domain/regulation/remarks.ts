import type { LocalDate } from '../kernel/index.ts';
import type { PeriodKind, RegulationContent } from './events.ts';

/** What no rule forbids, and whoever puts a regulation in force should know. */
export type RegulationRemark =
  /** No office issued it. */
  | { readonly kind: 'ILLUSTRATIVE' }
  /** A period that has ended: it is owed, overdue perhaps at once, where the regulation is in force by its last day. */
  | {
      readonly kind: 'PERIOD_ENDED';
      readonly period: { readonly kind: PeriodKind; readonly year: number };
      readonly cutoff: LocalDate;
      readonly dueOn: LocalDate;
    };

/** What is to be known before a regulation is published on a day. */
export const remarksOn = (
  { illustrative, reporting }: RegulationContent,
  today: LocalDate,
): readonly RegulationRemark[] => [
  ...(illustrative ? [{ kind: 'ILLUSTRATIVE' } as const] : []),
  ...reporting.periods
    .filter(({ cutoff }) => cutoff < today)
    .map(({ kind, cutoff, dueOn }) => {
      const period = { kind, year: Number(cutoff.slice(0, 4)) };
      return { kind: 'PERIOD_ENDED', period, cutoff, dueOn } as const;
    }),
];
