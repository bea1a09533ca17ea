import type { DocumentKind, DomainEvent } from '../kernel/index.ts';

/** Stream `evidence-<evidenceId>`: a file was added to the store of evidence. It is never changed or removed. */
export type EvidenceEvent = DomainEvent<
  'EvidenceAdded',
  {
    readonly evidenceId: string;
    /** The unit the file belongs to: who sees the unit sees the file. */
    readonly unitId: string;
    readonly kind: DocumentKind;
    readonly fileName: string;
    readonly mediaType: string;
    /** Bytes. */
    readonly size: number;
    /** Hex SHA-256 of the file's bytes. */
    readonly sha256: string;
  }
>;
