import { stat } from 'node:fs/promises';
import { UnusableFile, type Column, type ListFile, type OpenListOptions } from './list.ts';
import { refuseOtherFormats } from './other-formats.ts';
import { openCsv } from './open-csv.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

/** Larger files are refused before they are opened: a list of 20,000 rows is about 4 MiB. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Opens a `.csv` or `.xlsx` list and finds the row, or the rows, with the column names. */
export const openList = async (
  path: string,
  columns: readonly Column[],
  options: OpenListOptions = {},
): Promise<ListFile> => {
  const { name = path } = options;
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) {
    throw new UnusableFile('Tệp lớn hơn 20 MiB: hãy tách danh sách.', 'The file is over 20 MiB: split the list.');
  }
  if (size === 0) throw new UnusableFile('Tệp trống.', 'The file is empty.');
  await refuseOtherFormats(path, name);
  return /\.csv$/iu.test(name) ? openCsv(path, columns) : openWorkbook(path, columns, options);
};
