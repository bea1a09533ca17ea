/** An instant in UTC, ISO 8601 with milliseconds: `2026-03-02T01:30:00.000Z`. */
export type Instant = string;

/** A civil date in `Asia/Ho_Chi_Minh`: `2026-03-02`. Sorts as text. */
export type LocalDate = string;

const HOUR_OFFSET = 7; // Vietnam has kept UTC+7 without daylight saving time since 1975.

/** Days since 1970-01-01 of a civil date (proleptic Gregorian). */
export const toDayNumber = (date: LocalDate): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** The civil date of a day number: the inverse of {@link toDayNumber}. */
export const fromDayNumber = (dayNumber: number): LocalDate => {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** The civil date in Vietnam at an instant. */
export const localDateOf = (instant: Instant): LocalDate => {
  const hour = Number(instant.slice(11, 13));
  const date = instant.slice(0, 10);
  return hour + HOUR_OFFSET >= 24 ? addDays(date, 1) : date;
};

/** The time of the day in Vietnam at an instant: `08:30`. */
export const localTimeOf = (instant: Instant): string =>
  `${String((Number(instant.slice(11, 13)) + HOUR_OFFSET) % 24).padStart(2, '0')}${instant.slice(13, 16)}`;

/** `days` calendar days later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toDayNumber(to) - toDayNumber(from);

/** True for a real day of the calendar written `YYYY-MM-DD`: refuses `2026-02-30`. */
export const isLocalDate = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text) && fromDayNumber(toDayNumber(text)) === text;

/** `02/03/2026`, `2/3/2026` or `2026-03-02` as `2026-03-02`; undefined when it is no day. */
export const writtenDay = (text: string): LocalDate | undefined => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : undefined;
};

/** `02/03/2026`: how people here read a date, or the date of an instant. */
export const dayMonthYear = (date: LocalDate): string => date.slice(0, 10).split('-').reverse().join('/');

/** A span of dates; without `until` it is open. Both ends belong to it. */
export interface Period {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

export const covers = (period: Period, date: LocalDate): boolean =>
  period.from <= date && (period.until === undefined || date <= period.until);
