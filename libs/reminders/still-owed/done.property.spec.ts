import { randomUUID } from 'node:crypto';
import type { reporting } from '#domain';
import fc from 'fast-check';
import { planRungs } from '../ladder/plan-rungs.ts';
import { rungTimes } from '../ladder/rung-times.ts';
import { openLog } from '../testing/log.ts';
import { stillOwed } from './still-owed.ts';

const dueOn = '2026-06-15';
const since = '2026-05-01T00:00:00.000Z';
const times = rungTimes(
  [
    { code: 'T-10', workingDays: -10, recipient: 'OFFICER' },
    { code: 'T-1', workingDays: -1, recipient: 'HEAD' },
    { code: 'T+1', workingDays: 1, recipient: 'RECEIVING_BODY' },
  ],
  { holidays: new Map(), makeUpDays: new Set() },
  dueOn,
  { from: '20:00', until: '07:00' },
);

const obliged = (reportId: string): reporting.ReportEvent => ({
  type: 'ReportObliged',
  data: {
    ...{ reportId, unitId: randomUUID(), receiverId: randomUUID(), regulationId: randomUUID(), kind: 'OWN' },
    ...{ period: { kind: 'H1', year: 2026 }, from: '2026-01-01', cutoff: '2026-06-10', dueOn },
  },
});
const submitted = (reportId: string): reporting.ReportEvent => ({
  type: 'ReportSubmitted',
  data: {
    ...{ reportId, version: 1, figures: {}, locked: [], narrative: 'Đã làm', evidence: [], workingDaysLate: 0 },
  },
});

const day = fc.nat({ max: 60 }).map((nth) => new Date(Date.parse(since) + nth * 86_400_000).toISOString());

describe('a duty that is done', () => {
  it('is reminded of no more, at the very instant of a rung neither', async () => {
    const onARung = fc.constantFrom(...times.map(({ at }) => at));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(day, onARung),
        fc.array(fc.oneof(day, onARung), { maxLength: 8 }),
        async (doneAt, sweeps) => {
          const { engine, write } = openLog();
          const subjectId = randomUUID();
          await write(`report-${subjectId}`, obliged(subjectId));
          let done = false;
          for (const now of sweeps.toSorted()) {
            if (!done && doneAt <= now) {
              await write(`report-${subjectId}`, submitted(subjectId));
              done = true;
            }
            const owed = await stillOwed(engine, { kind: 'REPORT', subjectId, dueOn });
            const { messages } = planRungs({ dueOn, since }, times, new Set(), now);
            expect(owed ? messages : []).toEqual(doneAt <= now ? [] : messages);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
