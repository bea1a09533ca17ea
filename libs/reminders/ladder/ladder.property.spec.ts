import { addDays, calendar as days, regulation } from '#domain';
import fc from 'fast-check';
import { planRungs, type DutyDates, type PlannedMessage } from './plan-rungs.ts';
import { rungTimes, type TimedRung } from './rung-times.ts';

/** 2027: Tết rests from 4 to 12 February, and Saturday 20 February makes up for a day of it. */
const tet: days.WorkingCalendar = {
  holidays: new Map(Array.from({ length: 9 }, (_, nth) => [addDays('2027-02-04', nth), 'Tết'])),
  makeUpDays: new Set(['2027-02-20']),
};
const night = { from: '20:00', until: '07:00' };
const FIRST_DAY = Date.parse('2027-01-01T00:00:00.000Z');
const HOUR = 3_600_000;
const instant = fc.nat({ max: 100 * 24 }).map((hours) => new Date(FIRST_DAY + hours * HOUR).toISOString());
const dueDate = fc.nat({ max: 60 }).map((nth) => addDays('2027-01-15', nth));
const ladder: fc.Arbitrary<readonly regulation.Rung[]> = fc
  .uniqueArray(fc.integer({ min: -15, max: 15 }), { maxLength: 8 })
  .chain((offsets) =>
    fc.tuple(
      ...offsets.map((workingDays) =>
        fc
          .constantFrom(...regulation.RUNG_RECIPIENTS)
          .map((recipient) => ({ code: `T${String(workingDays)}`, workingDays, recipient })),
      ),
    ),
  );
const case_ = fc.record({ ladder, dueOn: dueDate, since: instant, sweeps: fc.array(instant, { maxLength: 30 }) });

interface Case {
  readonly ladder: readonly regulation.Rung[];
  readonly dueOn: string;
  readonly since: string;
  readonly sweeps: readonly string[];
}

interface Sent extends PlannedMessage {
  readonly now: string;
}

/** What the sweeps send, each handling what it plans. Sweeps may come late, twice, and with the clock set back. */
const climb = (times: readonly TimedRung[], duty: DutyDates, sweeps: readonly string[]): readonly Sent[] => {
  const handled = new Set<string>();
  return sweeps.flatMap((now) => {
    const { messages } = planRungs(duty, times, handled, now);
    messages.flatMap(({ rungs }) => rungs).forEach((code) => handled.add(code));
    return messages.map((message) => ({ ...message, now }));
  });
};

const holds = (property: (one: Case, times: readonly TimedRung[]) => void) => {
  fc.assert(
    fc.property(case_, (one) => property(one, rungTimes(one.ladder, tet, one.dueOn, night))),
    { numRuns: 500 },
  );
};

describe('for every ladder and all sweeps', () => {
  it('a rung is handled at most once', () => {
    holds(({ dueOn, since, sweeps }, times) => {
      const codes = climb(times, { dueOn, since }, sweeps).flatMap(({ rungs }) => rungs);
      expect(new Set(codes).size).toBe(codes.length);
    });
  });

  it('no rung is sent before its instant, and none that lies before the duty began', () => {
    holds(({ dueOn, since, sweeps }, times) => {
      for (const { rungs, now, at } of climb(times, { dueOn, since }, sweeps)) {
        const own = times.filter(({ code }) => rungs.includes(code));
        expect(own.every((rung) => since <= rung.at && rung.at <= now)).toBe(true);
        expect(own.at(-1)?.at).toBe(at);
      }
    });
  });

  it('no rung is lost: a last sweep leaves nothing that was due', () => {
    holds(({ dueOn, since, sweeps }, times) => {
      const last = '2027-12-31T00:00:00.000Z';
      const codes = climb(times, { dueOn, since }, [...sweeps, last]).flatMap(({ rungs }) => rungs);
      const owed = times.filter(({ at }) => since <= at).map(({ code }) => code);
      expect([...codes].sort()).toEqual([...owed].sort());
    });
  });

  it('after any downtime each recipient with a rung that is due gets one message', () => {
    holds(({ dueOn, since, sweeps }, times) => {
      const now = sweeps[0] ?? since;
      const due = times.filter(({ at }) => since <= at && at <= now);
      const { messages } = planRungs({ dueOn, since }, times, new Set(), now);
      expect(messages.map(({ recipient }) => recipient).sort()).toEqual(
        [...new Set(due.map(({ recipient }) => recipient))].sort(),
      );
    });
  });

  it('a sweep that is repeated plans nothing', () => {
    holds(({ dueOn, since, sweeps }, times) => {
      const twice = climb(
        times,
        { dueOn, since },
        sweeps.flatMap((now) => [now, now]),
      );
      expect(twice).toEqual(climb(times, { dueOn, since }, sweeps));
    });
  });

  it('neither the due date nor the ladder is changed', () => {
    holds(({ ladder: rungs, dueOn, since, sweeps }) => {
      const frozen = Object.freeze(rungs.map((rung) => Object.freeze(rung)));
      const times = Object.freeze(rungTimes(frozen, tet, dueOn, night).map((rung) => Object.freeze(rung)));
      const before = structuredClone(times);
      climb(times, Object.freeze({ dueOn, since }), sweeps);
      expect(times).toEqual(before);
    });
  });

  it('a rung falls on a working day, its distance from the due date', () => {
    holds(({ dueOn }, times) => {
      for (const { at, workingDays } of times.filter((rung) => rung.workingDays !== 0)) {
        const day = at.slice(0, 10);
        expect(days.isWorkingDay(tet, day)).toBe(true);
        expect(at.slice(11)).toBe('00:00:00.000Z');
        if (workingDays > 0) expect(days.workingDaysBetween(tet, dueOn, day)).toBe(workingDays);
      }
    });
  });
});

describe('a clock that jumps 40 days over Tết', () => {
  const example: readonly regulation.Rung[] = [
    { code: 'T-10', workingDays: -10, recipient: 'OFFICER' },
    { code: 'T-3', workingDays: -3, recipient: 'OFFICER' },
    { code: 'T-1', workingDays: -1, recipient: 'HEAD' },
    { code: 'T+1', workingDays: 1, recipient: 'RECEIVING_BODY' },
    { code: 'T+5', workingDays: 5, recipient: 'RECEIVING_HEAD' },
  ];

  it('gives one message for each role, and counts the Saturday that is made up', () => {
    const times = rungTimes(example, tet, '2027-02-19', night);
    expect(times.find(({ code }) => code === 'T+1')?.at).toBe('2027-02-20T00:00:00.000Z');
    const sweeps = ['2027-01-25T00:00:00.000Z', '2027-03-06T00:00:00.000Z', '2027-03-06T00:00:01.000Z'];
    expect(climb(times, { dueOn: '2027-02-19', since: '2027-01-01T00:00:00.000Z' }, sweeps)).toMatchObject([
      { recipient: 'OFFICER', rungs: ['T-10', 'T-3'] },
      { recipient: 'HEAD', rungs: ['T-1'] },
      { recipient: 'RECEIVING_BODY', rungs: ['T+1'] },
      { recipient: 'RECEIVING_HEAD', rungs: ['T+5'] },
    ]);
  });
});
