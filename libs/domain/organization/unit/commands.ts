import type { Command, DocumentCitation, LocalDate, Period } from '../../kernel/index.ts';
import type { UnitKind } from './events.ts';

/** How long a unit exists: from its first day; `until` is its last day once closing is recorded. */
export interface UnitLife extends Period {
  readonly unitId: string;
}

export type EstablishUnit = Command<
  'EstablishUnit',
  {
    /** Derived from the command id, so that a retry establishes the same unit. */
    readonly unitId: string;
    readonly name: string;
    readonly kind: UnitKind;
    /** Absent for the root only. */
    readonly parentId?: string;
    readonly adminUnitCode?: string;
    /** First day of the unit. */
    readonly from: LocalDate;
    readonly document?: DocumentCitation;
  },
  {
    /** The unit `parentId` names; undefined when there is none. See `lifeOf`. */
    readonly parent: UnitLife | undefined;
    /** A root was established before. See `hasRoot`. */
    readonly rootExists: boolean;
    /** The unit that was given the code before, closed or not. See `unitWithCode`. */
    readonly codeTakenBy: string | undefined;
  }
>;

export type RenameUnit = Command<
  'RenameUnit',
  {
    readonly name: string;
    /** First day of the new name. */
    readonly from: LocalDate;
    readonly document?: DocumentCitation;
  }
>;

export type MoveUnit = Command<
  'MoveUnit',
  {
    readonly parentId: string;
    /** First day under the new parent. */
    readonly from: LocalDate;
    readonly document?: DocumentCitation;
  },
  {
    /** The unit `parentId` names; undefined when there is none. See `lifeOf`. */
    readonly parent: UnitLife | undefined;
    /** The new parent and every unit above it on `from` or any later day. See `everAbove`. */
    readonly aboveParent: readonly string[];
  }
>;

export type CloseUnit = Command<
  'CloseUnit',
  {
    /** The unit's last day. */
    readonly on: LocalDate;
    readonly reason: string;
    readonly document?: DocumentCitation;
  },
  {
    /** Units that are still under this one after `on`. See `childrenAfter`. */
    readonly childrenAfter: readonly string[];
    /** People whose appointments to this unit still run after `on`. See `holdersAfter`. */
    readonly holdersAfter: readonly string[];
  }
>;

export type UnitCommand = EstablishUnit | RenameUnit | MoveUnit | CloseUnit;

/** Why a command on a unit is refused. */
export type UnitRejection =
  | 'role-not-allowed'
  | 'unit-exists'
  | 'unit-missing'
  /** Its closing is recorded: nothing about it changes any more. */
  | 'unit-closed'
  | 'name-empty'
  | 'name-unchanged'
  | 'reason-missing'
  | 'date-invalid'
  /** There is exactly one root. */
  | 'root-exists'
  /** The root is neither moved nor closed. */
  | 'root-stays'
  | 'parent-missing'
  | 'parent-unchanged'
  /** The tree has no cycle: on some day the new parent would be below this unit. */
  | 'parent-is-below'
  /** A unit's dates lie within those of the unit above. */
  | 'outside-parent-period'
  /** The date is before the unit's first day, or not after its last change of the same kind. */
  | 'change-out-of-order'
  | 'admin-unit-code-invalid'
  /** A code is never given twice. */
  | 'admin-unit-code-taken'
  | 'has-open-children'
  | 'has-running-appointments';
