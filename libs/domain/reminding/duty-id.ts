import type { DutyKind } from '../regulation/events.ts';

/** The name a duty's id derives from: `deriveId(subjectId, dutyName(…))`. A later duty of the same kind is another one. */
export const dutyName = (kind: DutyKind, nth: number): string => `duty:${kind}:${nth}`;
