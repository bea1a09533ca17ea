import type { Actor, CommandMeta } from '../../kernel/index.ts';
import { commandMeta, MORNING } from '../../kernel/testing/spec.ts';

export const UNIT = 'unit-an-phu';
export const OTHER_UNIT = 'unit-binh-minh';
export const BODY = 'unit-province';

const person = (personId: string, role: Actor['role'], unitId: string): Actor => ({ personId, role, unitId });

export const officer = person('officer', 'UNIT_OFFICER', UNIT);
export const head = person('head', 'UNIT_HEAD', UNIT);
export const body = person('body', 'STANDING_BODY_OFFICER', BODY);
export const chief = person('chief', 'STANDING_BODY_OFFICER', BODY);
export const inspector = person('inspector', 'INSPECTOR', BODY);
export const auditor = person('auditor', 'AUDITOR', BODY);
export const lan = person('lan', 'APPRAISER', BODY);
export const minh = person('minh', 'APPRAISER', BODY);
export const hoa = person('hoa', 'APPRAISER', BODY);
export const tam = person('tam', 'APPRAISER', BODY);
export const signer = person('signer', 'SYSTEM', BODY);
export const adoptingHead = person('adopting-head', 'UNIT_HEAD', OTHER_UNIT);

/** The morning of a day in Vietnam. */
export const on = (date: string): string => `${date}${MORNING.slice(10)}`;

/** Who gives a command, and on which day. */
export const as = (actor: Actor, date = '2026-03-02'): CommandMeta => commandMeta({ actor, at: on(date) });
