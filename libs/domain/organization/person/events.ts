import type { DocumentCitation, DomainEvent, Instant, LocalDate, Role } from '../../kernel/index.ts';

/** Stream `person-<personId>`. */
export type PersonEvent =
  | DomainEvent<'PersonEntered', { readonly personId: string; readonly name: string; readonly email?: string }>
  /** Mail goes to this address from now on; to none when it is absent. */
  | DomainEvent<'EmailChanged', { readonly personId: string; readonly email?: string }>
  /** One administrator wants to appoint the person to a role of power; it gives no right before another confirms it. */
  | DomainEvent<'AppointmentProposed', Appointed>
  | DomainEvent<
      'PersonAppointed',
      Appointed & {
        /** The administrator who proposed what this event's actor confirmed; absent when one of them was enough. */
        readonly proposedBy?: string;
      }
    >
  | DomainEvent<
      'AppointmentDeclined',
      { readonly personId: string; readonly appointmentId: string; readonly reason: string }
    >
  | DomainEvent<
      'AppointmentEnded',
      {
        readonly personId: string;
        readonly appointmentId: string;
        /** The last instant at which the appointment gives rights. */
        readonly endsAt: string;
        readonly reason: string;
      }
    >
  /** The person may open an account under this name, with a code that was handed to them. */
  | DomainEvent<
      'AccountInvited',
      AccountOf &
        Invited & {
          /** As it is compared at sign-in: without marks, in lower case. */
          readonly username: string;
        }
    >
  /** The person has set the first password and may sign in. What proves who they are is no fact of the log. */
  | DomainEvent<
      'AccountOpened',
      AccountOf & {
        readonly username: string;
        /** Names the password, which stands elsewhere. */
        readonly credentialId: string;
      }
    >
  /** The password no longer admits; with the new code the person sets another. */
  | DomainEvent<'AccountReset', AccountOf & Invited>
  /** The person has set another password; the one before no longer admits. */
  | DomainEvent<'PasswordSet', AccountOf & { readonly credentialId: string }>
  /** Signing in takes a code of this second factor beside the password. */
  | DomainEvent<
      'SecondFactorAdded',
      AccountOf & {
        /** Names what makes the codes, which stands elsewhere. */
        readonly secondFactorId: string;
      }
    >
  /** The password alone admits again. */
  | DomainEvent<'SecondFactorRemoved', AccountOf>
  /** The password no longer admits: the appointment goes beyond the reach of who vouched for whoever set it. */
  | DomainEvent<'AccountLocked', AccountOf & { readonly appointmentId: string }>
  /** The wait that wrong passwords brought upon the name is over. */
  | DomainEvent<'AccountUnlocked', AccountOf>
  /** The account is closed for good; its name is free for another. */
  | DomainEvent<'AccountDisabled', { readonly personId: string }>;

interface Appointed {
  readonly personId: string;
  readonly appointmentId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly document: DocumentCitation;
}

interface AccountOf {
  readonly personId: string;
  readonly accountId: string;
}

/** The code itself is shown once to whoever invites, and stands nowhere. */
interface Invited {
  readonly invitationId: string;
  /** The last instant at which the code sets a password. */
  readonly expiresAt: Instant;
  /** How the code goes to the person, where no administrator sees it: to their mail address of that moment. */
  readonly handedOver?: 'MAIL';
  /** The units whose administrator vouches that the code reached the person; the system itself when absent. */
  readonly within?: readonly string[];
}
