import { open } from 'node:fs/promises';
import { UnusableFile } from './list.ts';

/** How a file of the older office programs begins; a workbook with a password is put into one. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const ARCHIVE = Buffer.from('PK');
/** An OpenDocument file is an archive that says what it is in its first entry. Source: OpenDocument 1.3, part 2, 3.3. */
const OPEN_DOCUMENT = Buffer.from('application/vnd.oasis.opendocument');
/** Bytes in which a file shows what it is. */
const START = 4096;

const SAVE_VI = 'hãy mở bằng Excel, chọn "Lưu dưới dạng" kiểu "Excel Workbook (.xlsx)" rồi nhập lại';
const SAVE_EN = 'open it in Excel, save it as "Excel Workbook (.xlsx)" and import it again';
const otherwise = (vi: string, en: string): UnusableFile =>
  new UnusableFile(`${vi}: ${SAVE_VI}.`, `${en}: ${SAVE_EN}.`);

/** What is no `.csv` and no `.xlsx`, whatever its name says, is refused with what to do. @throws UnusableFile */
export const refuseOtherFormats = async (path: string, name: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    const start = buffer.subarray(0, bytesRead);
    if (beginsWith(start, COMPOUND_FILE)) throw await oldWorkbook(() => file.readFile());
    const fault = otherFormat(start, name);
    if (fault !== undefined) throw fault;
  } finally {
    await file.close();
  }
};

const beginsWith = (start: Buffer, signature: Buffer): boolean => start.subarray(0, signature.length).equals(signature);

const oldWorkbook = async (read: () => Promise<Buffer>): Promise<UnusableFile> =>
  (await read()).includes(ENCRYPTED)
    ? new UnusableFile(
        'Tệp Excel có mật khẩu: hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nhập.',
        'The workbook has a password: open it in Excel, remove the password (File → Info → Protect Workbook), save it and import it again.',
      )
    : otherwise('Tệp Excel kiểu cũ (.xls)', 'An Excel file of the old kind (.xls)');

const otherFormat = (start: Buffer, name: string): UnusableFile | undefined => {
  const isArchive = beginsWith(start, ARCHIVE);
  const isNamed = (extension: RegExp): boolean => extension.test(name);
  if (isArchive && start.includes(OPEN_DOCUMENT))
    return otherwise('Tệp OpenDocument (.ods)', 'An OpenDocument file (.ods)');
  if (WEB_PAGE.test(start.toString('utf8')))
    return otherwise('Tệp là trang web (HTML, XML)', 'The file is a web page (HTML, XML)');
  if (isNamed(/\.csv$/iu)) return isArchive ? misnamed('sổ Excel', 'a workbook', '.xlsx') : undefined;
  if (isNamed(/\.xlsx?$/iu) && isText(start)) return misnamed('văn bản (CSV)', 'plain text (CSV)', '.csv');
  if (isNamed(/\.xlsx$/iu)) return undefined;
  return isNamed(/\.xls\w?$/iu)
    ? otherwise('Chỉ nhận tệp .csv hoặc .xlsx', 'Only .csv and .xlsx files are taken')
    : new UnusableFile('Chỉ nhận tệp .csv hoặc .xlsx.', 'Only .csv and .xlsx files are taken.');
};

const misnamed = (vi: string, en: string, extension: string): UnusableFile =>
  new UnusableFile(
    `Đuôi tệp không đúng, tệp là ${vi}: hãy đổi đuôi thành ${extension} rồi nhập lại.`,
    `The name does not fit, the file is ${en}: have it end in ${extension} and import it again.`,
  );

/** What programs of the web save under the name of a workbook. */
const WEB_PAGE = /^\uFEFF?\s*<(?:!doctype|\?xml|html|head|meta|style|table)\b/iu;

/** The "Unicode text" of the office program is UTF-16, and begins with its mark. */
const isText = (start: Buffer): boolean => beginsWith(start, Buffer.from('fffe', 'hex')) || !start.includes(0);
