import type { reporting } from '#domain';
import type { Ask } from '../commanding/ask.ts';

/** The commands people give; the others are the system's. */
export type ByPerson = Exclude<reporting.ReportCommand, reporting.ObligeReport | reporting.MarkConsolidated>;

/** What is asked of one report. */
export type ReportAsk = {
  [T in ByPerson['type']]: Ask<T, Extract<ByPerson, { readonly type: T }>['data']> & { readonly id: string };
}[ByPerson['type']];
