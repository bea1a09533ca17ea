import type { Command, DocumentCitation, Instant, LocalDate, Role } from '../../kernel/index.ts';
import type { UnitLife } from '../unit/commands.ts';

export type EnterPerson = Command<
  'EnterPerson',
  {
    /** Derived from the command id. */
    readonly personId: string;
    readonly name: string;
    readonly email?: string;
  }
>;

export type AppointPerson = Command<
  'AppointPerson',
  {
    /** Derived from the command id. */
    readonly appointmentId: string;
    readonly unitId: string;
    readonly role: Role;
    /** First and last day; without `until` the appointment is open. */
    readonly from: LocalDate;
    readonly until?: LocalDate;
    readonly document: DocumentCitation;
  },
  {
    /** The unit `unitId` names; undefined when there is none. See `lifeOf`. */
    readonly unit: UnitLife | undefined;
  }
>;

export type EndAppointment = Command<
  'EndAppointment',
  {
    readonly appointmentId: string;
    /** The last instant with rights; the moment of the command when absent. Never in the past. */
    readonly endsAt?: Instant;
    readonly reason: string;
  }
>;

/** The password does not come here. */
export type OpenAccount = Command<
  'OpenAccount',
  {
    /** Derived from the command id. */
    readonly accountId: string;
    readonly username: string;
  }
>;

/** Every account of the person. */
export type DisableAccount = Command<'DisableAccount', Record<never, never>>;

export type PersonCommand = EnterPerson | AppointPerson | EndAppointment | OpenAccount | DisableAccount;

/** Why a command on a person is refused. */
export type PersonRejection =
  | 'role-not-allowed'
  /** Nobody changes their own rights. */
  | 'own-rights'
  | 'person-exists'
  | 'person-missing'
  | 'name-empty'
  | 'email-invalid'
  | 'reason-missing'
  | 'date-invalid'
  | 'dates-out-of-order'
  | 'document-missing'
  | 'unit-missing'
  /** An appointment lies within the unit's dates. */
  | 'outside-unit-period'
  /** The person already holds this role in this unit on one of the days. */
  | 'already-appointed'
  | 'appointment-missing'
  /** The person has no account that is open. */
  | 'account-missing'
  /** It has already ended, or ends before the given instant. */
  | 'appointment-ended'
  /** Rights that were exercised stay lawful: an end is never in the past. */
  | 'end-in-the-past';
