import { localDateOf, type LocalDate } from '#domain';
import type { AsOf } from '#read-models';
import { InstantField, LocalDateField, OneOf, Text, WholeNumberText } from '../http/validation/fields.ts';
import { FORMATS } from '../exports/view.ts';

/** Which page of a list is asked for. */
export class CursorQuery {
  @WholeNumberText({ optional: true, min: 1, max: 200 })
  limit?: number;
  @Text({ optional: true, max: 1000, description: 'Opaque cursor: `next` of the page before' })
  after?: string;
}

const COLUMNS = { max: 2000, description: 'Of a file: its columns in this order, by the fields of a row, with commas' };

/** What a list takes that is taken out as a file, too. */
export class PageQuery extends CursorQuery {
  @OneOf(FORMATS, { optional: true })
  format?: (typeof FORMATS)[number];
  @Text({ optional: true, ...COLUMNS })
  columns?: string;
}

/** Cut-offs in time. */
export class AsOfQuery {
  @LocalDateField({ optional: true, description: 'What was in force on this day' })
  asOf?: string;
  @InstantField({ optional: true, description: 'What had been recorded by this instant' })
  knownAt?: string;
}

export class PageAsOfQuery extends PageQuery {
  @LocalDateField({ optional: true, description: 'What was in force on this day' })
  asOf?: string;
  @InstantField({ optional: true, description: 'What had been recorded by this instant' })
  knownAt?: string;
}

/** The day of the cut-offs; undefined when nothing is cut off. */
export const dayOf = ({ asOf, knownAt }: AsOf): LocalDate | undefined =>
  asOf ?? (knownAt === undefined ? undefined : localDateOf(knownAt));
