import type { Command, DocumentCitation, EvidenceFacts, LocalDate } from '../../kernel/index.ts';
import type { CriterionScore } from '../events.ts';
import type { DeadlineFacts, RegulationVersion, TeamMemberFacts } from '../facts.ts';

/** Names the team; again only when too few members are left, or after a reopening before anybody scored. */
export type OpenAppraisal = Command<
  'OpenAppraisal',
  {
    /** Person ids. */
    readonly team: readonly string[];
    readonly dueOn: LocalDate;
  },
  /** `deadline`: the cycle's deadline for appraisals. `members`: one per person of the team that exists. */
  DeadlineFacts & { readonly regulation: RegulationVersion; readonly members: readonly TeamMemberFacts[] }
>;

/** The actor speaks for themselves: never under a delegation. */
export type DeclareInterest = Command<
  'DeclareInterest',
  { readonly conflict: boolean; readonly detail?: string },
  { readonly regulation: RegulationVersion }
>;

/** By the system, before the team's next act: a member belongs to the registering unit, or did lately. */
export type RemoveAppraiser = Command<
  'RemoveAppraiser',
  { readonly personId: string },
  { readonly regulation: RegulationVersion; readonly fromRegisteringUnit: boolean }
>;

/** One value per criterion of the pinned set; replaces the actor's earlier scores. Never under a delegation. */
export type ScoreModel = Command<'ScoreModel', { readonly scores: readonly CriterionScore[] }>;

/** The result is computed, never given. `minutesId`: evidence of kind MINUTES. */
export type ConcludeAppraisal = Command<
  'ConcludeAppraisal',
  { readonly fieldVisitOn?: LocalDate; readonly minutesId?: string },
  EvidenceFacts & { readonly regulation: RegulationVersion }
>;

/** Counts per choice, never who voted what. The outcome is computed. `minutesId`: evidence of kind MINUTES. */
export type RecordVote = Command<
  'RecordVote',
  {
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
    /** How many belong to the council. */
    readonly members: number;
    /** How many sat in the meeting; written ballots come on top. */
    readonly present: number;
    readonly heldOn: LocalDate;
    readonly minutesId?: string;
  },
  EvidenceFacts & { readonly regulation: RegulationVersion }
>;

/** After an upheld petition. */
export type ReopenAppraisal = Command<
  'ReopenAppraisal',
  { readonly reason: string; readonly petition: DocumentCitation }
>;

export type AppraisingCommand =
  OpenAppraisal | DeclareInterest | RemoveAppraiser | ScoreModel | ConcludeAppraisal | RecordVote | ReopenAppraisal;
