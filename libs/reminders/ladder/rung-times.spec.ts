import type { calendar, regulation } from '#domain';
import { isQuiet, rungTimes } from './rung-times.ts';

const night = { from: '20:00', until: '07:00' };
const weekdaysOnly: calendar.WorkingCalendar = { holidays: new Map(), makeUpDays: new Set() };
const tet: calendar.WorkingCalendar = {
  holidays: new Map(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => [day, 'Tết'])),
  makeUpDays: new Set(['2026-02-28']),
};
const rung = (code: string, workingDays: number, recipient: regulation.RungRecipient = 'OFFICER') => ({
  code,
  workingDays,
  recipient,
});
const timesOf = (...[ladder, days, dueOn, quiet]: Parameters<typeof rungTimes>) =>
  Object.fromEntries(rungTimes(ladder, days, dueOn, quiet).map(({ code, at }) => [code, at]));

describe('the instants of a ladder', () => {
  it('are the mornings of its working days, when the quiet hours end in Vietnam', () => {
    const ladder = [rung('T-3', -3), rung('T0', 0), rung('T+1', 1, 'RECEIVING_BODY')];
    expect(timesOf(ladder, weekdaysOnly, '2026-07-10', night)).toEqual({
      'T-3': '2026-07-07T00:00:00.000Z',
      T0: '2026-07-10T00:00:00.000Z',
      'T+1': '2026-07-13T00:00:00.000Z',
    });
  });

  it('fall on the day before in UTC when the morning begins early', () => {
    expect(timesOf([rung('T0', 0)], weekdaysOnly, '2026-03-01', { from: '21:00', until: '06:30' })).toEqual({
      T0: '2026-02-28T23:30:00.000Z',
    });
  });

  it('pass over Tết and count a Saturday that is made up', () => {
    expect(timesOf([rung('T-3', -3), rung('T-7', -7), rung('T+1', 1)], tet, '2026-02-27', night)).toEqual({
      'T-7': '2026-02-11T00:00:00.000Z',
      'T-3': '2026-02-24T00:00:00.000Z',
      'T+1': '2026-02-28T00:00:00.000Z',
    });
  });

  it('are in order, whatever the order of the ladder', () => {
    const codes = rungTimes([rung('T+1', 1), rung('T-10', -10), rung('T0', 0)], weekdaysOnly, '2026-07-10', night);
    expect(codes.map(({ code }) => code)).toEqual(['T-10', 'T0', 'T+1']);
  });

  it('keep a due date on a rest day where the rule leaves it there', () => {
    expect(timesOf([rung('T0', 0)], weekdaysOnly, '2026-07-11', night)).toEqual({ T0: '2026-07-11T00:00:00.000Z' });
  });
});

describe('quiet hours', () => {
  const quiet = (time: string, hours = night) => isQuiet(hours, `2026-07-10T${time}:00.000Z`);
  it('that pass midnight hold what comes late in the evening and early in the morning', () => {
    expect(['20:00', '23:59', '00:00', '06:59'].map((time) => quiet(inUtc(time)))).toEqual([true, true, true, true]);
    expect(['07:00', '12:00', '19:59'].map((time) => quiet(inUtc(time)))).toEqual([false, false, false]);
  });

  it('within one day hold what comes between', () => {
    const noon = { from: '11:30', until: '13:30' };
    expect(['11:29', '11:30', '13:29', '13:30'].map((time) => quiet(inUtc(time), noon))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('that end when they begin hold nothing', () => {
    expect(quiet(inUtc('07:00'), { from: '07:00', until: '07:00' })).toBe(false);
  });
});

/** A time of day in Vietnam, as it stands in an instant. */
const inUtc = (time: string) => `${String((Number(time.slice(0, 2)) + 17) % 24).padStart(2, '0')}${time.slice(2)}`;
