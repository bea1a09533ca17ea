import { accept, citation, isLocalDate, notPastDay, reject, tidy } from '../kernel/index.ts';
import type { CommandMeta, LocalDate, Outcome, Rejected } from '../kernel/index.ts';
import type { AmendCalendar, RegulationRejection } from './commands.ts';
import type { RegulationContent, RegulationEvent } from './events.ts';
import { amended } from './rules-in-use.ts';

type Refusal = Rejected<RegulationRejection>;
type Amendment = Extract<RegulationEvent, { readonly type: 'CalendarAmended' }>['data'];

interface Published {
  readonly regulationId: string;
  readonly content: RegulationContent;
}

/**
 * Holidays and make-up days that a document announced after the regulation was published. The event tells only what
 * changes; due dates already set do not move.
 */
export const amendCalendar = (
  { data, meta }: AmendCalendar,
  { regulationId, content }: Published,
): Outcome<RegulationEvent, RegulationRejection> => {
  const asked: Amendment = {
    regulationId,
    addedHolidays: (data.addedHolidays ?? []).map(({ date, name }) => ({ date, name: tidy(name) })),
    removedHolidays: data.removedHolidays ?? [],
    addedMakeUpDays: data.addedMakeUpDays ?? [],
    removedMakeUpDays: data.removedMakeUpDays ?? [],
    document: citation(data.document),
  };
  const refused = documentWrong(asked, meta) ?? daysWrong(asked) ?? notThere(asked, content);
  if (refused) return refused;
  const change = onlyNews(asked, content);
  const days = [change.addedHolidays, change.removedHolidays, change.addedMakeUpDays, change.removedMakeUpDays];
  if (days.every(({ length }) => length === 0)) return reject('calendar-unchanged');
  const { holidays, makeUpDays } = amended(content, change).calendar;
  const both = makeUpDays.find((day) => holidays.includes(day));
  if (both !== undefined) return reject('make-up-day-is-holiday', { params: { date: both } });
  return accept({ type: 'CalendarAmended', data: change });
};

const documentWrong = ({ document }: Amendment, meta: CommandMeta): Refusal | undefined => {
  if (document.number === '') return reject('number-missing', { pointer: '/document/number' });
  return notPastDay(document.issuedOn, meta, '/document/issuedOn');
};

interface Day {
  readonly date: LocalDate;
  readonly pointer: string;
}

/** Every day is one of the calendar and is spoken of once; every holiday has a name. */
const daysWrong = (asked: Amendment): Refusal | undefined => {
  const holidays = [
    ...asked.addedHolidays.map(({ date }, index) => ({ date, pointer: `/addedHolidays/${index}/date` })),
    ...placed(asked.removedHolidays, '/removedHolidays'),
  ];
  const makeUpDays = [
    ...placed(asked.addedMakeUpDays, '/addedMakeUpDays'),
    ...placed(asked.removedMakeUpDays, '/removedMakeUpDays'),
  ];
  const unreal = [...holidays, ...makeUpDays].find(({ date }) => !isLocalDate(date));
  if (unreal) return reject('date-invalid', { pointer: unreal.pointer });
  const unnamed = asked.addedHolidays.findIndex(({ name }) => name === '');
  if (unnamed >= 0) return reject('name-empty', { pointer: `/addedHolidays/${unnamed}/name` });
  const twice = repeated(holidays) ?? repeated(makeUpDays);
  return twice && reject('day-named-twice', { pointer: twice.pointer, params: { date: twice.date } });
};

const placed = (dates: readonly LocalDate[], list: string): readonly Day[] =>
  dates.map((date, index) => ({ date, pointer: `${list}/${index}` }));

const repeated = (days: readonly Day[]): Day | undefined =>
  days.find(({ date }, index) => days.findIndex((each) => each.date === date) < index);

const notThere = (asked: Amendment, { calendar }: RegulationContent): Refusal | undefined => {
  const missing = [
    ...placed(asked.removedHolidays, '/removedHolidays').filter(({ date }) => !calendar.holidays.includes(date)),
    ...placed(asked.removedMakeUpDays, '/removedMakeUpDays').filter(({ date }) => !calendar.makeUpDays.includes(date)),
  ][0];
  return missing && reject('day-not-in-calendar', { pointer: missing.pointer, params: { date: missing.date } });
};

/** Without the days that are as they are asked to be. */
const onlyNews = (asked: Amendment, { calendar }: RegulationContent): Amendment => ({
  ...asked,
  addedHolidays: asked.addedHolidays.filter(
    ({ date, name }) => !calendar.holidays.includes(date) || calendar.holidayNames?.[date] !== name,
  ),
  addedMakeUpDays: asked.addedMakeUpDays.filter((day) => !calendar.makeUpDays.includes(day)),
});
