import { registration, regulation, type registration as R } from '#domain';
import { REGISTRATION_STATUSES } from '#read-models';
import { CitationBody } from '../http/citation.dto.ts';
import { PageAsOfQuery, PageQuery } from '../reading/list-query.ts';
import {
  IdField,
  IdList,
  IdsInQuery,
  ListOf,
  LocalDateField,
  NumberField,
  OneOf,
  Part,
  Text,
  TextList,
  WholeNumber,
  YesNo,
} from '../http/validation/fields.ts';

const LONG = { max: 20_000, lines: true } as const;
const REASON = { max: 4000, lines: true } as const;

export class FormBody implements R.RegistrationForm {
  @Text({ max: registration.MAX_NAME }) name: string;
  @OneOf(regulation.SUBJECT_TYPES) subjectType: regulation.SubjectType;
  @Text({ max: 100 }) field: string;
  @TextList({ max: 50, each: { max: 100 } }) programmeTags: readonly string[];
  @Text({ optional: true, ...LONG }) situation?: string;
  @Text({ optional: true, ...LONG }) objectives?: string;
  @Text({ optional: true, ...LONG }) content?: string;
  @Text({ optional: true, ...LONG }) area?: string;
  @Text({ optional: true, ...LONG }) forces?: string;
  @Text({ optional: true, ...LONG }) resources?: string;
  @Text({ optional: true, ...LONG }) schedule?: string;
  @Text({ optional: true, ...LONG }) outputs?: string;
  @Text({ optional: true, ...LONG }) durability?: string;
  @Text({ optional: true, ...LONG }) confirmation?: string;
}

export class OriginBody {
  @OneOf(['NEW', 'CONTINUES', 'REPLICATES']) kind: 'NEW' | 'CONTINUES' | 'REPLICATES';
  @IdField({ optional: true }) registrationId?: string;
}

export class RegistrationDraftBody {
  @IdField() unitId: string;
  @IdField() cycleId: string;
  @Part(() => OriginBody, { optional: true }) origin?: OriginBody;
  @Part(() => FormBody) form: FormBody;
}

/** A draft says what it continues or replicates, or is a new model. */
export const draftOf = ({
  origin,
  ...draft
}: RegistrationDraftBody): Omit<R.DraftRegistration['data'], 'registrationId' | 'modelId'> => ({
  ...draft,
  origin:
    origin === undefined || origin.kind === 'NEW'
      ? { kind: 'NEW' }
      : { kind: origin.kind, registrationId: origin.registrationId ?? '' },
});

export class RegistrationReviseBody {
  @Part(() => FormBody) form: FormBody;
}

export class RegistrationSubmitBody {
  @Text({ optional: true, ...REASON }) lateReason?: string;
}

export class RegistrationReturnBody {
  @Text(REASON) reason: string;
  @LocalDateField() dueOn: string;
}

export class RegistrationReasonBody {
  @Text(REASON) reason: string;
}

export class StartBody {
  @Text(LONG) plan: string;
  @LocalDateField() startedOn: string;
}

export class IndicatorBody implements R.Indicator {
  @Text({ max: registration.MAX_NAME }) name: string;
  @NumberField({ min: -1e12, max: 1e12 }) value: number;
  @Text({ max: 50 }) unit: string;
}

export class RecordProgressBody {
  @Text(LONG) note: string;
  @ListOf(() => IndicatorBody, { max: 100 }) indicators: readonly IndicatorBody[];
  @IdList({ max: 100 }) evidenceIds: readonly string[];
}

export class RecordInspectionBody {
  @OneOf(['URGING', 'INSPECTION', 'SUPERVISION']) kind: 'URGING' | 'INSPECTION' | 'SUPERVISION';
  @Text(LONG) findings: string;
  @LocalDateField({ optional: true }) remedyDueOn?: string;
}

export class CriterionResultBody implements R.CriterionResult {
  @Text({ max: 100 }) criterion: string;
  @Text(LONG) result: string;
}

export class RequestRecognitionBody {
  @IdList({ max: 100 }) evidenceIds: readonly string[];
  @ListOf(() => CriterionResultBody, { max: 200 }) results: readonly CriterionResultBody[];
}

export class RequireSupplementBody {
  @TextList({ max: 100, each: { max: 500 } }) missing: readonly string[];
  @LocalDateField() dueOn: string;
}

export class ProvideSupplementBody {
  @IdList({ max: 100 }) evidenceIds: readonly string[];
  @Text(LONG) note: string;
}

export class OpenAppraisalBody {
  @IdList({ max: 50, min: 1 }) team: readonly string[];
  @LocalDateField() dueOn: string;
}

export class DeclareInterestBody {
  @YesNo() conflict: boolean;
  @Text({ optional: true, ...REASON }) detail?: string;
}

export class CriterionScoreBody implements R.CriterionScore {
  @Text({ max: 100 }) criterion: string;
  @WholeNumber({ min: 0, max: 1_000_000 }) points: number;
}

export class ScoreBody {
  @ListOf(() => CriterionScoreBody, { max: 200 }) scores: readonly CriterionScoreBody[];
}

export class ConcludeAppraisalBody {
  @LocalDateField({ optional: true }) fieldVisitOn?: string;
  @IdField({ optional: true }) minutesId?: string;
}

const COUNT = { min: 0, max: 10_000 } as const;

export class RecordVoteBody {
  @WholeNumber(COUNT) yes: number;
  @WholeNumber(COUNT) no: number;
  @WholeNumber(COUNT) abstain: number;
  @WholeNumber(COUNT) members: number;
  @WholeNumber(COUNT) present: number;
  @LocalDateField() heldOn: string;
  @IdField({ optional: true }) minutesId?: string;
}

export class ReopenBody {
  @Text(REASON) reason: string;
  @Part(() => CitationBody) petition: CitationBody;
}

export class ReplicateBody {
  @IdField() adoptingUnitId: string;
  @IdField() cycleId: string;
}

export class CarryForwardBody {
  @IdField() cycleId: string;
}

export class CorrectionRequestBody {
  @Text({ max: 50, description: `One of ${registration.CORRECTABLE.join(', ')}` }) field: string;
  @Text({ min: 0, ...LONG }) newValue: string;
  @Text(REASON) reason: string;
  @Part(() => CitationBody) document: CitationBody;
}

export class CorrectionApproveBody {
  @IdField() correctionId: string;
}

export class CorrectionDeclineBody {
  @IdField() correctionId: string;
  @Text(REASON) reason: string;
}

const SORTS = ['name', '-name', 'statusSince', '-statusSince', 'registeredOn', '-registeredOn', 'dueOn'] as const;

/** Open cycles unless one is named. */
export class PlacesQuery extends PageQuery {
  @IdField({ optional: true }) cycle?: string;
}

export class RegistrationsQuery extends PageAsOfQuery {
  @IdsInQuery({ optional: true, min: 1, max: 50, description: 'These alone' }) ids?: readonly string[];
  @Text({ optional: true, max: 200, description: 'Words of the name; diacritics do not matter' }) q?: string;
  @IdField({ optional: true }) cycle?: string;
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @OneOf(REGISTRATION_STATUSES, { optional: true }) status?: (typeof REGISTRATION_STATUSES)[number];
  @Text({ optional: true, max: 100 }) field?: string;
  @OneOf(regulation.SUBJECT_TYPES, { optional: true }) subjectType?: regulation.SubjectType;
  @Text({ optional: true, max: 100 }) tag?: string;
  @OneOf(['true', 'false'], { optional: true }) typical?: 'true' | 'false';
  @OneOf(['true'], { optional: true, description: 'Due before today, or before the day it is asked of' })
  overdue?: 'true';
  @IdField({ optional: true }) model?: string;
  @OneOf(SORTS, { optional: true }) sort?: (typeof SORTS)[number];
}
