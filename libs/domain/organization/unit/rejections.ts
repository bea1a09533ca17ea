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
