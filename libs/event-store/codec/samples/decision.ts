import type { decision, EvidenceRef } from '#domain';
import { ids, type Samples } from './common.ts';

const { decision: decisionId, registration: id, unit: unitId, person: signerId, other: bookId } = ids;
const manifest: readonly decision.ManifestItem[] = [{ kind: 'registration', id, reason: 'Đạt 86 điểm', revision: 11 }];
const fileSha256 = '5c'.repeat(32);
const paper: EvidenceRef = {
  evidenceId: ids.other,
  kind: 'DECISION',
  fileName: '446-QĐ-TU.pdf',
  sha256: fileSha256,
  addedBy: signerId,
  addedAt: '2026-12-10T02:00:00.000Z',
};
const capacity = 'TM. Ban Thường vụ';

const documentNumber: decision.DocumentNumber = {
  number: 446,
  symbol: 'QĐ/TU',
  issuerId: unitId,
  docType: 'QĐ',
  issuedOn: '2026-12-10',
  term: '2025-2030',
  text: '446-QĐ/TU',
};

export const decisionSamples: Samples<(decision.DecisionEvent | decision.NumberingEvent)['type']> = {
  DecisionDrafted: {
    decisionId,
    unitId,
    cycleId: ids.cycle,
    act: 'RECOGNIZE',
    title: 'Công nhận mô hình năm 2026',
    items: [{ kind: 'registration', id, reason: 'Đạt 86 điểm' }],
  },
  DecisionFrozen: { decisionId, manifest, manifestSha256: '7e'.repeat(32) },
  DecisionIssued: {
    decisionId,
    act: 'RECOGNIZE',
    unitId,
    documentNumber,
    signerId,
    capacity,
    fileSha256,
    manifest,
  },
  DecisionItemApplied: { decisionId, kind: 'registration', id },
  DecisionItemRejected: { decisionId, kind: 'registration', id, reason: 'changed-after-freeze' },
  DecisionCompleted: { decisionId, applied: 1, rejected: 0 },
  SignedPaperFiled: { decisionId, paper },
  DecisionDraftCancelled: { decisionId, reason: 'Soạn lại' },
  DecisionNumberRefused: { decisionId, bookId, documentNumber, reason: 'not-frozen' },
  NumberReserved: { bookId, documentNumber, decisionId, signerId, capacity, fileSha256 },
  NumbersIssuedOnPaper: { bookId, from: 1, to: 445 },
  NumberVoided: { bookId, number: 446, decisionId, reason: 'Quyết định không ban hành' },
};
