import type { reporting } from '#domain';
import type { Ask } from '../ask.ts';

/** The commands people give. */
type ByPerson = Extract<reporting.ReportCommand, { readonly type: reporting.ActionType }>;

/** What is asked of one report. */
export type ReportAsk = {
  [T in ByPerson['type']]: Ask<T, Extract<ByPerson, { readonly type: T }>['data']> & { readonly id: string };
}[ByPerson['type']];
