import { addDays, fromDayNumber, localDateOf, regulation, toDayNumber, type Instant } from '#domain';
import { proposeHolidays } from '#reminders';
import { playAppraisals } from './past-appraisals.ts';
import { planPastCycle, playRegistrations } from './past-cycle.ts';
import { playDecisions, type WhenApplied } from './past-decisions.ts';
import { playOpenCycle } from './open-cycle.ts';
import { establishProvince, publishRegulation, type SampleRegulation } from './organization.ts';
import { PROVINCE } from './province.ts';
import { IN_FORCE_SINCE, presentContent } from './present-regulation.ts';
import { playReports } from './reports.ts';
import type { SampleCommands } from './sample-commands.ts';

/** What the system does of itself while the sample is played. */
export interface SampleSystem {
  readonly whenApplied: WhenApplied;
  /** Obliges and reminds as it would on that morning; answers when every reminder has been handed over. */
  readonly remind: () => Promise<void>;
  /** Opens the accounts of the sample but the administrator's. */
  readonly openAccounts: () => Promise<void>;
}

/**
 * Plays an invented province's past cycle, opens the present one and has the units report, through the same use cases as
 * the API and at the times at which it would have happened. Loading it again changes nothing.
 */
export const loadSample = async (commands: SampleCommands, now: Instant, system: SampleSystem): Promise<void> => {
  const past = await playPastYear(commands, Number(localDateOf(now).slice(0, 4)) - 1, system.whenApplied);
  const present = await publishPresent(commands, past, now);
  await playOpenCycle(commands, present, now);
  await system.openAccounts();
  await playReports(commands, localDateOf(now), present, system.remind);
};

/** A whole cycle; answers the regulation it went by. */
const playPastYear = async (
  commands: SampleCommands,
  year: number,
  whenApplied: WhenApplied,
): Promise<SampleRegulation> => {
  const day = (monthAndDay: string): string => {
    const date = `${String(year)}-${monthAndDay}`;
    commands.clock.set(`${weekday(date)}T01:30:00.000Z`);
    return localDateOf(commands.clock.now());
  };
  day('01-06');
  await establishProvince(commands);
  day('01-08');
  const { reminders: _, ...content } = regulation.exampleRegulation(year, proposeHolidays(year));
  const past = await publishRegulation(commands, 'regulation', content, '02-QĐ/TU');
  day('01-10');
  const cycleId = await commands.cycle('standing-body', 'past-cycle', {
    type: 'OpenCycle',
    data: {
      unitId: commands.idOf('unit', PROVINCE),
      name: `Đợt thi đua "Dân vận khéo" năm ${String(year)}`,
      year,
      movement: 'Dân vận khéo',
      regulationId: past.id,
    },
  });
  const all = planPastCycle(commands, content);
  await playRegistrations(commands, all, cycleId, day);
  await playAppraisals(commands, all, content, day);
  await playDecisions(commands, all, cycleId, day, whenApplied);
  day('12-29');
  await commands.cycle('standing-body', 'past-cycle:close', {
    type: 'CloseCycle',
    id: cycleId,
    data: { reason: 'Kết thúc năm thi đua.' },
  });
  return past;
};

/** The regulation of this year takes the place of the last. */
const publishPresent = async (
  commands: SampleCommands,
  past: SampleRegulation,
  now: Instant,
): Promise<SampleRegulation> => {
  const today = localDateOf(now);
  const year = Number(today.slice(0, 4));
  const holidays = [year - 1, year, year + 1].flatMap((each) => proposeHolidays(each));
  const from = addDays(today, -IN_FORCE_SINCE);
  commands.clock.set(`${from}T01:30:00.000Z`);
  const present = await publishRegulation(commands, 'present-regulation', presentContent(today, holidays), '03-QĐ/TU');
  await commands.regulation('signer', 'regulation:supersede', {
    type: 'SupersedeRegulation',
    id: past.id,
    data: { byRegulationId: present.id, from },
  });
  return present;
};

/** The date, or the Monday after when it falls on a weekend: nobody signs on a Sunday. */
const weekday = (date: string): string => {
  const dayOfWeek = (toDayNumber(date) + 4) % 7; // 1970-01-01 was a Thursday; 0 is Sunday.
  const rest = dayOfWeek === 6 ? 2 : dayOfWeek === 0 ? 1 : 0;
  return rest === 0 ? fromDayNumber(toDayNumber(date)) : addDays(date, rest);
};
