import { AUDIT_KINDS, type AuditKind } from '#read-models';
import { IdField, LocalDateField, OneOf, Text } from '../http/validation/fields.ts';
import { PageAsOfQuery } from '../reading/list-query.ts';

const SORTS = ['recordedAt', '-recordedAt'] as const;

export class AuditListQuery extends PageAsOfQuery {
  @IdField({ optional: true, description: 'Who acted, or for whom somebody acted' }) person?: string;
  @IdField({ optional: true, description: 'People acted for this unit or those below it, or it is about one of them' })
  unit?: string;
  @OneOf(AUDIT_KINDS, { optional: true, description: 'What the acts are about' }) kind?: AuditKind;
  @Text({
    optional: true,
    max: 100,
    description: 'A document number: what cites it, and the whole path of the decision that bears it',
  })
  document?: string;
  @IdField({
    optional: true,
    description: 'One model: its registrations, and the decisions and commendations on them',
  })
  model?: string;
  @LocalDateField({ optional: true, description: 'First day on which it was recorded' }) from?: string;
  @LocalDateField({ optional: true, notBefore: 'from', description: 'Last day on which it was recorded' }) to?: string;
  @OneOf(SORTS, { optional: true, description: 'The oldest first when absent' }) sort?: (typeof SORTS)[number];
}
