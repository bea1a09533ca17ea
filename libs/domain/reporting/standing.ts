/** How a report stands on a day. */
export const STANDINGS = [
  /** Submitted on time, or not due yet. */
  'ON_TIME',
  'DUE_SOON',
  /** Not submitted, and its due date has passed. */
  'OVERDUE',
  /** Submitted after its due date. */
  'LATE',
  /** Overdue, and the unit above has submitted its consolidated report without it. */
  'MISSING',
  'EXCUSED',
] as const;
export type Standing = (typeof STANDINGS)[number];
