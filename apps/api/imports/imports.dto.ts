import { IMPORT_KINDS, ROW_KINDS, type ImportKind, type RowKind } from '#imports';
import { IdField, OneOf, Text, WholeNumberText } from '../http/validation/fields.ts';

/** The text parts that come before the file, and what the file says of itself. */
export class ImportFields {
  @OneOf(IMPORT_KINDS) kind: ImportKind;
  @OneOf(['true', 'false'], { optional: true }) dryRun?: 'true' | 'false';
  @IdField({ optional: true }) cycleId?: string;
  @IdField({ optional: true }) unitId?: string;
  @Text({ optional: true, max: 100 }) sheet?: string;
  @Text({ max: 255 }) fileName: string;
  @Text({ max: 100 }) mediaType: string;
}

export class ImportRowsQuery {
  @WholeNumberText({ optional: true, min: 1, max: 200 }) limit?: number;
  @Text({ optional: true, max: 1000, description: 'Opaque cursor: `next` of the page before' }) after?: string;
  @OneOf(ROW_KINDS, { optional: true }) outcome?: RowKind;
}
