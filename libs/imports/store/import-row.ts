import { sql } from 'kysely';
import type { Proof } from '#domain';
import type { Notice } from '#papers';
import type { Import, ImportKind, ImportStatus } from '../import.ts';

/** An import as the table has it. */
export interface ImportRow {
  readonly name: string;
  readonly position: number;
  readonly said: string;
  readonly kind: ImportKind;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly file_size: number;
  readonly sheet: string | null;
  readonly cycle_id: string | null;
  readonly unit_id: string | null;
  readonly dry_run: boolean;
  readonly person_id: string;
  readonly account_id: string | null;
  readonly proven_by: Proof | null;
  readonly appointment_id: string | null;
  readonly status: ImportStatus;
  readonly tries: number;
  readonly from_position: number | null;
  readonly to_position: number | null;
  readonly total: number | null;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly failed: number;
  readonly read_sheet: string | null;
  readonly ignored: readonly string[];
  readonly notices: readonly Notice[];
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
}

export const imports = sql.table('kheo_imports.imports');
export const columns = sql`name, position::double precision, said, kind, file_name, file_sha256, file_size, sheet, cycle_id, unit_id,
  dry_run, person_id, account_id, proven_by, appointment_id, status, tries, from_position::double precision, to_position::double precision,
  total, created, changed,
  unchanged, kept, failed, read_sheet, ignored, notices, created_at, started_at, ended_at`;

/** An import as the library tells of it. */
export const importOf = (row: ImportRow): Import => ({
  id: row.name,
  kind: row.kind,
  fileName: row.file_name,
  sha256: row.file_sha256,
  size: row.file_size,
  ...given('sheet', row.sheet),
  ...given('cycleId', row.cycle_id),
  ...given('unitId', row.unit_id),
  dryRun: row.dry_run,
  by: {
    personId: row.person_id,
    ...given('accountId', row.account_id),
    ...given('provenBy', row.proven_by),
    ...given('appointmentId', row.appointment_id),
  },
  status: row.status,
  done: row.position,
  ...given('total', row.total),
  counts: {
    created: row.created,
    changed: row.changed,
    unchanged: row.unchanged,
    kept: row.kept,
    failed: row.failed,
  },
  ...given('readSheet', row.read_sheet),
  ignored: row.ignored,
  notices: row.notices,
  createdAt: row.created_at.toISOString(),
  ...given('startedAt', row.started_at?.toISOString()),
  ...given('endedAt', row.ended_at?.toISOString()),
  ...given('position', row.to_position),
});

const given = <Key extends string, Value>(key: Key, value: Value | null | undefined) =>
  (value === null || value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
