import type { reporting } from '#domain';
import { Shaped } from '../http/validation/fields.ts';

const PERIOD = /^(H1|ANNUAL)-((?:19|20|21)\d{2})$/u;

/** A period as an address writes it: `H1-2026`, `ANNUAL-2026`. */
export const PeriodField = (options: { readonly optional?: boolean } = {}): PropertyDecorator =>
  Shaped(PERIOD, { ...options, description: 'H1-2026, ANNUAL-2026' });

/** @throws when the text was not checked before */
export const periodOf = (text: string): reporting.ReportingPeriod => {
  const [, kind, year] = PERIOD.exec(text) ?? [];
  if (kind === undefined) throw new Error('a period that is none was not refused');
  return { kind: kind as reporting.ReportingPeriod['kind'], year: Number(year) };
};
