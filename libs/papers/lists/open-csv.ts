import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { fold } from '#domain';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { createBeside } from './beside.ts';
import { readBody, tooManyRows } from './body.ts';
import type { GridRow } from './grid.ts';
import { findHeader, headingsByKey, RESULT_HEADING, type Found, type Header } from './header.ts';
import { UnusableFile, type Column, type ListFile } from './list.ts';
import { missingColumns } from './missing-columns.ts';
import { writeBeside } from './write-beside.ts';

const WRITTEN = /[^\s,;"]/u;
const EMPTY = (): UnusableFile => new UnusableFile('Tệp trống.', 'The file is empty.');

const DELIMITERS = [',', ';', '\t'] as const;

/** Opens a `.csv` list: the delimiter is the one by which the headings are found, whatever a title above them holds. */
export const openCsv = async (path: string, columns: readonly Column[]): Promise<ListFile> => {
  const text = decode(await readFile(path));
  if (!WRITTEN.test(text)) throw EMPTY();
  const { delimiter, header } = await findTable(text, columns);
  const table = await parseCsv(text, delimiter, MAX_RECORDS + 1);
  if (table.length > MAX_RECORDS) throw tooManyRows();
  const grid = gridOf(table);
  const right = grid.reduce((most, row) => Math.max(most, ...row.cells.keys()), 0);
  // Found before the closure below, which would keep the whole text.
  const record_delimiter = text.includes('\r\n') ? '\r\n' : '\n';
  const beside = createBeside(header);
  for (const { line, cells } of grid)
    if (line > header.lastLine) for (const column of cells.keys()) beside.add(column, line);
  const body = await readBody(grid, { header, merges: new Map(), columns, beside });
  return {
    ...body,
    headings: headingsByKey(header),
    ignored: header.ignored,
    save: (target, results, heading = RESULT_HEADING) => {
      const isOutcome = (name: string): boolean => [heading, RESULT_HEADING].some((one) => fold(one) === fold(name));
      const last = [...header.headings].find(([, name]) => isOutcome(name))?.[0];
      const column = last ?? right + 1;
      const out = function* (): Generator<readonly string[]> {
        for (const [index, cells] of table.entries()) {
          const outcome = index + 1 === header.firstLine ? heading : results.get(index + 1)?.text;
          const blank = Array.from({ length: column }, () => '');
          yield outcome === undefined ? cells : Object.assign(blank, cells, { [column]: harmless(outcome) });
        }
      };
      const options = { bom: true, delimiter, record_delimiter };
      return writeBeside(target, (temporary) =>
        pipeline(Readable.from(out()), stringify(options), createWriteStream(temporary)),
      );
    },
  };
};

/** What an office program would take for a formula is given to it as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const findTable = async (text: string, columns: readonly Column[]): Promise<{ delimiter: string; header: Header }> => {
  let best: (Found & { readonly head: readonly GridRow[] }) | undefined;
  let malformed: UnusableFile | undefined;
  for (const delimiter of DELIMITERS) {
    try {
      const head = gridOf(await parseCsv(text, delimiter, HEAD_RECORDS));
      const header = findHeader(head, new Map(), columns);
      if (!('missing' in header)) return { delimiter, header };
      const { missing, headings } = header;
      const [lacks, has] = [best?.missing.length ?? Infinity, best?.headings.length ?? 0];
      if (missing.length < lacks || (missing.length === lacks && headings.length > has)) best = { ...header, head };
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      malformed ??= error;
    }
  }
  if (best === undefined) throw malformed ?? EMPTY();
  throw missingColumns(best, best.head);
};

const gridOf = (table: readonly (readonly string[])[]): readonly GridRow[] =>
  table.flatMap((record, index) => {
    const cells = new Map(record.flatMap((text, column) => (text.trim() === '' ? [] : [[column, { text }] as const])));
    return cells.size === 0 ? [] : [{ line: index + 1, hidden: false, cells, filled: cells.size }];
  });

/** Empty lines count here; no office program has more than the latter. */
const HEAD_RECORDS = 100;
const MAX_RECORDS = 1_048_576;
const PIECE = 64 * 1024;
/** Others get their turn after as many. */
const RECORDS_AT_ONCE = 200;

/** The first records of a text; what comes after `most` is left out. */
const parseCsv = async (text: string, delimiter: string, most: number): Promise<string[][]> => {
  const table: string[][] = [];
  const pieces = function* (): Generator<string> {
    for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE);
  };
  const options = { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, to: most };
  const parser = Readable.from(pieces(), { objectMode: true }).pipe(parse(options));
  try {
    for await (const record of parser) {
      table.push(record as string[]);
      if (table.length % RECORDS_AT_ONCE === 0) await setImmediate();
    }
    return table;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error['lines']);
    throw new UnusableFile(
      `Tệp CSV sai ở dấu ngoặc kép (") của dòng ${line}: mỗi dấu mở phải có dấu đóng ở cuối ô.`,
      `The CSV is wrong at a quotation mark (") of line ${line}: each that opens needs one that closes, at the end of the cell.`,
    );
  }
};

/** The office program's "Unicode text" is UTF-16; everything else must be UTF-8. */
const decode = (bytes: Buffer): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFile(
      'Tệp CSV không phải UTF-8: hãy lưu lại dạng "CSV UTF-8".',
      'The CSV file is not UTF-8: save it as "CSV UTF-8".',
    );
  }
};
