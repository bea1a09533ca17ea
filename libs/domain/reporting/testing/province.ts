import { emptyTree, evolveTree, type UnitTree } from '../../organization/unit/tree.ts';
import type { UnitEvent, UnitKind } from '../../organization/unit/events.ts';

export const unit = (unitId: string, kind: UnitKind, parentId?: string, from = '2025-07-01'): UnitEvent => ({
  type: 'UnitEstablished',
  data: { unitId, name: unitId, kind, from, ...(parentId === undefined ? {} : { parentId }) },
});

export const treeOf = (...events: readonly UnitEvent[]): UnitTree => events.reduce(evolveTree, emptyTree);

/** A province under the centre: two communes, one with a school below it, and a block of agencies without members. */
export const province: readonly UnitEvent[] = [
  unit('centre', 'NATIONAL'),
  unit('province', 'PROVINCE', 'centre'),
  unit('xa-1', 'COMMUNE', 'province'),
  unit('xa-2', 'COMMUNE', 'province'),
  unit('truong', 'UNIT', 'xa-1'),
  unit('khoi', 'CENTRAL_AGENCIES', 'province'),
];
