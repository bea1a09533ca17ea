import { evolveBy, fold, statusesAfter, statusesIn } from '../../kernel/index.ts';
import type { LocalDate, Recorded, Transitions } from '../../kernel/index.ts';
import type { CycleCommand } from './commands.ts';
import { originalDeadlines, type CycleDeadlines } from './deadlines.ts';
import type { CycleEvent, CycleStep } from './events.ts';

interface Cycle {
  readonly cycleId: string;
  readonly unitId: string;
  readonly name: string;
  readonly year: number;
  readonly untilYear?: number;
  readonly movement: string;
  readonly regulationId: string;
  readonly deadlines: CycleDeadlines;
}

/** A cycle that was opened, whether or not it is closed again. */
export type OpenedCycle =
  (Cycle & { readonly status: 'OPEN' }) | (Cycle & { readonly status: 'CLOSED'; readonly reason: string });

export type CycleState = { readonly status: 'NONE' } | OpenedCycle;

export const initial: CycleState = { status: 'NONE' };

export const transitions = {
  OpenCycle: { from: ['NONE'], events: { CycleOpened: 'OPEN' } },
  ExtendDeadline: { from: ['OPEN'], events: { DeadlineExtended: 'same' } },
  CloseCycle: { from: ['OPEN'], events: { CycleClosed: 'CLOSED' } },
} as const satisfies Transitions<CycleCommand, CycleEvent, CycleState>;

/** The key to reserve so that a unit has one open cycle of a movement and year, however the movement is spelt. */
export const cycleKey = ({ unitId, movement, year }: Pick<Cycle, 'unitId' | 'movement' | 'year'>): string =>
  JSON.stringify(['cycle', unitId, fold(movement), year]);

/** The life of a cycle that was opened. */
export const CYCLE_STATUSES = statusesIn(transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);

export const evolve = evolveBy<CycleState, Recorded<CycleEvent>, typeof transitions>(transitions, {
  CycleOpened: (
    _,
    { data: { deadlinesOutsideYear: _asked, registrationDeadline, dossierDeadline, appraisalDeadline, ...cycle } },
  ) => ({
    ...cycle,
    deadlines: originalDeadlines({ registrationDeadline, dossierDeadline, appraisalDeadline }),
  }),
  DeadlineExtended: (state, { data: { step, originalDueOn, dueOn } }) => ({
    ...state,
    deadlines: { ...state.deadlines, [step]: { originalDueOn, dueOn } },
  }),
  CycleClosed: (state, { data: { reason } }) => ({ ...state, reason }),
});

/** Whether a cycle begins after the last year of another. */
export const comesAfter = (one: Pick<OpenedCycle, 'year'>, other: Pick<OpenedCycle, 'year' | 'untilYear'>): boolean =>
  one.year > (other.untilYear ?? other.year);

/** The day that counts for a step, after any extension. `cycle.deadlines[step].originalDueOn` keeps the first one. */
export const deadlineOf = (cycle: OpenedCycle, step: CycleStep): LocalDate => cycle.deadlines[step].dueOn;
