import { reject, type DocumentKind, type EvidenceRef, type Rejected } from '../kernel/index.ts';

/** What a proposal must be accompanied by. Source: Law on Emulation and Commendation, Art. 84. */
export const REQUIRED_DOCUMENTS: readonly DocumentKind[] = ['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES'];

/** The stored files behind the ids, in their order and each once; refused when one is not stored. */
export const filesOf = (
  ids: readonly string[],
  stored: readonly EvidenceRef[],
): readonly EvidenceRef[] | Rejected<'evidence-unknown'> => {
  const unique = [...new Set(ids)];
  const files = unique.flatMap((id) => stored.filter(({ evidenceId }) => evidenceId === id).slice(0, 1));
  return files.length === unique.length ? files : reject('evidence-unknown', { pointer: '/evidenceIds' });
};

/** The kinds of document the dossier still lacks. */
export const missingDocuments = (evidence: readonly EvidenceRef[]): readonly DocumentKind[] =>
  REQUIRED_DOCUMENTS.filter((required) => !evidence.some(({ kind }) => kind === required));
