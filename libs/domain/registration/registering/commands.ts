import type { Command, LocalDate } from '../../kernel/index.ts';
import type { Origin, RegistrationForm } from '../events.ts';
import type { DeadlineFacts, RegulationVersion, SourceFacts } from '../facts.ts';

/** A new model, or one that continues or replicates an earlier registration. The caller derives both ids. */
export type DraftRegistration = Command<
  'DraftRegistration',
  {
    readonly registrationId: string;
    /** The source's model for CONTINUES; a new one otherwise. */
    readonly modelId: string;
    readonly unitId: string;
    readonly cycleId: string;
    readonly origin: Origin;
    readonly form: RegistrationForm;
  },
  {
    /** The unit exists and is not closed on the day. */
    readonly unitActive: boolean;
    readonly cycleOpen: boolean;
    /** The cycle's regulation. */
    readonly regulation: RegulationVersion;
    /** The registration named by the origin, when it exists. */
    readonly source?: SourceFacts;
  }
>;

export type ReviseRegistration = Command<
  'ReviseRegistration',
  { readonly form: RegistrationForm },
  { readonly regulation: RegulationVersion }
>;

export type SubmitRegistration = Command<
  'SubmitRegistration',
  { readonly lateReason?: string },
  DeadlineFacts & { readonly cycleOpen: boolean; readonly regulation: RegulationVersion }
>;

export type ReturnRegistration = Command<
  'ReturnRegistration',
  { readonly reason: string; readonly dueOn: LocalDate },
  { readonly regulation: RegulationVersion }
>;

/** Pins `facts.regulation` for the registration's whole life. */
export type AcceptRegistration = Command<
  'AcceptRegistration',
  Record<never, never>,
  {
    readonly regulation: RegulationVersion;
    /** Another live registration holds the same folded name in this unit and cycle. */
    readonly nameTaken: boolean;
  }
>;

export type DeclineRegistration = Command<'DeclineRegistration', { readonly reason: string }>;

export type WithdrawRegistration = Command<'WithdrawRegistration', { readonly reason: string }>;

export type RegisteringCommand =
  | DraftRegistration
  | ReviseRegistration
  | SubmitRegistration
  | ReturnRegistration
  | AcceptRegistration
  | DeclineRegistration
  | WithdrawRegistration;
