import type { Pool } from 'pg';
import { deriveId } from '#engine';
import type { EvidenceFiles } from '#evidence';
import { kyselyOver } from '#postgres';
import type { Page, PageRequest } from '#read-models';
import type { AskedImport, Import, ImportedRow, RowKind } from './import.ts';
import type { RowPorts } from './rows/tools.ts';
import { startImports, type ImportRunner, type RunnerOptions } from './running/runner.ts';
import { createImportBook } from './store/import-book.ts';
import { createImportWork } from './store/import-work.ts';

/** Lists that were sent to be imported, and how they stand. */
export interface ImportService {
  /**
   * The same key again is the same import; `another` when there is one that was asked otherwise.
   *
   * @param key UUID
   */
  add(key: string, asked: Omit<AskedImport, 'id'>): Promise<Import | 'another'>;
  find(id: string): Promise<Import | undefined>;
  /** The latest first; of one person, or of all. */
  list(of: { readonly personId?: string }, page: PageRequest): Promise<Page<Import>>;
  /** Rows that are done, by their lines. */
  rows(id: string, asked: PageRequest & { readonly outcome?: RowKind }): Promise<Page<ImportedRow>>;
  /** Rows at hand are ended; what was imported stays. False when it was over already. */
  cancel(id: string): Promise<boolean>;
}

/** What imports are done with. */
export interface ImportsOptions {
  readonly pool: Pool;
  readonly ports: RowPorts;
  readonly files: Pick<EvidenceFiles, 'locate'>;
}

/** Carries out imports in this process, from now on. */
export const startImportRunner = ({
  pool,
  ...options
}: ImportsOptions & Pick<RunnerOptions, 'leaseMs' | 'lanes' | 'told'>): ImportRunner => {
  const db = kyselyOver(pool);
  return startImports({ ...options, find: createImportBook(db).find, store: createImportWork(db) });
};

/** Whether there is an import that is not over. */
export const isImportWaiting = (pool: Pool): Promise<boolean> => createImportBook(kyselyOver(pool)).isOneWaiting();

/** @param runner is woken when there is something to do */
export const createImports = (
  { pool, ports }: Pick<ImportsOptions, 'pool' | 'ports'>,
  runner: Pick<ImportRunner, 'wake'>,
): ImportService => {
  const store = createImportBook(kyselyOver(pool));

  return {
    async add(key, asked) {
      const id = deriveId(key, 'import');
      const isThis = await store.add({ ...asked, id }, ports.clock.now());
      runner.wake();
      return (isThis ? await store.find(id) : undefined) ?? 'another';
    },
    find: store.find,
    list: ({ personId }, page) => store.list(personId, page),
    rows: (id, { outcome, ...page }) => store.rows(id, outcome, page),
    cancel: async (id) => store.cancel(id, { at: ports.clock.now(), head: await ports.store.head() }),
  };
};
