export { importsMigrations } from './migrations.ts';
export {
  IMPORT_KINDS,
  ROW_KINDS,
  type Import,
  type ImportedRow,
  type ImportKind,
  type Remark,
  type RowKind,
} from './import.ts';
export {
  createImports,
  isImportWaiting,
  startImportRunner,
  type ImportService,
  type ImportsOptions,
} from './import-service.ts';
export { createReturnedLists } from './returned-lists.ts';
export type { ImportRunner } from './running/runner.ts';
