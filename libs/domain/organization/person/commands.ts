import type { Command, DocumentCitation, Instant, LocalDate, Role } from '../../kernel/index.ts';
import type { UnitLife } from '../unit/commands.ts';

export type EnterPerson = Command<
  'EnterPerson',
  {
    /** Derived from the command id. */
    readonly personId: string;
    readonly name: string;
    readonly email?: string;
  },
  Addressed
>;

/** By the person, or by an administrator whose reach holds all of their appointments. Without one no mail is sent. */
export type ChangeEmail = Command<'ChangeEmail', { readonly email?: string }, Addressed>;

interface Addressed {
  /** The address is one, as far as that can be told without writing to it. */
  readonly emailIsValid: boolean;
}

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
  AppointmentFacts & {
    /** Somebody else may confirm it: a role of power is proposed then. See `anotherAdministrator`. */
    readonly anotherAdministrator: boolean;
  }
>;

/** By another administrator than the one who proposed it. */
export type ConfirmAppointment = Command<
  'ConfirmAppointment',
  { readonly appointmentId: string },
  AppointmentFacts & {
    /** Whoever proposed it and whoever confirms it may be one. See `inOneHand`. */
    readonly oneHand: boolean;
  }
>;

/** Also by whoever proposed it, to withdraw it. */
export type DeclineAppointment = Command<
  'DeclineAppointment',
  { readonly appointmentId: string; readonly reason: string }
>;

interface AppointmentFacts {
  /** The unit of the appointment; undefined when there is none. See `lifeOf`. */
  readonly unit: UnitLife | undefined;
  /** The unit lies outside those whose administrator vouched for the person's password. See `isBeyondVoucher`. */
  readonly beyondVoucher: boolean;
  /** Whoever acts, or proposed it, does so by the person's will. See `cameThrough`. */
  readonly throughThePerson: boolean;
}

export type EndAppointment = Command<
  'EndAppointment',
  {
    readonly appointmentId: string;
    /** The last instant with rights; the moment of the command when absent. Never in the past. */
    readonly endsAt?: Instant;
    readonly reason: string;
  }
>;

/** A code that goes to the person's mail address; whoever asks for it is shown it otherwise. */
interface HandingOver {
  readonly handedOver?: 'MAIL';
}

/** The units within which whoever hands out a code administers; absent when the system does. */
interface Voucher {
  readonly within?: readonly string[];
}

/** Who hands out a code and removes the second factor could come in as the person: where there are two, two do it. */
interface OneHand {
  /**
   * Who handed out the code, whom it reached and who removed the second factor: whoever of these may be one with the actor (`inOneHand`);
   * none where the whole has no other administrator.
   */
  readonly oneHand: readonly string[];
}

/** Asks the person to open an account; again, as long as they have not. The code does not come here. */
export type InviteToAccount = Command<
  'InviteToAccount',
  {
    /** Both derived from the command id. */
    readonly accountId: string;
    readonly invitationId: string;
    readonly username: string;
  } & HandingOver,
  Voucher &
    OneHand & {
      /** Another person has the name. */
      readonly usernameTaken: boolean;
    }
>;

/** A new code for a password that was forgotten or fell into wrong hands. */
export type ResetAccount = Command<
  'ResetAccount',
  {
    /** Derived from the command id. */
    readonly invitationId: string;
  } & HandingOver,
  Voucher & OneHand
>;

/** By the person alone. The password does not come here. */
export type SetPassword = Command<
  'SetPassword',
  {
    /** Derived from the command id. */
    readonly credentialId: string;
    /** The invitation whose code was shown; absent when the person showed the password of today. */
    readonly invitationId?: string;
  }
>;

/** By the person alone, who has shown a code of it. What it is made of does not come here. */
export type AddSecondFactor = Command<'AddSecondFactor', { readonly secondFactorId: string }>;

/** By the person, or for one who has lost the device. */
export type RemoveSecondFactor = Command<'RemoveSecondFactor', Record<never, never>, OneHand>;

/** Ends the wait after wrong passwords. */
export type UnlockAccount = Command<'UnlockAccount', Record<never, never>>;

export type DisableAccount = Command<'DisableAccount', Record<never, never>>;

export type AccountCommand =
  InviteToAccount | ResetAccount | SetPassword | AddSecondFactor | RemoveSecondFactor | UnlockAccount | DisableAccount;

export type PersonCommand =
  EnterPerson | ChangeEmail | AppointPerson | ConfirmAppointment | DeclineAppointment | EndAppointment | AccountCommand;

/** Why a command on a person is refused. */
export type PersonRejection =
  | 'role-not-allowed'
  /** Nobody changes their own rights. */
  | 'own-rights'
  /** Nobody comes by a role of power through an administrator they made alone. */
  | 'through-own-grant'
  /** Two administrators give a role of power. */
  | 'proposer-confirms'
  /** Nothing is proposed under the id, or it was confirmed or declined. */
  | 'proposal-missing'
  | 'person-exists'
  | 'person-missing'
  | 'name-empty'
  | 'email-invalid'
  | 'email-unchanged'
  /** There is no address to send a code to. */
  | 'email-missing'
  | 'reason-missing'
  | 'date-invalid'
  | 'date-in-future'
  | 'dates-out-of-order'
  | 'number-missing'
  | 'unit-missing'
  /** An appointment lies within the unit's dates. */
  | 'outside-unit-period'
  /** The person already holds this role in this unit on one of the days. */
  | 'already-appointed'
  | 'appointment-missing'
  | 'account-missing'
  /** One person, one account: a password that is lost is reset. */
  | 'account-exists'
  | 'username-taken'
  /** One account, one second factor: the one of before is removed first. */
  | 'second-factor-exists'
  | 'second-factor-missing'
  /** One administrator hands out the code, another removes the second factor. */
  | 'both-by-one-hand'
  /** It was never handed out, was used, or another took its place. */
  | 'code-invalid'
  | 'code-lapsed'
  /** It has already ended, or ends before the given instant. */
  | 'appointment-ended'
  /** Rights that were exercised stay lawful: an end is never in the past. */
  | 'end-in-the-past';
