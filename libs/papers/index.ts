export { exampleList, type Example } from './lists/example-list.ts';
export { UnusableFile, type Column, type ListFile, type ListRow, type Notice, type RowOutcome } from './lists/list.ts';
export { openList } from './lists/open-list.ts';
export {
  REGISTRATION_COLUMNS,
  REGISTRATION_EXAMPLES,
  REGISTRATION_TEXTS,
  SUBJECT_TYPE_NAMES,
  SUBJECT_TYPES,
} from './lists/registration-columns.ts';
export { UNIT_COLUMNS, UNIT_EXAMPLES, UNIT_KINDS, UNIT_KIND_NAMES } from './lists/unit-columns.ts';
export { type Cell, type PlainSheet } from './lists/workbook/sheet-part.ts';
export { workbookOf, writeWorkbook } from './lists/workbook/write-workbook.ts';
