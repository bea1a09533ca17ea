import type { commendation } from '#domain';
import { ids, minutes, type Samples } from './common.ts';

const { commendation: commendationId, unit: unitId, cycle: cycleId } = ids;
const decided = { decisionId: ids.decision, documentNumber: '447-QĐ/TU', decidedOn: '2026-12-12' };
const merit = {
  recipient: { type: 'COLLECTIVE', name: 'Nhân dân thôn 4' },
  form: 'CERTIFICATE_OF_MERIT',
  scope: 'MOVEMENT',
} as const;
const achievement: commendation.Achievement = { kind: 'RECOGNIZED_MODEL', registrationId: ids.registration };
const commended = { commendationId, unitId, cycleId, ...merit, achievement, ...decided };

export const commendationSamples: Samples<commendation.CommendationEvent['type']> = {
  CommendationProposed: {
    commendationId,
    unitId,
    cycleId,
    regulationId: ids.regulation,
    ...merit,
    achievement,
    evidence: [minutes],
  },
  CommendationRevised: { commendationId, ...merit, evidence: [minutes] },
  CommendationReturned: { commendationId, reason: 'Thiếu báo cáo thành tích', dueOn: '2026-12-05' },
  CommendationVerified: { commendationId, note: 'Hồ sơ đủ' },
  CouncilReviewRecorded: { commendationId, favourable: true, opinion: 'Nhất trí', minutes },
  CommendationSubmitted: { commendationId, toUnitId: ids.other },
  CommendationWithdrawn: { commendationId, reason: 'Đã khen ở hình thức khác' },
  ModelCommended: commended,
  AchievementCommended: { ...commended, achievement: { kind: 'OTHER', description: 'Mười năm làm công tác dân vận' } },
  CommendationRefused: { commendationId, ...decided, reason: 'Không thuộc thẩm quyền' },
  CommendationCancelled: { commendationId, ...decided, ground: 'FALSE_DOCUMENTS', citesDecisionId: ids.other },
  AchievementRevoked: { commendationId, revokedId: ids.registration, ...decided },
  RevokedAchievementSettled: { commendationId, revokedId: ids.registration, reason: 'Thành tích vẫn đúng' },
};
