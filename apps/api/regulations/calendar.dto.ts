import { calendar } from '#domain';
import { PROPOSED_YEARS } from '#reminders';
import { CitationBody } from '../http/citation.dto.ts';
import { DateList, ListOf, LocalDateField, Part, Text, WholeNumberText } from '../http/validation/fields.ts';

const DAYS = { max: 200, optional: true } as const;

export class HolidayBody {
  @LocalDateField() date: string;
  @Text({ max: 300 }) name: string;
}

export class AmendCalendarBody {
  @ListOf(() => HolidayBody, DAYS) addedHolidays?: readonly HolidayBody[];
  @DateList(DAYS) removedHolidays?: readonly string[];
  @DateList(DAYS) addedMakeUpDays?: readonly string[];
  @DateList(DAYS) removedMakeUpDays?: readonly string[];
  @Part(() => CitationBody) document: CitationBody;
}

export class WorkingDaysQuery {
  @LocalDateField({ optional: true, description: 'Not counted itself; today unless told' }) from?: string;
  @WholeNumberText({
    optional: true,
    min: -calendar.MOST_WORKING_DAYS,
    max: calendar.MOST_WORKING_DAYS,
    description: 'Negative counts back; 1 unless told',
  })
  days?: number;
  @LocalDateField({ optional: true, description: 'How far this day is, before or behind; instead of days' })
  until?: string;
}

export class HolidaysQuery {
  @WholeNumberText({
    optional: true,
    min: PROPOSED_YEARS.from,
    max: PROPOSED_YEARS.until,
    description: 'This year unless told',
  })
  year?: number;
}
