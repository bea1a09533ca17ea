import { addDays, calendar, toDayNumber, type LocalDate, type regulation } from '#domain';
import Holidays from 'date-holidays';

/** A day off that a regulation may take over. */
export interface ProposedHoliday extends regulation.Holiday {
  /**
   * The Prime Minister settles the day each year (Bộ luật Lao động 2019, Điều 112.3), or it follows from such a day:
   * compare it with the announcement before it is taken over.
   */
  readonly announcedYearly: boolean;
}

/** The years for which the lunar calendar of the library is used. */
export const PROPOSED_YEARS = { from: 2000, until: 2100 } as const;

const TET = 'Tết Nguyên đán';

/**
 * The public holidays of a year in Vietnam, in order, and the days off in lieu of those that fall on a weekend
 * (Điều 111.3). A proposal: what counts is what a regulation says.
 *
 * @param year within {@link PROPOSED_YEARS}
 */
export const proposeHolidays = (year: number): readonly ProposedHoliday[] => {
  const days = new Map<LocalDate, ProposedHoliday>();
  for (const day of [...publicHolidays(year), secondNationalDay(year)]) days.set(day.date, days.get(day.date) ?? day);
  for (const day of inOrder(days)) {
    if (!calendar.isWeekend(day.date)) continue;
    const date = nextWorkingDay(days, day.date);
    days.set(date, { ...day, date, name: `${day.name} (nghỉ bù)` });
  }
  return inOrder(days);
};

const inOrder = (days: ReadonlyMap<LocalDate, ProposedHoliday>): readonly ProposedHoliday[] =>
  [...days.values()].sort((one, other) => toDayNumber(one.date) - toDayNumber(other.date));

/** Holidays of several days one by one; the eve of Tết and its days under one name. */
const publicHolidays = (year: number): readonly ProposedHoliday[] =>
  new Holidays('VN', { languages: ['vi'], types: ['public'], timezone: 'Asia/Ho_Chi_Minh' })
    .getHolidays(year)
    .flatMap(({ date, start, end, name }) => {
      const isTet = name.toLowerCase().includes(TET.toLowerCase());
      const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
      return Array.from({ length }, (_, index) => ({
        date: addDays(date.slice(0, 10), index),
        name: isTet ? TET : name,
        announcedYearly: isTet,
      }));
    });

/**
 * National Day is two days: 2 September and the day before or after it (Điều 112.1.đ). Proposed is the one that is
 * worked and touches another rest day; between two that do not, the day before, as it was settled for 2026.
 */
const secondNationalDay = (year: number): ProposedHoliday => {
  const [before, after] = [`${year}-09-01`, `${year}-09-03`];
  const prolongs = (day: LocalDate, beyond: number): boolean =>
    !calendar.isWeekend(day) && calendar.isWeekend(addDays(day, beyond));
  const takesAfter = calendar.isWeekend(before) || (!prolongs(before, -1) && prolongs(after, 1));
  return { date: takesAfter ? after : before, name: 'Quốc khánh', announcedYearly: true };
};

const nextWorkingDay = (days: ReadonlyMap<LocalDate, unknown>, from: LocalDate): LocalDate => {
  let date = addDays(from, 1);
  while (calendar.isWeekend(date) || days.has(date)) date = addDays(date, 1);
  return date;
};
