import { SYSTEM, type Actor, type DocumentKind, type EvidenceRef } from '../../kernel/index.ts';
import { by, commandMeta } from '../../kernel/testing/spec.ts';
import type {
  AwardByDecision,
  CancelByDecision,
  MarkAchievementRevoked,
  ProposeCommendation,
  RecordCouncilReview,
  RefuseByDecision,
  ReturnCommendation,
  ReviseCommendation,
  SettleRevokedAchievement,
  SubmitCommendation,
  VerifyCommendation,
  WithdrawCommendation,
} from '../commands.ts';
import type { Achievement, CommendationEvent, Recipient } from '../events.ts';

const unitOfficer: Actor = { personId: 'unit-officer', role: 'UNIT_OFFICER', unitId: 'commune' };
export const unitHead: Actor = { personId: 'unit-head', role: 'UNIT_HEAD', unitId: 'commune' };
export const officer: Actor = { personId: 'officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
export const system: Actor = { personId: 'signer', role: 'SYSTEM', unitId: 'province' };

const file = (evidenceId: string, kind: DocumentKind): EvidenceRef => ({
  evidenceId,
  kind,
  fileName: `${evidenceId}.pdf`,
  sha256: 'b'.repeat(64),
  addedBy: 'unit-officer',
  addedAt: '2026-03-01T01:00:00.000Z',
});
const dossier = [file('e1', 'SUBMISSION_LETTER'), file('e2', 'ACHIEVEMENT_REPORT'), file('e3', 'MINUTES')];
export const evidenceIds = dossier.map(({ evidenceId }) => evidenceId);
const minutes = file('m1', 'MINUTES');

export const recipient: Recipient = { type: 'COLLECTIVE', name: 'Tổ dân vận xã Đông Hà' };
export const onModel: Achievement = { kind: 'RECOGNIZED_MODEL', registrationId: 'r1' };
export const onWork: Achievement = { kind: 'OTHER', description: 'Vận động hiến đất mở đường' };

export const propose = (
  data: Partial<ProposeCommendation['data']> = {},
  facts: Partial<ProposeCommendation['facts']> = {},
): ProposeCommendation => ({
  type: 'ProposeCommendation',
  data: {
    commendationId: 'c1',
    unitId: 'commune',
    cycleId: 'y2026',
    recipient,
    achievement: onModel,
    form: 'CERTIFICATE_OF_MERIT',
    scope: 'MOVEMENT',
    evidenceIds,
    ...data,
  },
  facts: {
    unitActive: true,
    regulationId: 'reg1',
    evidence: dossier,
    rewardTakenBy: undefined,
    modelRecognized: true,
    ...facts,
  },
  meta: commandMeta({ actor: unitOfficer }),
});
export const revise = (
  data: Partial<ReviseCommendation['data']> = {},
  facts: Partial<ReviseCommendation['facts']> = {},
): ReviseCommendation => ({
  type: 'ReviseCommendation',
  data: { recipient, form: 'PUBLIC_PRAISE', scope: 'MOVEMENT', evidenceIds, ...data },
  facts: { evidence: dossier, rewardTakenBy: undefined, modelRecognized: true, ...facts },
  meta: commandMeta({ actor: unitHead }),
});
export const sendBack = (data: Partial<ReturnCommendation['data']> = {}): ReturnCommendation => ({
  type: 'ReturnCommendation',
  data: { reason: 'thiếu số liệu', dueOn: '2026-03-10', ...data },
  facts: {},
  meta: commandMeta({ actor: officer }),
});
export const verify = (note = 'đúng thực tế', actor: Actor = officer): VerifyCommendation => ({
  type: 'VerifyCommendation',
  data: { note },
  facts: {},
  meta: commandMeta({ actor }),
});
export const review = (
  data: Partial<RecordCouncilReview['data']> = {},
  actor: Actor = officer,
): RecordCouncilReview => ({
  type: 'RecordCouncilReview',
  data: { favourable: true, opinion: 'nhất trí', minutesId: 'm1', ...data },
  facts: { evidence: [minutes, ...dossier] },
  meta: commandMeta({ actor }),
});
export const submit = (competent = true, actor: Actor = officer): SubmitCommendation => ({
  type: 'SubmitCommendation',
  data: { toUnitId: 'province' },
  facts: { competent, competentBodies: ['nation'] },
  meta: commandMeta({ actor }),
});
export const withdraw = (reason = 'đã được khen'): WithdrawCommendation => ({
  type: 'WithdrawCommendation',
  data: { reason },
  facts: {},
  meta: commandMeta({ actor: unitHead }),
});

const decision = { decisionId: 'd1', documentNumber: '446-QĐ/TU', decidedOn: '2026-03-02' } as const;
const unchanged = { signerId: 'signer', frozenRevision: 4, currentRevision: 4 } as const;

export const award = (facts: Partial<AwardByDecision['facts']> = {}, actor: Actor = system): AwardByDecision => ({
  type: 'AwardByDecision',
  data: decision,
  facts: { ...unchanged, competent: true, modelRecognized: true, ...facts },
  meta: commandMeta({ actor }),
});
export const refuse = (facts: Partial<RefuseByDecision['facts']> = {}): RefuseByDecision => ({
  type: 'RefuseByDecision',
  data: { ...decision, reason: 'chưa đủ tiêu chuẩn' },
  facts: { ...unchanged, ...facts },
  meta: commandMeta({ actor: system }),
});
export const cancel = (
  ground = 'FALSE_DOCUMENTS',
  facts: Partial<CancelByDecision['facts']> = {},
): CancelByDecision => ({
  type: 'CancelByDecision',
  data: { ...decision, decisionId: 'd2', ground },
  facts: { ...unchanged, ...facts },
  meta: commandMeta({ actor: system }),
});

const revocation = { revokedId: 'r1', decisionId: 'd9', documentNumber: '9-QĐ/TU', decidedOn: '2026-03-01' } as const;

export const markRevoked = (): MarkAchievementRevoked => ({
  type: 'MarkAchievementRevoked',
  data: revocation,
  facts: {},
  meta: commandMeta({ actor: SYSTEM }),
});
export const settle = (reason = 'thành tích vẫn đúng', actor: Actor = officer): SettleRevokedAchievement => ({
  type: 'SettleRevokedAchievement',
  data: { reason },
  facts: {},
  meta: commandMeta({ actor }),
});

const core = { commendationId: 'c1', recipient, form: 'CERTIFICATE_OF_MERIT', scope: 'MOVEMENT' } as const;

export const proposed = (achievement: Achievement = onModel): CommendationEvent => ({
  type: 'CommendationProposed',
  data: { ...core, unitId: 'commune', cycleId: 'y2026', regulationId: 'reg1', achievement, evidence: dossier },
});
export const revised: CommendationEvent = {
  type: 'CommendationRevised',
  data: { ...core, form: 'PUBLIC_PRAISE', evidence: dossier },
};
export const returned: CommendationEvent = {
  type: 'CommendationReturned',
  data: { commendationId: 'c1', reason: 'thiếu số liệu', dueOn: '2026-03-10' },
};
export const verified: CommendationEvent = {
  type: 'CommendationVerified',
  data: { commendationId: 'c1', note: 'đúng thực tế' },
};
export const reviewed = (favourable = true): CommendationEvent => ({
  type: 'CouncilReviewRecorded',
  data: { commendationId: 'c1', favourable, opinion: 'nhất trí', minutes },
});
export const submitted: CommendationEvent = {
  type: 'CommendationSubmitted',
  data: { commendationId: 'c1', toUnitId: 'province' },
};
export const withdrawn: CommendationEvent = {
  type: 'CommendationWithdrawn',
  data: { commendationId: 'c1', reason: 'đã được khen' },
};
export const awarded = (achievement: Achievement = onModel): CommendationEvent => ({
  type: achievement.kind === 'RECOGNIZED_MODEL' ? 'ModelCommended' : 'AchievementCommended',
  data: { ...core, unitId: 'commune', cycleId: 'y2026', achievement, ...decision },
  effectiveOn: '2026-03-02',
});
export const refused: CommendationEvent = {
  type: 'CommendationRefused',
  data: { commendationId: 'c1', ...decision, reason: 'chưa đủ tiêu chuẩn' },
  effectiveOn: '2026-03-02',
};
export const cancelled: CommendationEvent = {
  type: 'CommendationCancelled',
  data: { commendationId: 'c1', ...decision, decisionId: 'd2', ground: 'FALSE_DOCUMENTS', citesDecisionId: 'd1' },
  effectiveOn: '2026-03-02',
};

export const markedRevoked: CommendationEvent = {
  type: 'AchievementRevoked',
  data: { commendationId: 'c1', ...revocation },
};
export const settled: CommendationEvent = {
  type: 'RevokedAchievementSettled',
  data: { commendationId: 'c1', revokedId: 'r1', reason: 'thành tích vẫn đúng' },
};

export const submittedStory = (achievement: Achievement = onModel, favourable = true) => [
  ...by(unitOfficer)<CommendationEvent>(proposed(achievement)),
  ...by(officer)<CommendationEvent>(verified, reviewed(favourable), submitted),
];
const [first, second, third, fourth] = submittedStory();
const upTo = (...story: readonly (typeof first)[]) => story.flatMap((event) => (event === undefined ? [] : [event]));

/** A history for each status. */
export const stories = {
  NONE: [],
  PROPOSED: upTo(first),
  RETURNED: [...upTo(first), ...by(officer)<CommendationEvent>(returned)],
  VERIFIED: upTo(first, second),
  COUNCIL_REVIEWED: upTo(first, second, third),
  SUBMITTED: upTo(first, second, third, fourth),
  WITHDRAWN: [...upTo(first), ...by(unitHead)<CommendationEvent>(withdrawn)],
  AWARDED: [...submittedStory(), ...by(system)<CommendationEvent>(awarded())],
  NOT_AWARDED: [...submittedStory(), ...by(system)<CommendationEvent>(refused)],
  CANCELLED: [...submittedStory(), ...by(system)<CommendationEvent>(awarded(), cancelled)],
} as const;
