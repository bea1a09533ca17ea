import { reporting } from '#domain';
import { CitationBody } from '../http/citation.dto.ts';
import { IdField, IdList, LocalDateField, NumbersByCode, OneOf, Part, Text } from '../http/validation/fields.ts';
import { AsOfQuery, PageAsOfQuery } from '../reading/list-query.ts';
import { PeriodField } from './period.ts';

const REASON = { max: 4000, lines: true } as const;

/** Figures a regulation can hold. */
const MAX_FIGURES = 200;

export class ReportSubmitBody {
  @NumbersByCode({
    max: MAX_FIGURES,
    each: { min: 0, max: reporting.LARGEST_FIGURE },
    description: 'Whole numbers by figure code; null says "no data"',
  })
  figures: reporting.Figures;
  @Text({ max: 20_000, lines: true, min: 0 }) narrative: string;
  @IdList({ max: 100 }) evidenceIds: readonly string[];
}

export class ReportReturnBody {
  @Text(REASON) reason: string;
  @LocalDateField() dueOn: string;
}

export class ReportReopenBody {
  @Text(REASON) reason: string;
  @LocalDateField() dueOn: string;
}

export class ReportExcuseBody {
  @Text(REASON) reason: string;
}

export class ReportExtendBody {
  @LocalDateField() dueOn: string;
  @Text(REASON) reason: string;
  @Part(() => CitationBody) document: CitationBody;
}

export class ReportRemindBody {
  @Text({ max: 1000, lines: true, optional: true }) note?: string;
}

const STATUSES = [
  ...reporting.REPORT_STATUSES,
  ...reporting.STANDINGS.filter((each) => each !== 'EXCUSED'),
  'ABSENT' as const,
];

export class ReportsQuery extends PageAsOfQuery {
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @IdField({ optional: true, description: 'The unit it is owed to' }) receiver?: string;
  @PeriodField({ optional: true }) period?: string;
  @OneOf(reporting.REPORT_KINDS, { optional: true }) kind?: reporting.ReportKind;
  @OneOf(STATUSES, {
    optional: true,
    anyCase: true,
    description: 'A status, or how it stands on the day; ABSENT: overdue or missing',
  })
  status?: reporting.ReportStatusName | reporting.Standing | 'ABSENT';
  @Text({ optional: true, max: 200, description: 'In a name of the unit; however it is spelt' }) q?: string;
  @OneOf(['dueOn', '-dueOn', 'urgency'], { optional: true, description: 'urgency: what is overdue first' })
  sort?: 'dueOn' | '-dueOn' | 'urgency';
}

export class ReportCoverageQuery extends AsOfQuery {
  @PeriodField() period: string;
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @IdField({ optional: true, description: 'The unit it is owed to' }) receiver?: string;
  @OneOf(reporting.REPORT_KINDS, { optional: true }) kind?: reporting.ReportKind;
}
