import type { ImportedRow, ImportStatus } from '../import.ts';
import type { ImportWork, TakenImport } from '../store/import-work.ts';

/** Milliseconds for which outcomes of rows collect before they are written. */
const FLUSH_MS = 250;
/** Rows that collect at most. */
const MOST = 500;

/** Outcomes of rows on their way to the database. */
interface WrittenRows {
  /** Waits where more were added than are written. @throws as {@link flush} does */
  add(row: ImportedRow): Promise<void>;
  /** Writes what is at hand. @throws what broke the writing, now or before */
  flush(): Promise<void>;
  /** True when they could not be written: what is done from now on would be forgotten. */
  broken(): boolean;
  /** Writes the rest, and ends. @throws as {@link flush} does */
  close(): Promise<void>;
}

/** Writes rows together, one batch after another; `told` hears after each how the import stands. */
export const writeRows = (
  { lease }: TakenImport,
  progress: { done: number },
  { store, leaseMs }: { readonly store: Pick<ImportWork, 'advance'>; readonly leaseMs: number },
  told: (status: ImportStatus) => Promise<void>,
): WrittenRows => {
  let waiting: ImportedRow[] = [];
  let broken = false;
  let full: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    const status = await store.advance(lease, progress.done + rows.length, rows, leaseMs);
    progress.done += rows.length;
    await told(status);
  };
  const flush = (): Promise<void> => {
    writing = writing.then(write);
    writing.catch(() => (broken = true));
    return writing;
  };
  const timer = setInterval(() => {
    if (waiting.length > 0 && !broken) void flush().catch(() => undefined);
  }, FLUSH_MS);
  return {
    async add(row) {
      waiting.push(row);
      if (waiting.length < MOST) return;
      full ??= flush().finally(() => (full = undefined));
      await full;
    },
    flush,
    broken: () => broken,
    close: () => {
      clearInterval(timer);
      return flush();
    },
  };
};
