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
export { createImports, type ImportService, type ImportsOptions } from './import-service.ts';
