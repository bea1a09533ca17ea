/** A sentence in both languages. */
export interface Notice {
  readonly vi: string;
  readonly en: string;
}

/** What cannot be read in one cell, to be told behind its name: a row with one is refused. */
export interface CellFault extends Notice {
  /** As the office program names it: `B2`. */
  readonly cell: string;
  /** The column's key, where it is one that is asked for. */
  readonly key?: string;
}

/** One row of a list: what each known column holds, as tidy text. */
export interface ListRow {
  /** The row's number as the office program shows it. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly CellFault[];
}

/** A column a list may have: the names clerks give it, compared without case and diacritics. */
export interface Column {
  readonly key: string;
  readonly headers: readonly string[];
  readonly required: boolean;
  /** Where marks (x) in several columns may hold together. */
  readonly several?: boolean;
  /** Whether a heading is one of the column's values: such a column is marked with an x. */
  readonly isValue?: (heading: string) => boolean;
  /** Every value that may be written, where these are few. */
  readonly allowed?: readonly string[];
}

/** A column with what whoever fills it needs to know. */
export interface ToldColumn extends Column {
  readonly means: Notice;
}

/** What became of one row, for who gets the list back. */
export interface RowOutcome {
  readonly text: string;
  readonly good: boolean;
  /** Keys of the columns whose cells are marked. */
  readonly cells?: readonly string[];
}

/** An opened list, which can be given back with what became of each row. */
export interface ListFile {
  /** The sheet that was read, where the file has sheets. */
  readonly sheet?: string;
  readonly rows: readonly ListRow[];
  /** How the list itself calls each column, by the column's key. */
  readonly headings: Readonly<Record<string, string>>;
  /** The headings of columns that are not used, as they are written. */
  readonly ignored: readonly string[];
  /** What whoever sent the list should know of how it was read. */
  readonly notices: readonly Notice[];
  /** Writes the same file with one column more, what became of each row. @param heading of that column */
  save(path: string, results: ReadonlyMap<number, RowOutcome>, heading?: string): Promise<void>;
}

/** How a list is opened. */
export interface OpenListOptions {
  /** The file's name, where `path` is a stored file without one. */
  readonly name?: string;
  /** The sheet to read; the first one that can be seen when absent. */
  readonly sheet?: string;
}

/** The file itself cannot be used; `vi` and `en` say why. */
export class UnusableFile extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
    this.vi = vi;
    this.en = en;
  }
}
