/** Why a file is not added. */
export type EvidenceRejection = 'role-not-allowed' | 'unit-not-active' | 'already-added' | 'text-required';
