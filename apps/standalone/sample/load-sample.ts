import { addDays, fromDayNumber, localDateOf, toDayNumber, type Instant } from '#domain';
import { playAppraisals } from './past-appraisals.ts';
import { planPastCycle, playRegistrations } from './past-cycle.ts';
import { playDecisions, type WhenApplied } from './past-decisions.ts';
import { playOpenCycle } from './open-cycle.ts';
import { establishProvince, publishExample } from './organization.ts';
import type { SampleDesk } from './sample-desk.ts';

/**
 * Plays an invented province's past cycle and opens the present one, through the same handlers as the API and at the
 * times at which it would have happened. Loading it again changes nothing.
 */
export const loadSample = async (desk: SampleDesk, now: Instant, whenApplied: WhenApplied): Promise<void> => {
  const year = Number(localDateOf(now).slice(0, 4)) - 1;
  const day = (monthAndDay: string): string => {
    const date = `${String(year)}-${monthAndDay}`;
    desk.clock.set(`${weekday(date)}T01:30:00.000Z`);
    return localDateOf(desk.clock.now());
  };
  day('01-06');
  await establishProvince(desk);
  day('01-08');
  const content = await publishExample(desk, year);
  const regulationId = desk.idOf('regulation', 'regulation');
  day('01-10');
  const cycleId = await desk.cycle('standing-body', 'past-cycle', {
    type: 'OpenCycle',
    data: {
      unitId: desk.idOf('unit', 'province'),
      name: `Đợt thi đua "Dân vận khéo" năm ${String(year)}`,
      year,
      movement: 'Dân vận khéo',
      regulationId,
    },
  });
  const all = planPastCycle(desk, content);
  await playRegistrations(desk, all, cycleId, day);
  await playAppraisals(desk, all, content, day);
  await playDecisions(desk, all, cycleId, day, whenApplied);
  day('12-29');
  await desk.cycle('standing-body', 'past-cycle:close', {
    type: 'CloseCycle',
    id: cycleId,
    data: { reason: 'Kết thúc năm thi đua.' },
  });
  await playOpenCycle(desk, content, regulationId, now);
};

/** The date, or the Monday after when it falls on a weekend: nobody signs on a Sunday. */
const weekday = (date: string): string => {
  const dayOfWeek = (toDayNumber(date) + 4) % 7; // 1970-01-01 was a Thursday; 0 is Sunday.
  const rest = dayOfWeek === 6 ? 2 : dayOfWeek === 0 ? 1 : 0;
  return rest === 0 ? fromDayNumber(toDayNumber(date)) : addDays(date, rest);
};
