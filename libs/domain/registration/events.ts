import type { DocumentCitation, DomainEvent, EvidenceRef, LocalDate, Revoked } from '../kernel/index.ts';
import type { CriteriaSet, SubjectType } from '../regulation/events.ts';

/** What a unit writes on the registration form (domain.md 3.3). Only the name, subject and field are always there. */
export interface RegistrationForm {
  readonly name: string;
  readonly subjectType: SubjectType;
  readonly field: string;
  readonly programmeTags: readonly string[];
  readonly situation?: string;
  readonly objectives?: string;
  readonly content?: string;
  readonly area?: string;
  readonly forces?: string;
  readonly resources?: string;
  readonly schedule?: string;
  readonly outputs?: string;
  readonly durability?: string;
  readonly confirmation?: string;
}

/** How a draft relates to an earlier model. */
export type Origin =
  | { readonly kind: 'NEW' }
  | { readonly kind: 'CONTINUES'; readonly registrationId: string }
  | { readonly kind: 'REPLICATES'; readonly registrationId: string };

export interface Indicator {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

// Three kinds of one record: đôn đốc, kiểm tra, giám sát.
export type InspectionKind = 'URGING' | 'INSPECTION' | 'SUPERVISION';

export interface CriterionResult {
  readonly criterion: string;
  readonly result: string;
}

/** Whole points per criterion; 0 or 1 in a PASS_FAIL set. */
export interface CriterionScore {
  readonly criterion: string;
  readonly points: number;
}

export interface MemberScores {
  readonly personId: string;
  readonly scores: readonly CriterionScore[];
}

export interface AppraisalResult {
  /** Aggregate per criterion, in hundredths of a point. */
  readonly perCriterion: readonly { readonly criterion: string; readonly centipoints: number }[];
  /** Total in hundredths of a point. */
  readonly totalCentipoints: number;
  readonly passMark: number;
  readonly passed: boolean;
  /** Mandatory criteria that failed. */
  readonly vetoes: readonly string[];
  readonly band?: string;
}

/** Stream `registration-<registrationId>`: one model × one cycle × one level. */
export type RegistrationEvent =
  | DomainEvent<
      'RegistrationDrafted',
      {
        readonly registrationId: string;
        readonly modelId: string;
        readonly cycleId: string;
        readonly unitId: string;
        readonly origin: Origin;
        readonly form: RegistrationForm;
        /** The row of a list that a program brought in. No longer told: lists are imported by the server. */
        readonly importKey?: string;
      }
    >
  | DomainEvent<'RegistrationRevised', { readonly registrationId: string; readonly form: RegistrationForm }>
  | DomainEvent<'RegistrationSubmitted', { readonly registrationId: string; readonly lateReason?: string }>
  | DomainEvent<
      'RegistrationReturned',
      { readonly registrationId: string; readonly reason: string; readonly dueOn: LocalDate; readonly count: number }
    >
  | DomainEvent<
      'ModelRegistered',
      {
        readonly registrationId: string;
        readonly modelId: string;
        readonly cycleId: string;
        readonly unitId: string;
        readonly name: string;
        readonly subjectType: SubjectType;
        readonly field: string;
        readonly programmeTags: readonly string[];
        /** The version in force, pinned for the registration's whole life. */
        readonly regulationId: string;
      }
    >
  | DomainEvent<'RegistrationDeclined', { readonly registrationId: string; readonly reason: string }>
  | DomainEvent<
      'ImplementationStarted',
      {
        readonly registrationId: string;
        readonly plan: string;
        readonly startedOn: LocalDate;
        /** The first day on which recognition may be asked for. Not told before 2026-11-30. */
        readonly recognitionOpensOn?: LocalDate;
      }
    >
  | DomainEvent<
      'ProgressRecorded',
      {
        readonly registrationId: string;
        readonly note: string;
        readonly indicators: readonly Indicator[];
        readonly evidence: readonly EvidenceRef[];
      }
    >
  | DomainEvent<
      'InspectionRecorded',
      {
        readonly registrationId: string;
        readonly kind: InspectionKind;
        readonly findings: string;
        readonly remedyDueOn?: LocalDate;
      }
    >
  | DomainEvent<'RegistrationWithdrawn', { readonly registrationId: string; readonly reason: string }>
  | DomainEvent<'ModelDiscontinued', { readonly registrationId: string; readonly reason: string }>
  | DomainEvent<
      'RecognitionRequested',
      {
        readonly registrationId: string;
        readonly evidence: readonly EvidenceRef[];
        readonly results: readonly CriterionResult[];
      }
    >
  | DomainEvent<
      'SupplementRequired',
      { readonly registrationId: string; readonly missing: readonly string[]; readonly dueOn: LocalDate }
    >
  | DomainEvent<
      'SupplementProvided',
      { readonly registrationId: string; readonly evidence: readonly EvidenceRef[]; readonly note: string }
    >
  | DomainEvent<'DossierLapsed', { readonly registrationId: string; readonly dueOn: LocalDate }>
  | DomainEvent<
      'AppraisalOpened',
      {
        readonly registrationId: string;
        readonly team: readonly { readonly personId: string; readonly unitId: string }[];
        readonly dueOn: LocalDate;
        readonly criteriaSet: CriteriaSet;
      }
    >
  | DomainEvent<
      'InterestDeclared',
      {
        readonly registrationId: string;
        readonly personId: string;
        readonly conflict: boolean;
        readonly detail?: string;
        readonly membersLeft: number;
        readonly tooFewLeft: boolean;
      }
    >
  | DomainEvent<
      'AppraiserRemoved',
      {
        readonly registrationId: string;
        readonly personId: string;
        readonly membersLeft: number;
        readonly tooFewLeft: boolean;
      }
    >
  | DomainEvent<
      'ModelScored',
      { readonly registrationId: string; readonly personId: string; readonly scores: readonly CriterionScore[] }
    >
  | DomainEvent<
      'ModelAppraised',
      {
        readonly registrationId: string;
        readonly result: AppraisalResult;
        /** The inputs of the computation, so that anybody can do it again. */
        readonly scores: readonly MemberScores[];
        readonly aggregate: 'MEAN' | 'MEDIAN';
        /** The pinned regulation has the council vote on it. Not told before 2026-11-29. */
        readonly voteFollows?: boolean;
        readonly fieldVisitOn?: LocalDate;
        readonly minutes?: EvidenceRef;
      }
    >
  | DomainEvent<
      'VoteHeld',
      {
        readonly registrationId: string;
        readonly yes: number;
        readonly no: number;
        readonly abstain: number;
        readonly members: number;
        readonly present: number;
        readonly denominator: number;
        readonly minPercent: number;
        readonly quorumMet: boolean;
        readonly passed: boolean;
        readonly heldOn: LocalDate;
        readonly minutes?: EvidenceRef;
      }
    >
  | DomainEvent<
      'ModelRecognized',
      {
        readonly registrationId: string;
        readonly modelId: string;
        readonly decisionId: string;
        readonly documentNumber: string;
        readonly decidedOn: LocalDate;
      }
    >
  | DomainEvent<
      'RecognitionRefused',
      {
        readonly registrationId: string;
        readonly decisionId: string;
        readonly documentNumber: string;
        readonly decidedOn: LocalDate;
        readonly reason: string;
      }
    >
  | DomainEvent<
      'AppraisalReopened',
      { readonly registrationId: string; readonly reason: string; readonly petition: DocumentCitation }
    >
  | DomainEvent<
      'RecognitionRevoked',
      {
        readonly registrationId: string;
        readonly decisionId: string;
        readonly documentNumber: string;
        readonly decidedOn: LocalDate;
        readonly ground: string;
        /** The decision that recognized the model. */
        readonly citesDecisionId: string;
      }
    >
  | DomainEvent<'ModelMarkedTypical', { readonly registrationId: string; readonly reason: string }>
  | DomainEvent<
      'ModelReplicated',
      {
        readonly registrationId: string;
        readonly adoptingUnitId: string;
        readonly adoptingRegistrationId: string;
        readonly cycleId: string;
      }
    >
  | DomainEvent<
      'ModelCarriedForward',
      { readonly registrationId: string; readonly cycleId: string; readonly nextRegistrationId: string }
    >
  /** The model it continues or replicates lost its recognition: somebody has to look at what was built on it. */
  | DomainEvent<'SourceRevoked', { readonly registrationId: string } & Revoked>
  | DomainEvent<
      'RevokedSourceSettled',
      { readonly registrationId: string; readonly revokedId: string; readonly reason: string }
    >
  | DomainEvent<
      'CorrectionRequested',
      {
        readonly registrationId: string;
        readonly correctionId: string;
        /** Revision of the entry in this stream that was wrong. */
        readonly entryRevision: number;
        readonly field: string;
        readonly oldValue: string;
        readonly newValue: string;
        readonly reason: string;
        readonly document: DocumentCitation;
      }
    >
  | DomainEvent<
      'CorrectionDeclined',
      {
        readonly registrationId: string;
        readonly correctionId: string;
        readonly field: string;
        readonly reason: string;
      }
    >
  | DomainEvent<
      'EntryCorrected',
      {
        readonly registrationId: string;
        /** Revision of the entry in this stream that was wrong. */
        readonly entryRevision: number;
        readonly field: string;
        readonly oldValue: string;
        readonly newValue: string;
        readonly reason: string;
        readonly document: DocumentCitation;
        readonly approvedBy: string;
        /** The request that another person approved: then the new value counts. Without it, it stands beside only. */
        readonly correctionId?: string;
        /** Who asked for it, and for whom they acted. */
        readonly requestedBy?: readonly string[];
      }
    >;
