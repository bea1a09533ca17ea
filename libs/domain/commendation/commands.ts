import type { Command, DecisionData, DecisionFacts, EvidenceFacts, LocalDate, Revoked } from '../kernel/index.ts';
import type { AwardForm } from '../regulation/events.ts';
import type { Achievement, CommendationScope, Recipient } from './events.ts';

/** What other streams say of the achievement that is to be rewarded. */
export interface AchievementFacts {
  /** The other living commendation that holds the reward for this achievement: its key is reserved, see `rewardKeys`. */
  readonly rewardTakenBy: string | undefined;
  /** The registration the award rests on is RECOGNIZED; of no matter when it rests on none. */
  readonly modelRecognized: boolean;
}

export type ProposeCommendation = Command<
  'ProposeCommendation',
  {
    readonly commendationId: string;
    readonly unitId: string;
    readonly cycleId: string;
    readonly recipient: Recipient;
    readonly achievement: Achievement;
    readonly form: AwardForm;
    readonly scope: CommendationScope;
    readonly evidenceIds: readonly string[];
  },
  EvidenceFacts & AchievementFacts & { readonly unitActive: boolean; readonly regulationId: string }
>;

/** A returned proposal, put right and proposed again. What is rewarded stays; for another achievement propose anew. */
export type ReviseCommendation = Command<
  'ReviseCommendation',
  {
    readonly recipient: Recipient;
    readonly form: AwardForm;
    readonly scope: CommendationScope;
    readonly evidenceIds: readonly string[];
  },
  EvidenceFacts & AchievementFacts
>;

export type ReturnCommendation = Command<'ReturnCommendation', { readonly reason: string; readonly dueOn: LocalDate }>;

export type VerifyCommendation = Command<'VerifyCommendation', { readonly note: string }>;

export type RecordCouncilReview = Command<
  'RecordCouncilReview',
  /** `minutesId`: evidence of kind MINUTES. */
  { readonly favourable: boolean; readonly opinion: string; readonly minutesId: string },
  EvidenceFacts
>;

export type SubmitCommendation = Command<
  'SubmitCommendation',
  /** The body that decides. */
  { readonly toUnitId: string },
  {
    /** The regulation lets that body award this form, for a unit of this kind, today. */
    readonly competent: boolean;
    /** The bodies above the unit that it lets. */
    readonly competentBodies: readonly string[];
  }
>;

export type WithdrawCommendation = Command<'WithdrawCommendation', { readonly reason: string }>;

export type AwardByDecision = Command<
  'AwardByDecision',
  DecisionData,
  DecisionFacts & {
    readonly competent: boolean;
    readonly modelRecognized: boolean;
  }
>;

export type RefuseByDecision = Command<'RefuseByDecision', DecisionData & { readonly reason: string }, DecisionFacts>;

/** `ground` is one of the four `CANCELLATION_GROUNDS`. */
export type CancelByDecision = Command<'CancelByDecision', DecisionData & { readonly ground: string }, DecisionFacts>;

/** By the system, once the decision that revoked the model has reached all its items. */
export type MarkAchievementRevoked = Command<'MarkAchievementRevoked', Revoked>;

/** The standing body looked at it and lets it stand; one that is cancelled, withdrawn or refused is settled by that. */
export type SettleRevokedAchievement = Command<'SettleRevokedAchievement', { readonly reason: string }>;

export type CommendationCommand =
  | ProposeCommendation
  | ReviseCommendation
  | ReturnCommendation
  | VerifyCommendation
  | RecordCouncilReview
  | SubmitCommendation
  | WithdrawCommendation
  | AwardByDecision
  | RefuseByDecision
  | CancelByDecision
  | MarkAchievementRevoked
  | SettleRevokedAchievement;

/** Commands only the system gives. */
export type BySystem = ByDecision | 'MarkAchievementRevoked';

/** Commands only an issued decision can give. */
export type ByDecision = 'AwardByDecision' | 'RefuseByDecision' | 'CancelByDecision';

/** Why a command on a commendation is refused. Stable: the API answers them as `code`. */
export type CommendationRejection =
  | 'role-not-allowed'
  /** params: status; NONE when there is no such commendation. */
  | 'wrong-status'
  | 'text-required'
  | 'date-invalid'
  | 'date-in-past'
  | 'unit-not-active'
  | 'evidence-unknown'
  /** The dossier is a submission letter, an achievement report and minutes. params: kinds. */
  | 'document-missing'
  | 'minutes-required'
  | 'model-not-recognized'
  /** One achievement earns one reward. */
  | 'reward-taken'
  | 'own-proposal'
  | 'nothing-to-settle'
  | 'not-competent'
  | 'council-unfavourable'
  | 'changed-after-freeze'
  | 'signer-proposed'
  | 'signer-verified'
  /** None of the four legal grounds. */
  | 'ground-unknown';
