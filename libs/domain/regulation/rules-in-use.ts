import type { RestDayRule, WorkingCalendar } from '../calendar/index.ts';
import type { LocalDate } from '../kernel/index.ts';
import type { UnitKind } from '../organization/unit/events.ts';
import type {
  DocumentType,
  DutyKind,
  FigureDefinition,
  RegulationContent,
  RegulationEvent,
  ReminderRules,
  ReportPeriod,
  Rung,
} from './events.ts';

/** The rules of reporting with nothing left open. */
export interface ReportingRules {
  readonly periods: readonly ReportPeriod[];
  readonly obliged: readonly UnitKind[];
  readonly consolidationDays: number;
  readonly restDayRule: RestDayRule;
  readonly dueSoonDays: number;
  readonly figures: readonly FigureDefinition[];
}

/** What a regulation leaves out: every kind of unit reports, two working days a level, late days move on. */
export const reportingRules = ({ reporting }: RegulationContent): ReportingRules => ({
  periods: reporting.periods,
  obliged: reporting.obliged ?? ['PROVINCE', 'COMMUNE', 'CENTRAL_AGENCIES', 'UNIT'],
  consolidationDays: reporting.consolidationDays ?? 2,
  restDayRule: reporting.restDayRule ?? 'NEXT_WORKING_DAY',
  dueSoonDays: reporting.dueSoonDays ?? 5,
  figures: reporting.figures ?? [],
});

/** The types of document a regulation numbers; decisions only where it does not say. */
export const documentTypes = ({ numbering }: Pick<RegulationContent, 'numbering'>): readonly DocumentType[] =>
  numbering.docTypes ?? [{ code: 'QUYET_DINH', name: 'Quyết định', abbreviation: 'QĐ' }];

/** The ladder of a kind of duty; empty when the regulation reminds nobody. */
export const ladderOf = (rules: ReminderRules | undefined, kind: DutyKind): readonly Rung[] =>
  rules?.ladders?.[kind] ?? rules?.ladder ?? [];

/** The calendar a regulation keeps, with everything that was added to it since. */
export const calendarOf = ({ calendar }: RegulationContent): WorkingCalendar => ({
  holidays: new Map(calendar.holidays.map((date) => [date, calendar.holidayNames?.[date] ?? ''])),
  makeUpDays: new Set(calendar.makeUpDays),
});

type Amendment = Extract<RegulationEvent, { readonly type: 'CalendarAmended' }>['data'];

/** The content with the calendar as it is after an amendment; everything else stays as published. */
export const amended = (content: RegulationContent, change: Amendment): RegulationContent => ({
  ...content,
  calendar: {
    holidays: changed(
      content.calendar.holidays,
      change.addedHolidays.map(({ date }) => date),
      change.removedHolidays,
    ),
    makeUpDays: changed(content.calendar.makeUpDays, change.addedMakeUpDays, change.removedMakeUpDays),
    holidayNames: Object.fromEntries([
      ...Object.entries(content.calendar.holidayNames ?? {}).filter(([date]) => !change.removedHolidays.includes(date)),
      ...change.addedHolidays.map(({ date, name }) => [date, name]),
    ]) as Readonly<Record<LocalDate, string>>,
  },
});

const changed = (days: readonly string[], added: readonly string[], removed: readonly string[]): readonly string[] =>
  [...new Set([...days, ...added])].filter((day) => !removed.includes(day)).sort();
