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

/** Roles by which somebody decides, gives rights, or reads everything: two administrators give them, or it stays on record. */
export const POWER_ROLES: readonly Role[] = ['DECISION_SIGNER', 'SYSTEM_ADMIN', 'AUDITOR'];

/** A role that people are appointed to. */
export const isOfPeople = (role: Actor['role']): role is Role => role !== 'SYSTEM' && role !== 'SELF';

/**
 * How a person proved who they are: by the password, by the password and the code of a second factor, or by the code of
 * an invitation, which only sets a password.
 */
export type Proof = 'PASSWORD' | 'PASSWORD_AND_CODE' | 'INVITATION';

/**
 * Who acts: a person under one appointment, or for themselves whatever they are appointed to (`SELF`), or the system
 * itself when a reaction carries on what a person began.
 */
export interface Actor {
  readonly personId: string;
  readonly role: Role | 'SYSTEM' | 'SELF';
  /** The unit of the appointment under which the person acts. */
  readonly unitId: string;
  /** The person whose delegated authority is used, if any. */
  readonly onBehalfOf?: string;
  /** The account they came by, and how they proved that it is theirs; absent where nobody signed in. */
  readonly accountId?: string;
  readonly provenBy?: Proof;
}

/** The system itself. */
export const SYSTEM: Actor = { personId: 'system', role: 'SYSTEM', unitId: 'system' };

/** A person who acts on what is theirs alone. */
export const oneself = (personId: string): Actor => ({ personId, role: 'SELF', unitId: 'self' });
