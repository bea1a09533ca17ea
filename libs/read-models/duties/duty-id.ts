import type { regulation } from '#domain';
import { hash } from 'node:crypto';

/** A random UUID of this product, fixed for ever: streams in the log are named by ids that derive from it. */
const NAMESPACE = Buffer.from('5a0de1c49f7b4c23b8e6a47d20f1936b', 'hex');

/**
 * The id of the nth duty of a kind that is owed for a report or registration: a UUID of version 5 (RFC 9562). It stays
 * the same while the due date moves; what is owed anew is another duty.
 */
export const dutyIdOf = (subjectId: string, kind: regulation.DutyKind, nth: number): string => {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(`${subjectId}:${kind}:${nth}`)]));
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const groups = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return groups.join('-');
};
