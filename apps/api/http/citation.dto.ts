import { LocalDateField, Text } from './validation/fields.ts';

/** A paper, as its letterhead says. */
export class CitationBody {
  @Text({ max: 100 }) number: string;
  @LocalDateField() issuedOn: string;
}
