import { CitationBody } from '../http/citation.dto.ts';
import { IdField, LocalDateField, OneOf, Part, Text, WholeNumber, WholeNumberText } from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';

const YEAR = { min: 1990, max: 2199 } as const;

export class OpenBody {
  @IdField() unitId: string;
  @Text({ max: 300 }) name: string;
  @WholeNumber(YEAR) year: number;
  @WholeNumber({ optional: true, ...YEAR }) untilYear?: number;
  @Text({ max: 300 }) movement: string;
  @IdField() regulationId: string;
  @LocalDateField({ optional: true }) registrationDeadline?: string;
  @LocalDateField({ optional: true }) dossierDeadline?: string;
  @LocalDateField({ optional: true }) appraisalDeadline?: string;
}

const STEPS = ['REGISTRATION', 'DOSSIER', 'APPRAISAL'] as const;

export class ExtendBody {
  @OneOf(STEPS) step: (typeof STEPS)[number];
  @LocalDateField() dueOn: string;
  @Text({ max: 4000, lines: true }) reason: string;
  @Part(() => CitationBody) document: CitationBody;
}

export class CycleCloseBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class CyclesQuery extends PageQuery {
  @OneOf(['OPEN', 'CLOSED'], { optional: true }) status?: 'OPEN' | 'CLOSED';
  @WholeNumberText({ optional: true, ...YEAR }) year?: number;
}
