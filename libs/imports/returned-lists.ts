import { kyselyOver } from '#postgres';
import type { RowOutcome } from '#papers';
import type { Import, ImportedRow } from './import.ts';
import type { ImportsOptions } from './import-service.ts';
import { openImported } from './running/open-imported.ts';
import { createImportBook } from './store/import-book.ts';

/** Lists as they go back to whoever sent them. */
export interface ReturnedLists {
  /**
   * The list as it was sent, with what became of each row that is done, in a new file at `path`. Made anew each time, one
   * at a time: a large workbook takes room. @throws UnusableFile when nothing of the file is
   */
  write(importId: string, path: string, textOf: (asked: Import, row: ImportedRow) => RowOutcome): Promise<void>;
}

export const createReturnedLists = ({ pool, ports, files }: ImportsOptions): ReturnedLists => {
  const store = createImportBook(kyselyOver(pool));
  let turn: Promise<unknown> = Promise.resolve();

  const write: ReturnedLists['write'] = async (importId, path, textOf) => {
    const asked = await store.find(importId);
    if (asked === undefined) throw new Error('there is no such import');
    const list = await openImported(asked, { ports, files });
    const outcomes = new Map<number, RowOutcome>();
    for (let after: string | null | undefined; after !== null;) {
      const page = await store.rows(asked.id, undefined, { limit: 200, ...(after === undefined ? {} : { after }) });
      for (const row of page.items) outcomes.set(row.line, textOf(asked, row));
      after = page.next;
    }
    await list.save(path, outcomes);
  };

  return {
    write(...asked) {
      const mine = turn.then(() => write(...asked));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
};
