import { reject, type Rejected } from '#domain';
import { decisionsUnderWayOn, type DecisionUnderWay, type ReadModelsDb } from '#read-models';
import type { Rejection } from '../rejection.ts';

/** The decision under way on each of these items, by the item's id: a frozen one rather than a draft. */
export const underWayOn = async (
  db: ReadModelsDb,
  itemIds: readonly string[],
  besides?: string,
): Promise<ReadonlyMap<string, DecisionUnderWay>> => {
  const found = await decisionsUnderWayOn(db, itemIds);
  return new Map(found.filter(({ id }) => id !== besides).map((each) => [each.itemId, each]));
};

/** Why an item cannot be decided on besides: it stands in a list that is frozen, as far as the read models know. */
export const heldBy = (
  found: DecisionUnderWay | undefined,
  isSeen: (unitId: string) => boolean,
): Rejected<Rejection> | undefined =>
  found === undefined || found.status === 'DRAFT' ? undefined : inOtherDecision(found, isSeen);

/** Of two frozen lists the second would take a number for nothing. */
export const inOtherDecision = (
  { unitId, title }: Pick<DecisionUnderWay, 'unitId' | 'title'>,
  isSeen: (unitId: string) => boolean,
): Rejected<Rejection> => reject('item-in-other-decision', isSeen(unitId) ? { params: { title } } : {});
