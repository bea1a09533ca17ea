import type { regulation } from '#domain';
import { uuidV5 } from '#engine';

/** A random UUID of this product, fixed for ever: streams in the log are named by ids that derive from it. */
const NAMESPACE = Buffer.from('5a0de1c49f7b4c23b8e6a47d20f1936b', 'hex');

/**
 * The id of the nth duty of a kind that is owed for a report or registration: a UUID of version 5 (RFC 9562). It stays
 * the same while the due date moves; what is owed anew is another duty.
 */
export const dutyIdOf = (subjectId: string, kind: regulation.DutyKind, nth: number): string =>
  uuidV5(NAMESPACE, `${subjectId}:${kind}:${nth}`);
