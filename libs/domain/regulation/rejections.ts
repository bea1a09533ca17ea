/** Why a command on a regulation is refused. */
export type RegulationRejection =
  | 'role-not-allowed'
  | 'regulation-exists'
  | 'regulation-missing'
  /** Published text does not change: draft another version. */
  | 'regulation-not-draft'
  | 'regulation-not-published'
  /** With every problem found, in `problems`. */
  | 'regulation-invalid'
  /** Whoever drafted or revised it may not put it in force. */
  | 'drafter-publishes'
  | 'unit-not-active'
  | 'number-missing'
  | 'date-invalid'
  | 'issued-in-future'
  | 'dates-out-of-order'
  | 'successor-missing'
  | 'successor-not-in-force'
  /** The successor is the regulation itself, or another unit's. */
  | 'successor-unfit'
  | 'document-missing'
  | 'date-in-future'
  | 'name-empty'
  /** One amendment says two things of one day. */
  | 'day-named-twice'
  /** What is removed is not in the calendar. */
  | 'day-not-in-calendar'
  /** A day cannot be a holiday and made up for. */
  | 'make-up-day-is-holiday'
  /** The calendar is so already. */
  | 'calendar-unchanged';
