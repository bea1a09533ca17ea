import type { Instant } from './dates.ts';
import { numberAsWritten } from './text.ts';

/** The kinds of document a dossier may ask for. */
export const DOCUMENT_KINDS = [
  'REGISTRATION_FORM',
  'SUBMISSION_LETTER',
  'ACHIEVEMENT_REPORT',
  'MINUTES',
  'RESULT_REPORT',
  'PHOTO',
  'DECISION',
  'CONFIRMATION',
  'OTHER',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A file that was added to the store of evidence: referred to by its SHA-256, so the file cannot change unseen. */
export interface EvidenceRef {
  readonly evidenceId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: Instant;
}

/** The stored files behind the ids a command names; an id without one is refused. */
export interface EvidenceFacts {
  readonly evidence: readonly EvidenceRef[];
}

/** A paper that stands behind an act: what it is called on its letterhead. */
export interface DocumentCitation {
  readonly number: string;
  readonly issuedOn: string;
}

/** A paper as it is recorded, however its number was typed. */
export const citation = ({ number, issuedOn }: DocumentCitation): DocumentCitation => ({
  number: numberAsWritten(number),
  issuedOn,
});
