import type { Command, DocumentCitation, Instant, LocalDate, Role } from '../../kernel/index.ts';
import type { UnitLife } from '../unit/commands.ts';

/** `POST /people` */
export type EnterPerson = Command<
  'EnterPerson',
  {
    /** Derived from the command id. */
    readonly personId: string;
    readonly name: string;
    readonly email?: string;
  }
>;

/** `POST /people/{id}/appoint` */
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

/** `POST /people/{id}/end-appointment` */
export type EndAppointment = Command<
  'EndAppointment',
  {
    readonly appointmentId: string;
    /** The last instant with rights; the moment of the command when absent. Never in the past. */
    readonly endsAt?: Instant;
    readonly reason: string;
  }
>;

/** `POST /people/{id}/open-account`; the password does not come here. */
export type OpenAccount = Command<
  'OpenAccount',
  {
    /** Derived from the command id. */
    readonly accountId: string;
    readonly username: string;
  }
>;

/** `POST /people/{id}/disable-account`: every account of the person. */
export type DisableAccount = Command<'DisableAccount', Record<never, never>>;

export type PersonCommand = EnterPerson | AppointPerson | EndAppointment | OpenAccount | DisableAccount;
