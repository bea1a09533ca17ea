import { isOutOfReach, errorCodeOf } from '#postgres';

/** SQLSTATE classes that say nothing about the batch: rollback, operator, system, timeouts. */
const PASSING = /^(40|57|58|25P03|55P03)/u;

/** True when the same batch may well succeed later: the database or the way to it failed, not the event. */
export const isPassing = (error: unknown): boolean => isOutOfReach(error) || PASSING.test(errorCodeOf(error) ?? '');

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
