import { calendar, organization, regulation } from '#domain';
import { ListOf, ListOfOneOf, LocalDateField, OneOf, TextList, WholeNumber, YesNo } from '../http/validation/fields.ts';
import { CodeNameBody } from './code-name.dto.ts';

const DAYS = { min: 0, max: 60, optional: true } as const;
const FIGURES = 200;

export class ReportPeriodBody {
  @OneOf(regulation.PERIOD_KINDS) kind: regulation.PeriodKind;
  @LocalDateField({ optional: true }) from?: string;
  @LocalDateField() cutoff: string;
  @LocalDateField() dueOn: string;
}

export class FigureBody extends CodeNameBody {
  @OneOf(regulation.KNOWN_FIGURES, { optional: true }) known?: regulation.KnownFigure;
  @TextList({ optional: true, max: FIGURES, each: { max: 100 } }) sumOf?: readonly string[];
  @YesNo({ optional: true }) required?: boolean;
}

export class ReportingBody {
  @ListOf(() => ReportPeriodBody, { max: 10 }) periods: readonly ReportPeriodBody[];
  @ListOfOneOf(organization.UNIT_KINDS, { optional: true, max: 10 }) obliged?: readonly organization.UnitKind[];
  @WholeNumber({ ...DAYS, description: 'Working days, for each level above the lowest' }) consolidationDays?: number;
  @OneOf(calendar.REST_DAY_RULES, { optional: true }) restDayRule?: calendar.RestDayRule;
  @WholeNumber({ ...DAYS, description: 'Working days' }) dueSoonDays?: number;
  @ListOf(() => FigureBody, { optional: true, max: FIGURES }) figures?: readonly FigureBody[];
}
