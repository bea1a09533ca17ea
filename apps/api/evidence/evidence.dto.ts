import { DOCUMENT_KINDS, type DocumentKind } from '#domain';
import { IdField, OneOf, Text } from '../http/validation/fields.ts';

/** The text parts that come before the file, and what the file says of itself. */
export class EvidenceFields {
  @IdField() unitId: string;
  @OneOf(DOCUMENT_KINDS) kind: DocumentKind;
  @Text({ max: 255 }) fileName: string;
  @Text({ max: 100 }) mediaType: string;
}
