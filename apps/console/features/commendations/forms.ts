import {
  commendationsRecordCouncilReview,
  commendationsReturn,
  commendationsRevise,
  commendationsSettleRevokedAchievement,
  commendationsSubmit,
  commendationsVerify,
  commendationsWithdraw,
} from '../../shared/api/generated/sdk.gen.ts';
import {
  CommendationReasonBody,
  CommendationReturnBody,
  CommendationReviseBody,
  CommendationSubmitBody,
  ReviewBody,
  VerifyBody,
} from '../../shared/api/generated/shapes.gen.ts';
import type { CommendationDetail } from '../../shared/api/generated/types.gen.ts';
import { evidence } from '../../shared/forms/evidence-field.tsx';
import { date } from '../../shared/forms/day.tsx';
import { choice, long, pick } from '../../shared/forms/fields.tsx';
import { form, type CommandForm } from '../../shared/forms/form.ts';
import { councilField } from './proposing/council-field.tsx';
import { dossierField } from './proposing/dossier-field.tsx';
import { recipientField } from './proposing/recipient-field.tsx';
import { useAwardingBodies } from './proposing/use-awarding-bodies.ts';

const of = form<CommendationDetail>();

/** The forms of the commands of a commendation, in the order in which it passes them. */
export const COMMENDATION_FORMS: readonly CommandForm<CommendationDetail>[] = [
  of({
    command: 'VerifyCommendation',
    shape: VerifyBody,
    fields: { note: long('verifyNote') },
    send: commendationsVerify,
  }),
  of({
    command: 'RecordCouncilReview',
    shape: ReviewBody,
    fields: {
      favourable: councilField,
      opinion: long('councilOpinion'),
      minutesId: evidence('councilMinutes', {
        unitOf: ({ unitId }: CommendationDetail) => unitId,
        kinds: ['MINUTES'],
      }),
    },
    send: commendationsRecordCouncilReview,
  }),
  of({
    command: 'SubmitCommendation',
    shape: CommendationSubmitBody,
    fields: { toUnitId: pick('submitTo', useAwardingBodies) },
    send: commendationsSubmit,
    final: true,
  }),
  of({
    command: 'ReviseCommendation',
    shape: CommendationReviseBody,
    fields: {
      recipient: recipientField,
      form: choice('awardForm', 'awardFormNames'),
      scope: choice('commendationScope', 'commendationScopeNames'),
      evidenceIds: dossierField(({ unitId }: CommendationDetail) => unitId),
    },
    initial: (subject) => ({
      recipient: { type: subject.recipientType, name: subject.recipientName },
      form: subject.form,
      scope: subject.scope,
      evidenceIds: subject.files.map(({ evidenceId }) => evidenceId),
    }),
    send: commendationsRevise,
  }),
  of({
    command: 'ReturnCommendation',
    shape: CommendationReturnBody,
    fields: { reason: long('commendationReason'), dueOn: date('commendationDueOn') },
    send: commendationsReturn,
    final: true,
  }),
  of({
    command: 'WithdrawCommendation',
    shape: CommendationReasonBody,
    fields: { reason: long('commendationReason') },
    send: commendationsWithdraw,
    final: true,
  }),
  of({
    command: 'SettleRevokedAchievement',
    shape: CommendationReasonBody,
    fields: { reason: long('commendationReason') },
    send: commendationsSettleRevokedAchievement,
    final: true,
  }),
];
