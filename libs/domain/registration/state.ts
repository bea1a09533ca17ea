import type { DocumentCitation, In, LocalDate, Revoked, StateFor as StateIn } from '../kernel/index.ts';
import type { CriteriaSet } from '../regulation/events.ts';
import type { CommandType } from './commands.ts';
import type { AppraisalResult, CriterionScore, Origin, RegistrationForm } from './events.ts';
import type { transitions } from './transitions.ts';

interface Correction {
  readonly entryRevision: number;
  readonly field: string;
  readonly oldValue: string;
  readonly newValue: string;
  readonly document: DocumentCitation;
}

/** A correction that waits for somebody else to approve it. */
export interface CorrectionRequest extends Correction {
  readonly correctionId: string;
  readonly reason: string;
  /** Who asked for it, and for whom they acted. */
  readonly requestedBy: readonly string[];
}

interface RevokedSource extends Revoked {
  /** Revision of the mark in this stream. */
  readonly revision: number;
  /** The standing body lets it stand. */
  readonly settled: boolean;
}

/** What every registration knows from its draft on. */
export interface Core {
  readonly registrationId: string;
  readonly modelId: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly origin: Origin;
  /** As it was entered last, corrections counted. */
  readonly form: RegistrationForm;
  /** Revision of the entry that holds the form. */
  readonly formRevision: number;
  readonly draftedOn: LocalDate;
  /** Persons who drafted, revised or submitted, the dossier included; with whoever they acted for. */
  readonly authors: readonly string[];
  /** Persons who were ever named on an appraisal team, or concluded an appraisal, with whoever they acted for. */
  readonly appraisers: readonly string[];
  /** Persons of the team who declared to have no conflict of interest, and none since. */
  readonly impartial: readonly string[];
  readonly returns: number;
  /** Cycles into which the model was carried forward. */
  readonly carriedTo: readonly string[];
  readonly corrections: readonly Correction[];
  readonly requests: readonly CorrectionRequest[];
  /** The model it continues or replicates lost its recognition. */
  readonly revokedSource?: RevokedSource | undefined;
  /** How many events the stream has. */
  readonly entries: number;
}

export interface TeamMember {
  readonly personId: string;
  readonly unitId: string;
  /** Declared to have no conflict of interest. */
  readonly declared: boolean;
  readonly scores?: readonly CriterionScore[];
}

export interface Appraisal {
  /** As it was pinned when the appraisal was opened. */
  readonly criteriaSet: CriteriaSet;
  /** Undefined once it was reopened: that sets no day, and the one of before has mostly passed. */
  readonly dueOn: LocalDate | undefined;
  readonly team: readonly TeamMember[];
  /** Persons who declared a conflict: out for good. */
  readonly conflicted: readonly string[];
  /** Persons found to belong to the registering unit, or to have left it lately: out for good too. */
  readonly removed: readonly string[];
  readonly reopened: boolean;
}

interface Registered {
  readonly core: Core;
  /** The pinned version. */
  readonly regulationId: string;
}

interface Started extends Registered {
  readonly startedOn: LocalDate;
}

/** While the work can be inspected. */
interface Inspected {
  /** The day by which the last inspection asked for a remedy; undefined when it asked for none, or the unit reported since. */
  readonly remedyDueOn: LocalDate | undefined;
}

interface Vote {
  readonly quorumMet: boolean;
  readonly passed: boolean;
  readonly heldOn: LocalDate;
  readonly yes: number;
  /** How many yes it takes. */
  readonly needed: number;
  readonly ballots: number;
  readonly members: number;
}

interface Replication {
  readonly unitId: string;
  readonly cycleId: string;
}

interface Recognition {
  /** The decision that recognized the model. */
  readonly decisionId: string;
  readonly typical: boolean;
  readonly replications: readonly Replication[];
}

/** Each status has just its own fields. */
export type RegistrationState =
  | In<'NONE', unknown>
  | In<'DRAFT' | 'SUBMITTED' | 'DECLINED' | 'WITHDRAWN' | 'DISCONTINUED', { readonly core: Core }>
  | In<'RETURNED', { readonly core: Core; readonly dueOn: LocalDate }>
  | In<'REGISTERED', Registered & Inspected & { readonly registeredOn: LocalDate }>
  | In<'IN_PROGRESS', Started & Inspected>
  | In<'RECOGNITION_REQUESTED', Started>
  | In<'SUPPLEMENT_REQUIRED', Started & { readonly dueOn: LocalDate; readonly missing: readonly string[] }>
  | In<'UNDER_APPRAISAL', Registered & { readonly appraisal: Appraisal }>
  | In<'NOT_RECOGNIZED', Registered & { readonly appraisal: Appraisal; readonly refusedOn: LocalDate }>
  | In<
      'APPRAISED',
      Registered & {
        readonly appraisal: Appraisal;
        readonly result: AppraisalResult;
        readonly appraisedOn: LocalDate;
        readonly vote?: Vote;
      }
    >
  | In<'RECOGNIZED', Registered & Recognition>
  | In<'REVOKED', Registered & { readonly decisionId: string; readonly revokedBy: string }>;

type StatesByCommand = {
  readonly [Type in CommandType]: StateIn<typeof transitions, RegistrationState, Type>;
};

/** The states in which a command is allowed. */
export type StateFor<Type extends CommandType> = StatesByCommand[Type];

export const initial: RegistrationState = { status: 'NONE' };
