import { isLocalDate } from '#domain';

/** How OpenAPI is told of a text that is an instant, or a day. */
export const INSTANT_OR_DAY = { type: 'string' as const, anyOf: [{ format: 'date-time' }, { format: 'date' }] };

/**
 * Date, time to the hour or finer, and how far from UTC, with or without separators. Source: ISO 8601-1, 5.4.2; without
 * weeks, days of the year, and fractions of hours and minutes.
 */
const WRITTEN =
  /^(\d{4})(-?)(\d{2})\2(\d{2})T([01]\d|2[0-3])(?::?([0-5]\d)(?::?([0-5]\d)(?:[.,](\d{1,9}))?)?)?(?:Z|([+-](?:[01]\d|2[0-3]))(?::?([0-5]\d))?)$/iu;

/**
 * What somebody wrote as an instant of the log, UTC with milliseconds: any instant that says how far it is from UTC, or a
 * day, which stands for its last moment in Vietnam. Undefined when it is neither.
 */
export const instantOf = (text: string): string | undefined => {
  if (isLocalDate(text)) return `${text}T16:59:59.999Z`;
  const [, year, , month, day, hour, minute = '00', second = '00', fraction = '0', offset = '+00', minutes = '00'] =
    WRITTEN.exec(text) ?? [];
  const date = `${String(year)}-${String(month)}-${String(day)}`;
  if (!isLocalDate(date)) return undefined;
  return new Date(`${date}T${String(hour)}:${minute}:${second}.${fraction}${offset}:${minutes}`).toISOString();
};
