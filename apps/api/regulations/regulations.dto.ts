import { regulation } from '#domain';
import { IdField, LocalDateField, OneOf, Part, Text, YesNo } from '../http/validation/fields.ts';
import { PageQuery } from '../reading/list-query.ts';
import { ContentBody } from './content.dto.ts';

export class RegulationDraftBody {
  @IdField() unitId: string;
  @Part(() => ContentBody) content: ContentBody;
}

export class RegulationReviseBody {
  @Part(() => ContentBody) content: ContentBody;
}

export class PublishBody {
  @Text({ max: 100 }) number: string;
  @LocalDateField() issuedOn: string;
  @LocalDateField() from: string;
  @YesNo({ optional: true, description: 'An illustrative regulation is put in force on purpose, for a trial' })
  illustrative?: boolean;
}

export class SupersedeBody {
  @IdField() byRegulationId: string;
  @LocalDateField() from: string;
}

/** Against which regulation the draft is tried; the one in force for the same unit when absent. */
export class DryRunBody {
  @IdField({ optional: true }) againstRegulationId?: string;
}

const SORTS = ['fromOn', '-fromOn', 'title', '-title'] as const;

export class RegulationsQuery extends PageQuery {
  @Text({ optional: true, max: 200, description: 'Part of the title or of the number' }) q?: string;
  @OneOf(regulation.REGULATION_STATUSES, { optional: true })
  status?: (typeof regulation.REGULATION_STATUSES)[number];
  @OneOf(SORTS, { optional: true }) sort?: (typeof SORTS)[number];
}

/** The kind of office, in the path. */
export class StartingParam {
  @OneOf(Object.keys(regulation.STARTING_REGULATIONS)) kind: regulation.StartingKind;
}
