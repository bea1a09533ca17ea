/** The roles of domain.md 3.1. A role is held by an appointment to a unit and covers that unit and those below it. */
export const ROLES = [
  'UNIT_OFFICER',
  'UNIT_HEAD',
  'STANDING_BODY_OFFICER',
  'APPRAISER',
  'COUNCIL_MEMBER',
  'DECISION_SIGNER',
  'INSPECTOR',
  'AUDITOR',
  'SYSTEM_ADMIN',
] as const;

export type Role = (typeof ROLES)[number];

/** A role that people hold: any but the system's. */
export const isOfPeople = (role: Actor['role']): role is Role => role !== 'SYSTEM';

/** Who acts: a person under one appointment, or the system itself when a reaction carries on what a person began. */
export interface Actor {
  readonly personId: string;
  readonly role: Role | 'SYSTEM';
  /** The unit of the appointment under which the person acts. */
  readonly unitId: string;
  /** The person whose delegated authority is used, if any. */
  readonly onBehalfOf?: string;
}

/** The system itself. */
export const SYSTEM: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };
