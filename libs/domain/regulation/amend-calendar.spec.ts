import type { Actor } from '../kernel/index.ts';
import { by, commandMeta, given } from '../kernel/testing/spec.ts';
import type { AmendCalendar, RegulationRejection } from './commands.ts';
import { decider as regulationDecider } from './decide.ts';
import type { RegulationEvent } from './events.ts';
import { exampleRegulation } from './example/regulation.ts';
import { calendarOf } from './rules-in-use.ts';
import { validate } from './validation/validate.ts';

const officer: Actor = { personId: 'officer', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
const signer: Actor = { personId: 'signer', role: 'DECISION_SIGNER', unitId: 'province' };
const content = exampleRegulation(2026);
const document = { number: '345/TB-BNV', issuedOn: '2026-02-20' };
const drafted: RegulationEvent = {
  type: 'RegulationDrafted',
  data: { regulationId: 'reg-1', unitId: 'province', content },
};
const published: RegulationEvent = {
  type: 'RegulationPublished',
  data: { regulationId: 'reg-1', number: '12-QĐ/TU', issuedOn: '2026-01-25', from: '2026-02-01', warnings: [] },
  effectiveOn: '2026-02-01',
};
const superseded: RegulationEvent = {
  type: 'RegulationSuperseded',
  data: { regulationId: 'reg-1', byRegulationId: 'reg-2', from: '2027-01-01' },
  effectiveOn: '2027-01-01',
};
type Change = Partial<AmendCalendar['data']>;
const amend = (change: Change, actor = signer): AmendCalendar => ({
  type: 'AmendCalendar',
  data: { document, ...change },
  facts: {},
  meta: commandMeta({ actor }),
});
const event = (change: Partial<Extract<RegulationEvent, { type: 'CalendarAmended' }>['data']>): RegulationEvent => ({
  type: 'CalendarAmended',
  data: {
    regulationId: 'reg-1',
    addedHolidays: [],
    removedHolidays: [],
    addedMakeUpDays: [],
    removedMakeUpDays: [],
    document,
    ...change,
  },
});

const tet = [
  { date: '2026-02-16', name: 'Tết Nguyên đán' },
  { date: '2026-02-17', name: 'Tết Nguyên đán' },
];
const withTet = event({ addedHolidays: tet, addedMakeUpDays: ['2026-02-28'] });
const inDraft = by(officer)(drafted);
const inForce = [...inDraft, ...by(signer)(published)];
const amendedOnce = [...inForce, ...by(signer)(withTet)];

describe('amending the calendar of a regulation in force', () => {
  it('adds the days of Tết with their name, and the Saturday that makes up for one', () => {
    given(regulationDecider, ...inForce)
      .when(
        amend({ addedHolidays: [{ ...tet[0]!, name: ' Tết  Nguyên đán ' }, tet[1]!], addedMakeUpDays: ['2026-02-28'] }),
      )
      .then(withTet);
    const { state } = given(regulationDecider, ...amendedOnce);
    if (state.status !== 'PUBLISHED') throw new Error('it is in force');
    const calendar = calendarOf(state.content);
    expect(calendar.holidays.get('2026-02-16')).toBe('Tết Nguyên đán');
    expect(calendar.holidays.get('2026-09-02')).toBe('Quốc khánh');
    expect([...calendar.makeUpDays]).toEqual(['2026-02-28']);
    expect(validate(state.content)).toEqual([]);
  });

  it('takes days out again, with their names', () => {
    const removed = event({ removedHolidays: ['2026-02-17'], removedMakeUpDays: ['2026-02-28'] });
    given(regulationDecider, ...amendedOnce)
      .when(amend({ removedHolidays: ['2026-02-17'], removedMakeUpDays: ['2026-02-28'] }))
      .then(removed);
    const { state } = given(regulationDecider, ...amendedOnce, ...by(signer)(removed));
    if (state.status !== 'PUBLISHED') throw new Error('it is in force');
    expect(state.content.calendar).toMatchObject({ makeUpDays: [] });
    expect(Object.keys(state.content.calendar.holidayNames ?? {})).not.toContain('2026-02-17');
  });

  it('renames a day, and tells only what is new', () => {
    const renamed = { date: '2026-02-16', name: 'Giao thừa' };
    given(regulationDecider, ...amendedOnce)
      .when(amend({ addedHolidays: [renamed, tet[1]!], addedMakeUpDays: ['2026-02-28'] }))
      .then(event({ addedHolidays: [renamed] }));
  });

  it('said a second time changes nothing, and is refused', () => {
    given(regulationDecider, ...amendedOnce)
      .when(amend({ addedHolidays: tet, addedMakeUpDays: ['2026-02-28'] }))
      .thenRejected('calendar-unchanged');
    given(regulationDecider, ...inForce)
      .when(amend({}))
      .thenRejected('calendar-unchanged');
  });

  it('makes a working day of what was a holiday, in one document', () => {
    given(regulationDecider, ...inForce)
      .when(amend({ removedHolidays: ['2026-05-01'], addedMakeUpDays: ['2026-05-01'] }))
      .then(event({ removedHolidays: ['2026-05-01'], addedMakeUpDays: ['2026-05-01'] }));
  });

  it('is for a signer, and only while the regulation is in force', () => {
    const change = { addedHolidays: tet };
    given(regulationDecider, ...inForce)
      .when(amend(change, officer))
      .thenRejected('role-not-allowed');
    given(regulationDecider).when(amend(change)).thenRejected('regulation-missing');
    given(regulationDecider, ...inDraft)
      .when(amend(change))
      .thenRejected('regulation-not-published', { params: { regulationStatus: 'DRAFT' } });
    given(regulationDecider, ...inForce, ...by(signer)(superseded))
      .when(amend(change))
      .thenRejected('regulation-not-published', { params: { regulationStatus: 'SUPERSEDED' } });
  });

  it.each<[string, Change, RegulationRejection, object]>([
    [
      'without the number of a document',
      { addedHolidays: tet, document: { ...document, number: ' ' } },
      'number-missing',
      { pointer: '/document/number' },
    ],
    [
      'by a document of no real day',
      { addedHolidays: tet, document: { ...document, issuedOn: '2026-02-30' } },
      'date-invalid',
      { pointer: '/document/issuedOn' },
    ],
    [
      'by a document of tomorrow',
      { addedHolidays: tet, document: { ...document, issuedOn: '2026-03-03' } },
      'date-in-future',
      { pointer: '/document/issuedOn' },
    ],
    [
      'for a holiday that is no day',
      { addedHolidays: [tet[0]!, { date: '2026-02-30', name: 'Tết' }] },
      'date-invalid',
      { pointer: '/addedHolidays/1/date' },
    ],
    [
      'for a make-up day that is no day',
      { removedMakeUpDays: ['2026-13-01'] },
      'date-invalid',
      { pointer: '/removedMakeUpDays/0' },
    ],
    [
      'for a holiday without a name',
      { addedHolidays: [{ date: '2026-02-16', name: ' ' }] },
      'name-empty',
      { pointer: '/addedHolidays/0/name' },
    ],
    [
      'for a day under two names',
      { addedHolidays: [tet[0]!, { ...tet[0]!, name: 'Giao thừa' }] },
      'day-named-twice',
      { pointer: '/addedHolidays/1/date', params: { date: '2026-02-16' } },
    ],
    [
      'for a day that comes and goes',
      { addedMakeUpDays: ['2026-02-28'], removedMakeUpDays: ['2026-02-28'] },
      'day-named-twice',
      { pointer: '/removedMakeUpDays/0', params: { date: '2026-02-28' } },
    ],
    [
      'to remove a holiday that is none',
      { removedHolidays: ['2026-05-01', '2026-05-02'] },
      'day-not-in-calendar',
      { pointer: '/removedHolidays/1', params: { date: '2026-05-02' } },
    ],
    [
      'to remove a make-up day that is none',
      { removedMakeUpDays: ['2026-05-02'] },
      'day-not-in-calendar',
      { pointer: '/removedMakeUpDays/0', params: { date: '2026-05-02' } },
    ],
    [
      'for a holiday on which people make up',
      { addedHolidays: tet, addedMakeUpDays: ['2026-02-17'] },
      'make-up-day-is-holiday',
      { params: { date: '2026-02-17' } },
    ],
    [
      'to make up on a holiday that stands already',
      { addedMakeUpDays: ['2026-09-02'] },
      'make-up-day-is-holiday',
      { params: { date: '2026-09-02' } },
    ],
  ])('is refused %s', (_title, change, reason, details) => {
    given(regulationDecider, ...inForce)
      .when(amend(change))
      .thenRejected(reason, details);
  });
});
