import { readFile, writeFile } from 'node:fs/promises';
import { fold } from '#domain';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { readBody } from './body.ts';
import type { GridRow } from './grid.ts';
import { findHeader, HEAD_ROWS, RESULT_HEADING, type Header } from './header.ts';
import { UnusableFile, type Column, type ListFile } from './list.ts';
import { missingColumns } from './missing-columns.ts';
import { writeBeside } from './write-beside.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** Opens a `.csv` list: the delimiter is the one by which the headings are found, whatever a title above them holds. */
export const openCsv = async (path: string, columns: readonly Column[]): Promise<ListFile> => {
  const text = decode(await readFile(path));
  const { delimiter, header } = findTable(text, columns);
  const table = parseCsv(text, delimiter);
  const grid = gridOf(table);
  const body = readBody(grid, header, [], columns);
  return {
    ...body,
    ignored: header.ignored,
    save: (target, results, heading = RESULT_HEADING) => {
      const isOutcome = (name: string): boolean => [heading, RESULT_HEADING].some((one) => fold(one) === fold(name));
      const last = [...header.headings].find(([, name]) => isOutcome(name))?.[0];
      const column = last ?? 1 + Math.max(...grid.flatMap((row) => [...row.cells.keys()]));
      const out = table.map((cells, index) => {
        const outcome = index + 1 === header.firstLine ? heading : results.get(index + 1)?.text;
        if (outcome === undefined) return cells;
        return Object.assign(
          Array.from({ length: column }, () => ''),
          cells,
          { [column]: harmless(outcome) },
        );
      });
      const record_delimiter = text.includes('\r\n') ? '\r\n' : '\n';
      const written = '\uFEFF' + stringify(out, { delimiter, record_delimiter });
      return writeBeside(target, (temporary) => writeFile(temporary, written));
    },
  };
};

/** What an office program would take for a formula is given to it as text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const findTable = (text: string, columns: readonly Column[]): { delimiter: string; header: Header } => {
  let best: { missing: readonly Column[]; head: readonly GridRow[] } | undefined;
  let malformed: UnusableFile | undefined;
  for (const delimiter of DELIMITERS) {
    try {
      const head = gridOf(parseCsv(text, delimiter, 2 * HEAD_ROWS));
      const header = findHeader(head, [], columns);
      if (!('missing' in header)) return { delimiter, header };
      if (best === undefined || header.missing.length < best.missing.length) best = { missing: header.missing, head };
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      malformed ??= error;
    }
  }
  if (best === undefined) throw malformed ?? new UnusableFile('Tệp CSV trống.', 'The CSV file is empty.');
  throw missingColumns(best.missing, best.head);
};

const gridOf = (table: readonly (readonly string[])[]): readonly GridRow[] =>
  table.flatMap((record, index) => {
    const cells = new Map(record.flatMap((text, column) => (text.trim() === '' ? [] : [[column, { text }] as const])));
    return cells.size === 0 ? [] : [{ line: index + 1, hidden: false, cells, filled: cells.size }];
  });

const parseCsv = (text: string, delimiter: string, to?: number): string[][] => {
  try {
    const options = { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false };
    return parse(text, to === undefined ? options : { ...options, to });
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new UnusableFile(`Tệp CSV sai định dạng: ${detail}`, `Malformed CSV: ${detail}`);
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
