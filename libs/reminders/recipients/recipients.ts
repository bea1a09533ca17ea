import { localDateOf, organization, type Instant, type regulation, type Role } from '#domain';
import type { DirectoryState } from '#identity';

/** What the recipients of a duty depend on. */
export interface RemindedDuty {
  readonly unitId: string;
  /** Who does the work there. */
  readonly ownerRole: Extract<Role, 'UNIT_OFFICER' | 'STANDING_BODY_OFFICER'>;
  /** Who it is owed to; null where that is the unit above on the day. */
  readonly receiverId: string | null;
}

/**
 * The people a rung reaches at an instant: those appointed to that very unit, not to one above it. Empty when nobody
 * holds the role. A duty without a receiver is owed to the unit above on that day; at the top, to the unit itself.
 */
export const recipientsOf = (
  { tree, book }: DirectoryState,
  duty: RemindedDuty,
  recipient: regulation.RungRecipient,
  instant: Instant,
): readonly string[] => {
  switch (recipient) {
    case 'OFFICER':
      return organization.holdersAt(book, duty.ownerRole, duty.unitId, instant);
    case 'HEAD':
      return organization.holdersAt(book, 'UNIT_HEAD', duty.unitId, instant);
    case 'RECEIVING_BODY':
      return organization.holdersAt(book, 'STANDING_BODY_OFFICER', receiverOf(tree, duty, instant), instant);
    case 'RECEIVING_HEAD':
      return organization.holdersAt(book, 'UNIT_HEAD', receiverOf(tree, duty, instant), instant);
  }
};

/** The unit a duty is owed to at an instant: where that one is closed, the nearest active unit above it. */
export const receiverOf = (
  tree: organization.UnitTree,
  { unitId, receiverId }: RemindedDuty,
  instant: Instant,
): string => {
  const today = localDateOf(instant);
  const receiver = receiverId ?? organization.pathOn(tree, unitId, today)[1] ?? unitId;
  const active = organization.pathOn(tree, receiver, today).find((id) => organization.unitOn(tree, id, today)?.active);
  return active ?? receiver;
};
