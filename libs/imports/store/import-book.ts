import { sql, type Kysely } from 'kysely';
import type { Instant } from '#domain';
import { decodeCursor, encodeCursor, limitOf, type Page, type PageRequest } from '#read-models';
import type { AskedImport, Import, ImportedRow, RowKind } from '../import.ts';
import { columns, importOf, imports, type ImportRow } from './import-row.ts';
import { saidOf } from './said.ts';

/** Imports as people send, find and stop them. */
export interface ImportBook {
  /** False when there is another import under the id. */
  add(asked: AskedImport, at: Instant): Promise<boolean>;
  find(id: string): Promise<Import | undefined>;
  /** Whether there is one that is not over. */
  isOneWaiting(): Promise<boolean>;
  /** The latest first; of one person, or of all. */
  list(personId: string | undefined, page: PageRequest): Promise<Page<Import>>;
  rows(id: string, outcome: RowKind | undefined, page: PageRequest): Promise<Page<ImportedRow>>;
  /** False when it is over already. */
  cancel(id: string, over: { readonly at: Instant; readonly head: number }): Promise<boolean>;
}

export const createImportBook = (db: Kysely<unknown>): ImportBook => ({
  async add(asked, at) {
    const { by } = asked;
    const said = saidOf(asked);
    await sql`insert into ${imports} (name, said, kind, file_name, file_sha256, file_size, sheet, cycle_id, unit_id,
        dry_run, person_id, account_id, proven_by, appointment_id, created_at)
      values (${asked.id}, ${said}, ${asked.kind}, ${asked.fileName}, ${asked.sha256}, ${asked.size}, ${asked.sheet},
        ${asked.cycleId}, ${asked.unitId}, ${asked.dryRun}, ${by.personId}, ${by.accountId}, ${by.provenBy},
        ${by.appointmentId}, ${at})
      on conflict do nothing`.execute(db);
    const { rows } = await sql<Pick<ImportRow, 'said'>>`select said from ${imports} where name = ${asked.id}`.execute(
      db,
    );
    return rows[0]?.said === said;
  },

  async find(id) {
    const { rows } = await sql<ImportRow>`select ${columns} from ${imports} where name = ${id}`.execute(db);
    return rows[0] && importOf(rows[0]);
  },

  async isOneWaiting() {
    const { rows } = await sql`select from ${imports} where status in ('QUEUED', 'RUNNING') limit 1`.execute(db);
    return rows.length > 0;
  },

  async list(personId, page) {
    const [at, name] = page.after === undefined ? [] : decodeCursor(page.after, 2);
    const limit = limitOf(page);
    const { rows } = await sql<ImportRow>`select ${columns} from ${imports}
      where (${personId}::text is null or person_id = ${personId})
        and (${at}::timestamptz is null or (created_at, name) < (${at}::timestamptz, ${name}::text))
      order by created_at desc, name desc limit ${limit + 1}`.execute(db);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items: items.map(importOf), next: last ? encodeCursor([last.created_at.toISOString(), last.name]) : null };
  },

  async rows(id, outcome, page) {
    const [after = 0] = page.after === undefined ? [] : decodeCursor(page.after, 1);
    const limit = limitOf(page);
    const { rows } = await sql<ImportedRow>`
      select line, outcome as kind, remarks from kheo_imports.rows
      where import = ${id} and line > ${after}::integer and (${outcome}::text is null or outcome = ${outcome})
      order by line limit ${limit + 1}`.execute(db);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.line]) : null };
  },

  async cancel(id, { at, head }) {
    const { numAffectedRows = 0n } =
      await sql`update ${imports} set status = 'CANCELLED', ended_at = ${at}, to_position = ${head}
      where name = ${id} and status in ('QUEUED', 'RUNNING')`.execute(db);
    return numAffectedRows > 0n;
  },
});
