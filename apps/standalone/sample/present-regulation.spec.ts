import { addDays, regulation } from '#domain';
import { proposeHolidays } from '#reminders';
import { IN_FORCE_SINCE, presentContent } from './present-regulation.ts';
import { workingDaysAround } from './report-periods.ts';

/** Every day of two years: weekends, Tết and the turn of the year among them. */
const DAYS = Array.from({ length: 2 * 365 }, (_, n) => addDays('2026-01-01', n));
const HOLIDAYS = [2025, 2026, 2027, 2028].flatMap((year) => proposeHolidays(year));

describe("the regulation of the sample's present year", () => {
  it('can be published on whatever day the sample is started', () => {
    const wrong = DAYS.filter(
      (today) => regulation.validate(presentContent(today, HOLIDAYS), ['PROVINCE', 'COMMUNE', 'UNIT']).length > 0,
    );
    expect(wrong).toEqual([]);
  });

  it('is in force before the first report is owed, and has one period that was due and one that will be', () => {
    for (const today of DAYS) {
      const content = presentContent(today, HOLIDAYS);
      const day = workingDaysAround(regulation.calendarOf(content), today);
      const [past, next] = content.reporting.periods;
      expect(addDays(today, -IN_FORCE_SINCE) < day(-17)).toBe(true);
      expect(past !== undefined && past.from !== undefined && past.from < day(-17) && past.cutoff < day(-14)).toBe(
        true,
      );
      expect(past !== undefined && next !== undefined && past.dueOn < today && today < next.dueOn).toBe(true);
    }
  });

  it('has no rung of its ladder on the present day', () => {
    const { ladder } = presentContent('2026-11-23', HOLIDAYS).reminders ?? { ladder: [] };
    const dueDays = [-8, -6, -4, 2, 4, 6]; // of reports of units, communes and the province, extended and returned ones
    expect(dueDays.flatMap((due) => ladder.map(({ workingDays }) => due + workingDays))).not.toContain(0);
  });
});
