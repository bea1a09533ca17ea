import fc from 'fast-check';
import { addDays } from '../../kernel/index.ts';
import type { WorkingCalendar } from '../working-days.ts';

export const weekendsOnly: WorkingCalendar = { holidays: new Map(), makeUpDays: new Set() };

const TET = 'Tết Nguyên đán';

/** The beginning of 2026: Tết from 16 to 20 February, and one Saturday that is made up. */
export const year2026: WorkingCalendar = {
  holidays: new Map([
    ['2026-01-01', 'Tết Dương lịch'],
    ['2026-02-16', TET],
    ['2026-02-17', TET],
    ['2026-02-18', TET],
    ['2026-02-19', TET],
    ['2026-02-20', TET],
    ['2026-04-30', 'Ngày Chiến thắng'],
    ['2026-05-01', 'Quốc tế Lao động'],
  ]),
  makeUpDays: new Set(['2026-02-28']),
};

export const aDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-11-01', days));

/** Any calendar of some weeks of holidays and some days made up. */
export const aCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .tuple(
    fc.array(fc.tuple(aDay, fc.constantFrom(TET, 'Quốc khánh', '')), { maxLength: 60 }),
    fc.array(aDay, { maxLength: 20 }),
  )
  .map(([holidays, makeUpDays]) => ({ holidays: new Map(holidays), makeUpDays: new Set(makeUpDays) }));
