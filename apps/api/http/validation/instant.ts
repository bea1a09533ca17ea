import { isLocalDate } from '#domain';

/** Date, time to the second or finer, and how far from UTC. Source: RFC 3339, 5.6. */
const WRITTEN = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/iu;

/**
 * What somebody wrote as an instant of the log, UTC with milliseconds: any instant that says how far it is from UTC, or a
 * day, which stands for its last moment in Vietnam. Undefined when it is neither.
 */
export const instantOf = (text: string): string | undefined => {
  if (isLocalDate(text)) return `${text}T16:59:59.999Z`;
  const [, date = ''] = WRITTEN.exec(text) ?? [];
  return isLocalDate(date) ? new Date(text.toUpperCase()).toISOString() : undefined;
};
