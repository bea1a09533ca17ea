import { regulation, type LocalDate } from '#domain';
import { periodsAround, workingDaysAround } from './report-periods.ts';

/** Days before the present on which the regulation of this year came into force. */
export const IN_FORCE_SINCE = 62;

/** The illustrative regulation of this year: it reminds, and has its periods of reporting around the present day. */
export const presentContent = (
  today: LocalDate,
  holidays: readonly regulation.Holiday[],
): regulation.RegulationContent => {
  const example = regulation.exampleRegulation(Number(today.slice(0, 4)), holidays);
  const periods = periodsAround(workingDaysAround(regulation.calendarOf(example), today));
  return { ...example, reporting: { ...example.reporting, periods } };
};
