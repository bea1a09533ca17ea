import { commendation, regulation } from '#domain';
import { IdField, IdList, LocalDateField, OneOf, Part, Text, YesNo } from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';

const REASON = { max: 4000, lines: true } as const;

export class RecipientBody implements commendation.Recipient {
  @OneOf(commendation.RECIPIENT_TYPES) type: commendation.RecipientType;
  @Text({ max: 300 }) name: string;
}

export class AchievementBody {
  @OneOf(['RECOGNIZED_MODEL', 'OTHER']) kind: 'RECOGNIZED_MODEL' | 'OTHER';
  @IdField({ optional: true }) registrationId?: string;
  @Text({ optional: true, ...REASON }) description?: string;
}

export class ProposeBody {
  @IdField() unitId: string;
  @IdField() cycleId: string;
  @Part(() => RecipientBody) recipient: RecipientBody;
  @Part(() => AchievementBody) achievement: AchievementBody;
  @OneOf(regulation.AWARD_FORMS) form: regulation.AwardForm;
  @OneOf(commendation.COMMENDATION_SCOPES) scope: commendation.CommendationScope;
  @IdList({ max: 100 }) evidenceIds: readonly string[];
}

/** An award rests on a model, or on an achievement told in words. */
export const proposalOf = ({
  achievement,
  ...rest
}: ProposeBody): Omit<commendation.ProposeCommendation['data'], 'commendationId'> => ({
  ...rest,
  achievement:
    achievement.kind === 'RECOGNIZED_MODEL'
      ? { kind: 'RECOGNIZED_MODEL', registrationId: achievement.registrationId ?? '' }
      : { kind: 'OTHER', description: achievement.description ?? '' },
});

export class CommendationReviseBody {
  @Part(() => RecipientBody) recipient: RecipientBody;
  @OneOf(regulation.AWARD_FORMS) form: regulation.AwardForm;
  @OneOf(commendation.COMMENDATION_SCOPES) scope: commendation.CommendationScope;
  @IdList({ max: 100 }) evidenceIds: readonly string[];
}

export class CommendationReturnBody {
  @Text(REASON) reason: string;
  @LocalDateField() dueOn: string;
}

export class VerifyBody {
  @Text(REASON) note: string;
}

export class ReviewBody {
  @YesNo() favourable: boolean;
  @Text(REASON) opinion: string;
  @IdField() minutesId: string;
}

export class CommendationSubmitBody {
  @IdField() toUnitId: string;
}

export class CommendationReasonBody {
  @Text(REASON) reason: string;
}

const SORTS = ['statusSince', '-statusSince', 'recipientName', '-recipientName', 'proposedOn', '-proposedOn'] as const;

export class CommendationsQuery extends PageQuery {
  @Text({ optional: true, max: 200 }) q?: string;
  @IdField({ optional: true }) cycle?: string;
  @IdField({ optional: true }) unit?: string;
  @OneOf(commendation.COMMENDATION_STATUSES, { optional: true })
  status?: (typeof commendation.COMMENDATION_STATUSES)[number];
  @OneOf(commendation.RECIPIENT_TYPES, { optional: true }) recipientType?: commendation.RecipientType;
  @OneOf(commendation.COMMENDATION_SCOPES, { optional: true }) scope?: commendation.CommendationScope;
  @OneOf(regulation.AWARD_FORMS, { optional: true }) form?: regulation.AwardForm;
  @IdField({ optional: true }) registration?: string;
  @OneOf(SORTS, { optional: true }) sort?: (typeof SORTS)[number];
}
