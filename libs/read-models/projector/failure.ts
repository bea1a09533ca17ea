/** SQLSTATE classes that say nothing about the batch: connection, resources, operator, rollback, system, timeouts. */
const PASSING_STATES = /^(08|40|53|57|58|25P03|55P03)/u;

const PASSING_CODES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** True when the same batch may well succeed later: the database or the way to it failed, not the event. */
export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string') return PASSING_STATES.test(code) || PASSING_CODES.has(code);
  return /connection (terminated|ended)|timeout exceeded when trying to connect|not queryable/iu.test(error.message);
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
