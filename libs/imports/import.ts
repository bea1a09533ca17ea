import type { Instant, Proof } from '#domain';
import type { Notice } from '#papers';
import type { Rejection } from '#use-cases';

export const IMPORT_KINDS = ['units', 'registrations'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** `CANCELLED` by a person, or because whoever sent it may no longer sign in; `UNUSABLE` when nothing of the file is. */
export type ImportStatus = 'QUEUED' | 'RUNNING' | 'ENDED' | 'CANCELLED' | 'UNUSABLE';

/** `kept`: a person changed by hand what the list still says as before, and that stays. */
export const ROW_KINDS = ['created', 'changed', 'unchanged', 'kept', 'failed'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * One thing to be said of a row: a sentence, or the rule that refused it, with what the list calls the column it is about;
 * with the columns it is about, by their keys.
 */
export type Remark = (
  | Notice
  | {
      readonly reason: Rejection;
      readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
      readonly heading?: string;
    }
) & { readonly keys?: readonly string[] };

/** What became of a row. */
export interface RowResult {
  readonly kind: RowKind;
  readonly remarks: readonly Remark[];
}

export interface ImportedRow extends RowResult {
  /** As the office program shows it. */
  readonly line: number;
}

/** What somebody sends to be imported. */
export interface AskedImport {
  /** UUID; the same one is the same import for ever. */
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  /** Hex SHA-256, by which the file is kept. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** The sheet to read; the first one that can be seen when absent. */
  readonly sheet?: string;
  /** Of registrations. */
  readonly cycleId?: string;
  /** The unit of rows that name none. */
  readonly unitId?: string;
  /** Every check is made, and nothing recorded. */
  readonly dryRun: boolean;
  readonly by: {
    readonly personId: string;
    readonly accountId?: string;
    readonly provenBy?: Proof;
    /** Under which appointment alone they sent it. */
    readonly appointmentId?: string;
  };
}

/** An import as it stands. */
export interface Import extends AskedImport {
  readonly status: ImportStatus;
  /** Rows that are done. */
  readonly done: number;
  /** Rows of the list; absent until it was read. */
  readonly total?: number;
  readonly counts: Readonly<Record<RowKind, number>>;
  /** The sheet that was read. */
  readonly readSheet?: string;
  /** Headings of columns that are not used. */
  readonly ignored: readonly string[];
  readonly notices: readonly Notice[];
  readonly createdAt: Instant;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** Where the log stood when it was over: who has seen that sees all that was imported. */
  readonly position?: number;
}
