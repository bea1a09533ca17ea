import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Pool } from 'pg';
import { deriveId } from '#engine';
import type { EvidenceFiles } from '#evidence';
import { kyselyOver } from '#postgres';
import type { Page, PageRequest } from '#read-models';
import type { RowOutcome } from '#papers';
import type { AskedImport, Import, ImportedRow, RowKind } from './import.ts';
import type { RowPorts } from './rows/tools.ts';
import { startImports, type ImportRunner, type RunnerOptions } from './running/runner.ts';
import { openImported } from './running/open-imported.ts';
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
  /**
   * The list as it was sent, with what became of each row that is done. Made anew each time, one at a time: a large
   * workbook takes room. @throws UnusableFile when nothing of the file is
   */
  returned(asked: Import, textOf: (row: ImportedRow) => RowOutcome): Promise<Buffer>;
}

export interface ImportsOptions extends Pick<RunnerOptions, 'leaseMs' | 'lanes' | 'told'> {
  readonly pool: Pool;
  readonly ports: RowPorts;
  readonly files: Pick<EvidenceFiles, 'locate'>;
}

/** The service, and the runner of this process. */
export const createImports = ({ pool, ...options }: ImportsOptions): ImportService & Pick<ImportRunner, 'stop'> => {
  const db = kyselyOver(pool);
  const store = createImportBook(db);
  const { ports, files } = options;
  const runner = startImports({ ...options, find: store.find, store: createImportWork(db) });
  let turn: Promise<unknown> = Promise.resolve();

  return {
    stop: runner.stop,
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
    returned(asked, textOf) {
      const mine = turn.then(() => makeReturned(asked, textOf));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };

  async function makeReturned(asked: Import, textOf: (row: ImportedRow) => RowOutcome): Promise<Buffer> {
    const list = await openImported(asked, { ports, files });
    const outcomes = new Map<number, RowOutcome>();
    for (let after: string | null | undefined; after !== null;) {
      const page = await store.rows(asked.id, undefined, { limit: 200, ...(after === undefined ? {} : { after }) });
      for (const row of page.items) outcomes.set(row.line, textOf(row));
      after = page.next;
    }
    const folder = await mkdtemp(join(tmpdir(), 'kheo-import-'));
    try {
      const path = join(folder, `returned${extname(asked.fileName)}`);
      await list.save(path, outcomes);
      return await readFile(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
};
