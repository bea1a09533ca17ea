import { organization, regulation } from '#domain';
import { CitationBody } from '../http/citation.dto.ts';
import { IdField, LocalDateField, OneOf, Part, Text } from '../http/validation/fields.ts';
import { PageAsOfQuery } from '../reading/list-query.ts';

export class EstablishBody {
  @Text({ max: 300 }) name: string;
  @OneOf(organization.UNIT_KINDS) kind: organization.UnitKind;
  @IdField({ optional: true }) parentId?: string;
  @Text({ optional: true, max: 5, description: '2 or 5 digits, kept as text' }) adminUnitCode?: string;
  @LocalDateField() from: string;
  @Part(() => CitationBody, { optional: true }) document?: CitationBody;
}

export class RenameBody {
  @Text({ max: 300 }) name: string;
  @LocalDateField() from: string;
  @Part(() => CitationBody, { optional: true }) document?: CitationBody;
}

export class MoveBody {
  @IdField() parentId: string;
  @LocalDateField() from: string;
  @Part(() => CitationBody, { optional: true }) document?: CitationBody;
}

export class UnitCloseBody {
  @LocalDateField() on: string;
  @Text({ max: 4000, lines: true }) reason: string;
  @Part(() => CitationBody, { optional: true }) document?: CitationBody;
}

export class UnitsQuery extends PageAsOfQuery {
  @Text({ optional: true, max: 200 }) q?: string;
  @OneOf(organization.UNIT_KINDS, { optional: true }) kind?: organization.UnitKind;
  @IdField({ optional: true }) parent?: string;
  @OneOf(['true', 'false'], { optional: true }) includeClosed?: 'true' | 'false';
  @OneOf(['name', '-name', 'from', '-from'], { optional: true }) sort?: 'name' | '-name' | 'from' | '-from';
}

export class SigningBodiesQuery {
  @OneOf(regulation.ACTS) act: regulation.Act;
  @OneOf(regulation.AWARD_FORMS, { optional: true }) form?: regulation.AwardForm;
  @LocalDateField({ optional: true, description: 'The day of the decision; today when absent' }) on?: string;
}
