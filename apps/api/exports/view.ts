import type { ReadModelsDb, Seen } from '#read-models';
import type { ListName } from '#words';

/** How a filtered view may be answered: a page of it, or the whole of it as a file. */
export const FORMATS = ['json', 'csv', 'xlsx'] as const;

/** What a view is written as. */
export type FileFormat = Exclude<(typeof FORMATS)[number], 'json'>;

/** The rows of a view, some at a time: those that are not asked for are not read. */
export type Pages = AsyncIterable<readonly object[]>;

/** A whole filtered view that is to be made into a file. */
export interface ExportedView {
  readonly kind: 'view';
  readonly name: ListName;
  readonly format: FileFormat;
  readonly asOf: string;
  /** The fields of a row that were asked for, in their order; all that people read when absent. */
  readonly columns?: readonly string[];
  /** Has the pages written while one snapshot of the read models is open, and tells what it had seen. */
  readonly read: <Written>(write: (pages: Pages, db: ReadModelsDb) => Promise<Written>) => Promise<Seen<Written>>;
}

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
