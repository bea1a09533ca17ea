/** Why a file is not added. */
export const EVIDENCE_REJECTIONS = ['role-not-allowed', 'unit-not-active', 'already-added', 'text-required'] as const;

export type EvidenceRejection = (typeof EVIDENCE_REJECTIONS)[number];
