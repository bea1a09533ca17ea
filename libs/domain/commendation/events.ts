import type { DomainEvent, EvidenceRef, LocalDate, Revoked } from '../kernel/index.ts';
import type { AwardForm } from '../regulation/events.ts';

export const RECIPIENT_TYPES = ['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'] as const;
export type RecipientType = (typeof RECIPIENT_TYPES)[number];

/** The movement, or mass-mobilization work as a whole. */
export const COMMENDATION_SCOPES = ['MOVEMENT', 'WHOLE_WORK'] as const;
export type CommendationScope = (typeof COMMENDATION_SCOPES)[number];

/** The four legal grounds (Law on Emulation and Commendation, Art. 93.2). */
export const CANCELLATION_GROUNDS = [
  'FRAUD_IN_DECLARING',
  'FALSE_DOCUMENTS',
  'APPRAISED_AGAINST_RULES',
  'CONCLUSION_OF_VIOLATION',
] as const;
export type CancellationGround = (typeof CANCELLATION_GROUNDS)[number];

export interface Recipient {
  readonly type: RecipientType;
  readonly name: string;
}

/** What the award rests on: a recognized model, or an achievement in the work as a whole. */
export type Achievement =
  | { readonly kind: 'RECOGNIZED_MODEL'; readonly registrationId: string }
  | { readonly kind: 'OTHER'; readonly description: string };

/** Stream `commendation-<commendationId>`. */
export type CommendationEvent =
  | DomainEvent<
      'CommendationProposed',
      {
        readonly commendationId: string;
        /** The proposing unit. */
        readonly unitId: string;
        readonly cycleId: string;
        readonly regulationId: string;
        readonly recipient: Recipient;
        readonly achievement: Achievement;
        readonly form: AwardForm;
        readonly scope: CommendationScope;
        readonly evidence: readonly EvidenceRef[];
      }
    >
  /** A returned proposal, put right and proposed again. */
  | DomainEvent<
      'CommendationRevised',
      {
        readonly commendationId: string;
        readonly recipient: Recipient;
        readonly form: AwardForm;
        readonly scope: CommendationScope;
        readonly evidence: readonly EvidenceRef[];
      }
    >
  | DomainEvent<
      'CommendationReturned',
      { readonly commendationId: string; readonly reason: string; readonly dueOn: LocalDate }
    >
  | DomainEvent<'CommendationVerified', { readonly commendationId: string; readonly note: string }>
  | DomainEvent<
      'CouncilReviewRecorded',
      {
        readonly commendationId: string;
        readonly favourable: boolean;
        readonly opinion: string;
        readonly minutes: EvidenceRef;
      }
    >
  | DomainEvent<'CommendationSubmitted', { readonly commendationId: string; readonly toUnitId: string }>
  | DomainEvent<'CommendationWithdrawn', { readonly commendationId: string; readonly reason: string }>
  | DomainEvent<
      'ModelCommended' | 'AchievementCommended',
      {
        readonly commendationId: string;
        readonly unitId: string;
        readonly cycleId: string;
        readonly recipient: Recipient;
        readonly achievement: Achievement;
        readonly form: AwardForm;
        readonly scope: CommendationScope;
        readonly decisionId: string;
        readonly documentNumber: string;
        readonly decidedOn: LocalDate;
      }
    >
  | DomainEvent<
      'CommendationRefused',
      {
        readonly commendationId: string;
        readonly decisionId: string;
        readonly documentNumber: string;
        readonly decidedOn: LocalDate;
        readonly reason: string;
      }
    >
  | DomainEvent<
      'CommendationCancelled',
      {
        readonly commendationId: string;
        readonly decisionId: string;
        readonly documentNumber: string;
        readonly decidedOn: LocalDate;
        readonly ground: CancellationGround;
        readonly citesDecisionId: string;
      }
    >
  /** The model it rests on lost its recognition: somebody has to look at the award, or at the proposal. */
  | DomainEvent<'AchievementRevoked', { readonly commendationId: string } & Revoked>
  | DomainEvent<
      'RevokedAchievementSettled',
      { readonly commendationId: string; readonly revokedId: string; readonly reason: string }
    >;
