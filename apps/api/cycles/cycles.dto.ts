import { regulation } from '#domain';
import { CitationBody } from '../http/citation.dto.ts';
import {
  IdField,
  LocalDateField,
  OneOf,
  Part,
  Text,
  WholeNumber,
  WholeNumberText,
  YesNo,
} from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';

const YEAR = { min: 1990, max: 2199 } as const;

export class OpenBody {
  @IdField() unitId: string;
  @Text({ max: 300 }) name: string;
  @WholeNumber(YEAR) year: number;
  @WholeNumber({ optional: true, ...YEAR }) untilYear?: number;
  @Text({ max: 300 }) movement: string;
  @IdField() regulationId: string;
  @YesNo({ optional: true, description: 'A deadline lies outside the cycle’s years on purpose' })
  deadlinesOutsideYear?: boolean;
  @LocalDateField({ optional: true }) registrationDeadline?: string;
  @LocalDateField({ optional: true }) dossierDeadline?: string;
  @LocalDateField({ optional: true }) appraisalDeadline?: string;
}

export class ExtendBody {
  @OneOf(regulation.CYCLE_STEPS) step: regulation.CycleStep;
  @LocalDateField() dueOn: string;
  @Text({ max: 4000, lines: true }) reason: string;
  @Part(() => CitationBody) document: CitationBody;
}

export class CycleCloseBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

const SORTS = ['year', '-year', 'name', '-name'] as const;

export class CyclesQuery extends PageQuery {
  @Text({ optional: true, max: 200, description: "Part of the name or of the movement's" }) q?: string;
  @OneOf(regulation.cycle.CYCLE_STATUSES, { optional: true })
  status?: (typeof regulation.cycle.CYCLE_STATUSES)[number];
  @WholeNumberText({ optional: true, ...YEAR }) year?: number;
  @OneOf(SORTS, { optional: true }) sort?: (typeof SORTS)[number];
}
