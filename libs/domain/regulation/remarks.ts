import type { LocalDate } from '../kernel/index.ts';
import type { PeriodKind, RegulationContent } from './events.ts';

/** What no rule forbids, and whoever puts a regulation in force should know. */
export type RegulationRemark =
  /** No office issued it. */
  | { readonly kind: 'ILLUSTRATIVE' }
  /** A report whose due date is past: every obliged unit is overdue with it at once. */
  | {
      readonly kind: 'OVERDUE_AT_ONCE';
      readonly period: { readonly kind: PeriodKind; readonly year: number };
      readonly dueOn: LocalDate;
    };

/** What is to be known before a regulation is published on a day. */
export const remarksOn = (
  { illustrative, reporting }: RegulationContent,
  today: LocalDate,
): readonly RegulationRemark[] => [
  ...(illustrative ? [{ kind: 'ILLUSTRATIVE' } as const] : []),
  ...reporting.periods
    .filter(({ dueOn }) => dueOn < today)
    .map(({ kind, cutoff, dueOn }) => {
      const period = { kind, year: Number(cutoff.slice(0, 4)) };
      return { kind: 'OVERDUE_AT_ONCE', period, dueOn } as const;
    }),
];
