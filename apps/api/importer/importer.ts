import type { Logger } from 'pino';
import {
  createReturnedLists,
  startImportRunner,
  type Import,
  type ImportedRow,
  type ImportRunner,
  type ImportsOptions,
} from '#imports';
import type { RowOutcome } from '#papers';
import type { Language } from '#problems';

/** The list of an import as it goes back, and where it is written. */
export interface ReturnedList {
  readonly importId: string;
  readonly language: Language;
  /** A file that is not there yet. */
  readonly path: string;
}

/** Does what takes time and room: carries out imports, and writes the lists that go back. */
export interface Importer extends ImportRunner {
  /** @throws UnusableFile when nothing of the file is */
  writeReturned(list: ReturnedList): Promise<void>;
}

export interface ImporterOptions extends ImportsOptions {
  readonly logger: Logger;
  /** What is said of a row. */
  readonly rowOutcome: (asked: Import, row: ImportedRow, language: Language) => RowOutcome;
}

/** In this process. */
export const startImporter = ({ logger, rowOutcome, ...options }: ImporterOptions): Importer => {
  const returned = createReturnedLists(options);
  const runner = startImportRunner({
    ...options,
    // Nothing of what a list says.
    told: (news) => {
      if (news.kind === 'over') logger.info(news.import, 'an import is over');
      else if (news.kind === 'interrupted') logger.warn({ err: news.error }, 'an import was interrupted, and goes on');
      else logger.error({ importId: news.importId, err: news.error }, 'a row of an import failed');
    },
  });
  return {
    ...runner,
    writeReturned: ({ importId, language, path }) =>
      returned.write(importId, path, (asked, row) => rowOutcome(asked, row, language)),
  };
};
