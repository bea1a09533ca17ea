import fc from 'fast-check';
import { daysBetween } from '../kernel/index.ts';
import { arithmeticSentence, dueSentence, explain, MOST_WORKING_DAYS } from './arithmetic.ts';
import { aCalendar, aDay, weekendsOnly, year2026 } from './testing/calendars.ts';

const TET = { name: 'Tết Nguyên đán', from: '2026-02-16', until: '2026-02-20', days: 5 };

describe('the arithmetic of a count', () => {
  it('names Tết once, with its days, and counts the weekends', () => {
    expect(explain(year2026, '2026-02-03', 10)).toEqual({
      from: '2026-02-03',
      days: 10,
      result: '2026-02-24',
      workingDays: 10,
      weekends: 6,
      holidays: [TET],
      makeUpDays: [],
      unknownYears: [],
    });
  });

  it('tells which Saturdays were made up', () => {
    expect(explain(year2026, '2026-02-24', 5)).toMatchObject({ weekends: 1, makeUpDays: ['2026-02-28'] });
  });

  it('counts back without the day it starts from', () => {
    expect(explain(year2026, '2026-02-24', -3)).toMatchObject({
      result: '2026-02-12',
      workingDays: 3,
      weekends: 4,
      holidays: [TET],
    });
  });

  it('keeps two holidays apart that follow each other', () => {
    expect(explain(year2026, '2026-04-29', 1).holidays).toEqual([
      { name: 'Ngày Chiến thắng', from: '2026-04-30', until: '2026-04-30', days: 1 },
      { name: 'Quốc tế Lao động', from: '2026-05-01', until: '2026-05-01', days: 1 },
    ]);
  });

  it('of no days is the day itself', () => {
    expect(explain(year2026, '2026-02-17', 0)).toMatchObject({ result: '2026-02-17', weekends: 0, holidays: [] });
  });

  it('ends somewhere, whatever is asked', () => {
    expect(explain(weekendsOnly, '2026-01-01', 1e12).days).toBe(MOST_WORKING_DAYS);
    expect(explain(weekendsOnly, '2026-01-01', -1e12).days).toBe(-MOST_WORKING_DAYS);
  });

  it('accounts for every calendar day, in either direction, whatever the calendar is', () => {
    fc.assert(
      fc.property(aCalendar, aDay, fc.integer({ min: -90, max: 90 }), (calendar, from, days) => {
        const { result, workingDays, weekends, holidays } = explain(calendar, from, days);
        const rested = holidays.reduce((sum, span) => sum + span.days, 0);
        expect(workingDays).toBe(Math.abs(days));
        expect(workingDays + weekends + rested).toBe(Math.abs(daysBetween(from, result)));
        for (const span of holidays) expect(daysBetween(span.from, span.until) + 1).toBe(span.days);
      }),
    );
  });
});

describe('the sentence that shows it', () => {
  it.each([
    [
      '2026-02-03',
      10,
      '10 ngày làm việc kể từ 03/02/2026 là 24/02/2026 (bỏ qua 6 ngày cuối tuần, Tết Nguyên đán 5 ngày)',
      '10 working days from 03/02/2026 is 24/02/2026 (skipping 6 weekend days, Tết Nguyên đán 5 days)',
    ],
    [
      '2026-02-24',
      5,
      '5 ngày làm việc kể từ 24/02/2026 là 02/03/2026 (bỏ qua 1 ngày cuối tuần; tính cả ngày làm bù 28/02/2026)',
      '5 working days from 24/02/2026 is 02/03/2026 (skipping 1 weekend day; make-up day counted: 28/02/2026)',
    ],
    [
      '2026-03-03',
      -1,
      '1 ngày làm việc trước 03/03/2026 là 02/03/2026',
      '1 working day before 03/03/2026 is 02/03/2026',
    ],
  ])('from %s, %d days', (from, days, vi, en) => {
    const counted = explain(year2026, from, days);
    expect(arithmeticSentence(counted, 'vi')).toBe(vi);
    expect(arithmeticSentence(counted, 'en')).toBe(en);
  });

  it('names the years of which the calendar holds no holidays, and no others', () => {
    const counted = explain(year2026, '2026-12-30', 3);
    expect(counted.unknownYears).toEqual([2027]);
    expect(arithmeticSentence(counted, 'vi')).toBe(
      '3 ngày làm việc kể từ 30/12/2026 là 04/01/2027 (bỏ qua 2 ngày cuối tuần; lịch chưa có ngày nghỉ lễ năm 2027)',
    );
    expect(arithmeticSentence(counted, 'en')).toContain(
      'skipping 2 weekend days; the calendar does not know the public holidays of 2027)',
    );
    expect(explain(year2026, '2025-12-30', 3).unknownYears).toEqual([2025]);
    expect(explain(year2026, '2026-12-30', 0).unknownYears).toEqual([]);
  });

  it('calls a holiday without a name a public holiday', () => {
    const calendar = { ...weekendsOnly, holidays: new Map([['2026-03-04', '']]) };
    const counted = explain(calendar, '2026-03-03', 1);
    expect(arithmeticSentence(counted, 'vi')).toContain('(bỏ qua nghỉ lễ 1 ngày)');
    expect(arithmeticSentence(counted, 'en')).toContain('(skipping public holiday 1 day)');
  });
});

describe('how far a due date is', () => {
  it.each([
    [
      'still to come',
      '2026-02-23',
      '2026-03-02',
      'Còn 6 ngày làm việc đến hạn 02/03/2026 (bỏ qua 1 ngày cuối tuần; tính cả ngày làm bù 28/02/2026)',
      '6 working days left until 02/03/2026 (skipping 1 weekend day; make-up day counted: 28/02/2026)',
    ],
    [
      'a rest day, asked the day before',
      '2026-03-06',
      '2026-03-08',
      'Còn 0 ngày làm việc đến hạn 08/03/2026 (bỏ qua 2 ngày cuối tuần)',
      '0 working days left until 08/03/2026 (skipping 2 weekend days)',
    ],
    [
      'overdue, asked on a Sunday',
      '2026-03-08',
      '2026-03-02',
      'Quá hạn 4 ngày làm việc, từ hạn 02/03/2026 đến 08/03/2026 (bỏ qua 2 ngày cuối tuần)',
      'Overdue by 4 working days, from 02/03/2026 to 08/03/2026 (skipping 2 weekend days)',
    ],
    [
      'overdue into a year that the calendar does not know',
      '2027-01-04',
      '2026-12-31',
      'Quá hạn 2 ngày làm việc, từ hạn 31/12/2026 đến 04/01/2027 (bỏ qua 2 ngày cuối tuần; lịch chưa có ngày nghỉ lễ năm 2027)',
      'Overdue by 2 working days, from 31/12/2026 to 04/01/2027 (skipping 2 weekend days; the calendar does not know the public holidays of 2027)',
    ],
    ['today', '2026-03-03', '2026-03-03', 'Hôm nay là hạn cuối (03/03/2026)', 'Due today (03/03/2026)'],
  ])('%s', (_what, today, dueOn, vi, en) => {
    expect(dueSentence(year2026, { today, dueOn }, 'vi')).toBe(vi);
    expect(dueSentence(year2026, { today, dueOn }, 'en')).toBe(en);
  });

  it('does not walk through the days of thousands of years', () => {
    expect(dueSentence(year2026, { today: '2026-03-03', dueOn: '9999-12-31' }, 'vi')).toMatch(
      /^Còn \d+ ngày làm việc đến hạn 31\/12\/9999$/u,
    );
  });
});
