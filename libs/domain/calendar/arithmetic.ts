import { addDays, dayMonthYear, type LocalDate } from '../kernel/index.ts';
import { addWorkingDays, isWeekend, isWorkingDay, workingDaysBetween, type WorkingCalendar } from './working-days.ts';

/** The longest count anybody may ask to have explained, in either direction: four years and more. */
export const MOST_WORKING_DAYS = 1000;

/** Holidays of one name that follow each other day by day, weekend days among them included. */
export interface HolidaySpan {
  /** Empty where the calendar knows the dates only. */
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Calendar days. */
  readonly days: number;
}

/** The days a count passed. Every one is worked, a weekend day or a holiday. */
interface Passed {
  /** Days worked on the way, the make-up days among them. */
  readonly workingDays: number;
  /** Saturdays and Sundays that rest and are not holidays. */
  readonly weekends: number;
  /** In the order of the calendar, whichever way was counted. */
  readonly holidays: readonly HolidaySpan[];
  readonly makeUpDays: readonly LocalDate[];
  /** Years of which the calendar holds no holiday: there only weekends could be skipped. */
  readonly unknownYears: readonly number[];
}

/** How a count of working days came out. */
export interface Arithmetic extends Passed {
  readonly from: LocalDate;
  /** As asked for: negative counts back. */
  readonly days: number;
  readonly result: LocalDate;
}

/**
 * `days` working days from a date, with all that was skipped on the way; the date itself is not counted. Beyond
 * {@link MOST_WORKING_DAYS} it counts as far as that.
 */
export const explain = (calendar: WorkingCalendar, from: LocalDate, days: number): Arithmetic => {
  const counted = Math.max(-MOST_WORKING_DAYS, Math.min(MOST_WORKING_DAYS, Math.trunc(days)));
  const result = addWorkingDays(calendar, from, counted);
  const passed = counted < 0 ? daysFrom(result, from) : daysFrom(addDays(from, 1), addDays(result, 1));
  return { from, days: counted, result, ...sorted(calendar, passed) };
};

const sorted = (calendar: WorkingCalendar, passed: readonly LocalDate[]): Passed => {
  const resting = passed.filter((day) => !isWorkingDay(calendar, day));
  return {
    workingDays: passed.length - resting.length,
    weekends: resting.filter((day) => !calendar.holidays.has(day)).length,
    holidays: spans(calendar, resting),
    makeUpDays: passed.filter((day) => calendar.makeUpDays.has(day) && restsByItself(calendar, day)),
    unknownYears: unknownYears(calendar, passed),
  };
};

const unknownYears = ({ holidays }: WorkingCalendar, days: readonly LocalDate[]): readonly number[] => {
  const known = new Set([...holidays.keys()].map(yearOf));
  return [...new Set(days.map(yearOf))].filter((year) => !known.has(year));
};

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

const restsByItself = (calendar: WorkingCalendar, day: LocalDate): boolean =>
  isWeekend(day) || calendar.holidays.has(day);

/** Each day from the first up to, but not including, the last. */
const daysFrom = (first: LocalDate, end: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = first; day < end; day = addDays(day, 1)) days.push(day);
  return days;
};

const spans = ({ holidays }: WorkingCalendar, days: readonly LocalDate[]): readonly HolidaySpan[] => {
  const found: HolidaySpan[] = [];
  for (const day of days) {
    const name = holidays.get(day);
    if (name === undefined) continue;
    const last = found.at(-1);
    if (last?.name === name && addDays(last.until, 1) === day) found[found.length - 1] = longer(last, day);
    else found.push({ name, from: day, until: day, days: 1 });
  }
  return found;
};

const longer = (span: HolidaySpan, until: LocalDate): HolidaySpan => ({ ...span, until, days: span.days + 1 });

/** The count as a sentence, e.g. "10 ngày làm việc kể từ 03/02/2026 là 24/02/2026 (bỏ qua 6 ngày cuối tuần)". */
export const arithmeticSentence = (counted: Arithmetic, language: 'vi' | 'en'): string =>
  withRemarks(main(counted, language), counted, language);

/**
 * How far a due date is, before or behind us, e.g. "Quá hạn 3 ngày làm việc, từ hạn 12/06/2026 đến 17/06/2026 (bỏ qua 2
 * ngày cuối tuần)". Of a date farther than {@link MOST_WORKING_DAYS} it is not told what was skipped.
 */
export const dueSentence = (
  calendar: WorkingCalendar,
  { today, dueOn }: { readonly today: LocalDate; readonly dueOn: LocalDate },
  language: 'vi' | 'en',
): string => {
  if (today === dueOn)
    return language === 'vi' ? `Hôm nay là hạn cuối (${dayMonthYear(dueOn)})` : `Due today (${dayMonthYear(dueOn)})`;
  const [first, last] = today < dueOn ? [today, dueOn] : [dueOn, today];
  const days = workingDaysBetween(calendar, first, last);
  const sentence = today < dueOn ? left(days, dueOn, language) : overdue(days, dueOn, today, language);
  if (days > MOST_WORKING_DAYS) return sentence;
  return withRemarks(sentence, sorted(calendar, daysFrom(addDays(first, 1), addDays(last, 1))), language);
};

const left = (days: number, dueOn: LocalDate, language: 'vi' | 'en'): string =>
  language === 'vi'
    ? `Còn ${days} ngày làm việc đến hạn ${dayMonthYear(dueOn)}`
    : `${counting(days, 'working day')} left until ${dayMonthYear(dueOn)}`;

const overdue = (days: number, dueOn: LocalDate, today: LocalDate, language: 'vi' | 'en'): string =>
  language === 'vi'
    ? `Quá hạn ${days} ngày làm việc, từ hạn ${dayMonthYear(dueOn)} đến ${dayMonthYear(today)}`
    : `Overdue by ${counting(days, 'working day')}, from ${dayMonthYear(dueOn)} to ${dayMonthYear(today)}`;

const withRemarks = (sentence: string, counted: Passed, language: 'vi' | 'en'): string => {
  const remarks = [
    joined(language === 'vi' ? 'bỏ qua ' : 'skipping ', skipped(counted, language)),
    joined(language === 'vi' ? 'tính cả ngày làm bù ' : 'make-up day counted: ', counted.makeUpDays.map(dayMonthYear)),
    joined(
      language === 'vi' ? 'lịch chưa có ngày nghỉ lễ năm ' : 'the calendar does not know the public holidays of ',
      counted.unknownYears.map(String),
    ),
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? sentence : `${sentence} (${remarks.join('; ')})`;
};

const main = ({ from, days, result }: Arithmetic, language: 'vi' | 'en'): string => {
  const [start, end, count] = [dayMonthYear(from), dayMonthYear(result), Math.abs(days)];
  if (language === 'vi') return `${count} ngày làm việc ${days < 0 ? 'trước' : 'kể từ'} ${start} là ${end}`;
  return `${count} working ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'from'} ${start} is ${end}`;
};

const skipped = ({ weekends, holidays }: Passed, language: 'vi' | 'en'): readonly string[] => [
  ...(weekends === 0 ? [] : [language === 'vi' ? `${weekends} ngày cuối tuần` : counting(weekends, 'weekend day')]),
  ...holidays.map(({ name, days }) =>
    language === 'vi' ? `${name || 'nghỉ lễ'} ${days} ngày` : `${name || 'public holiday'} ${counting(days, 'day')}`,
  ),
];

const counting = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const joined = (before: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : `${before}${parts.join(', ')}`;
