import { join } from 'node:path';
import type { Column, ListFile } from '../list.ts';
import { openList } from '../open-list.ts';
import { writeTestWorkbook, type TestCell, type TestSheet, type TestWorkbook } from './workbooks.ts';

/** The columns of a list to be opened. */
export const columns: readonly Column[] = [
  { key: 'unit', headers: ['Đơn vị', 'Tên đơn vị'], required: false },
  { key: 'name', headers: ['Tên mô hình'], required: true },
  {
    key: 'subject',
    headers: ['Loại'],
    required: false,
    isValue: (heading) => ['Tập thể', 'Cá nhân'].includes(heading),
  },
  { key: 'field', headers: ['Lĩnh vực'], required: true },
  { key: 'tags', headers: ['Chương trình'], required: false, several: true },
  { key: 'from', headers: ['Từ ngày'], required: false },
];

export const HEADINGS: readonly TestCell[] = ['Tên mô hình', 'Lĩnh vực', 'Từ ngày'];
export const ROW: readonly TestCell[] = ['Đường hoa', 'Kinh tế', '02/03/2026'];

/** Writes workbooks into a folder, and opens them as lists. */
export const openerIn = (folder: () => string) => {
  const openBook = async (workbook: TestWorkbook, sheet?: string): Promise<ListFile> => {
    const path = await writeTestWorkbook(join(folder(), 'danh-sach.xlsx'), workbook);
    return openList(path, columns, sheet === undefined ? {} : { sheet });
  };
  return {
    openBook,
    openSheet: (sheet: Omit<TestSheet, 'name'>, more: Partial<TestWorkbook> = {}): Promise<ListFile> =>
      openBook({ sheets: [{ name: 'DS', ...sheet }], ...more }),
  };
};

export const cellsOf = ({ rows }: ListFile): object[] => rows.map(({ cells }) => cells);
export const noticesOf = ({ notices }: ListFile): string[] => notices.map(({ vi }) => vi);
