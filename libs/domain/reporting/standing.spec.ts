import fc from 'fast-check';
import { workingDaysBetween } from '../calendar/index.ts';
import { addDays } from '../kernel/index.ts';
import { dueSoonOn, standingOf, type StandingFacts } from './standing.ts';
import { weekendsOnly } from './testing/stories.ts';

/** Due on Friday 12 June 2026. */
const open: StandingFacts = { status: 'OPEN', dueOn: '2026-06-12', workingDaysLate: null, receiverSubmitted: false };
const on = (today: string, facts: Partial<StandingFacts> = {}) =>
  standingOf({ ...open, ...facts }, today, weekendsOnly, 3);

describe('how a report stands', () => {
  it.each([
    ['2026-06-08', 'ON_TIME', 4],
    ['2026-06-09', 'DUE_SOON', 3],
    ['2026-06-12', 'DUE_SOON', 0],
    ['2026-06-14', 'DUE_SOON', 0],
    ['2026-06-15', 'OVERDUE', 1],
    ['2026-06-22', 'OVERDUE', 6],
  ])('on %s: %s, %i working days', (today, standing, workingDays) => {
    expect(on(today)).toEqual({ standing, workingDays });
    expect(on(today, { status: 'REVISION_REQUESTED', workingDaysLate: 9 })).toEqual({ standing, workingDays });
  });

  it('missing once the report above was submitted without it', () => {
    expect(on('2026-06-15', { receiverSubmitted: true })).toEqual({ standing: 'MISSING', workingDays: 1 });
    expect(on('2026-06-12', { receiverSubmitted: true }).standing).toBe('DUE_SOON');
  });

  it('as it was handed in, for ever', () => {
    for (const status of ['SUBMITTED', 'APPROVED', 'CONSOLIDATED', 'CLOSED'] as const) {
      const late = on('2026-12-01', { status, workingDaysLate: 1, receiverSubmitted: true });
      expect(late).toEqual({ standing: 'LATE', workingDays: null });
      expect(on('2026-12-01', { status, workingDaysLate: 0 })).toEqual({ standing: 'ON_TIME', workingDays: null });
    }
  });

  it('excused, whatever the day', () => {
    expect(on('2026-12-01', { status: 'EXCUSED' })).toEqual({ standing: 'EXCUSED', workingDays: null });
  });
});

describe('the due dates that are due soon', () => {
  const day = fc.nat(40).map((days) => addDays('2026-06-01', days));
  const calendars = fc.record({
    holidays: fc.array(day, { maxLength: 8 }).map((days) => new Map(days.map((each) => [each, 'Lễ']))),
    makeUpDays: fc.array(day, { maxLength: 4 }).map((days) => new Set(days)),
  });

  it('are those counted in working days: none has passed since, and no more are left than the rules say', () => {
    fc.assert(
      fc.property(calendars, day, day, fc.nat(5), (calendar, today, dueOn, dueSoonDays) => {
        const { first, last } = dueSoonOn(today, calendar, dueSoonDays);
        expect(dueOn < first).toBe(workingDaysBetween(calendar, dueOn, today) > 0);
        expect(dueOn > last).toBe(workingDaysBetween(calendar, today, dueOn) > dueSoonDays);
      }),
    );
  });
});
