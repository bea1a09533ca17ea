import { open, stat } from 'node:fs/promises';
import { UnusableFile, type Column, type ListFile, type OpenListOptions } from './list.ts';
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
  await refuseOldFormats(path);
  if (/\.csv$/iu.test(name)) return openCsv(path, columns);
  if (/\.xlsx$/iu.test(name)) return openWorkbook(path, columns, options);
  throw new UnusableFile('Chỉ nhận tệp .csv hoặc .xlsx.', 'Only .csv and .xlsx files are taken.');
};

/** How a file of the older office programs begins; a workbook with a password is put into one. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const refuseOldFormats = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(COMPOUND_FILE.length);
    await file.read(start, 0, start.length, 0);
    if (!start.equals(COMPOUND_FILE)) return;
    if ((await file.readFile()).includes(ENCRYPTED)) {
      throw new UnusableFile(
        'Tệp Excel có mật khẩu: hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nhập.',
        'The workbook has a password: open it in Excel, remove the password (File → Info → Protect Workbook), save it and import it again.',
      );
    }
    throw new UnusableFile(
      'Tệp Excel kiểu cũ (.xls): hãy mở bằng Excel, chọn "Lưu dưới dạng" kiểu "Excel Workbook (.xlsx)" rồi nhập lại.',
      'An Excel file of the old kind (.xls): open it in Excel, save it as "Excel Workbook (.xlsx)" and import it again.',
    );
  } finally {
    await file.close();
  }
};
