import type { LocalDate, Recorded } from '../../kernel/index.ts';
import type { CycleDeadlines } from './deadlines.ts';
import { originalDeadlines } from './deadlines.ts';
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

/** Moves a cycle by one event. Never fails, whatever the status: what the log holds was decided. */
export const evolve = (state: CycleState, event: Recorded<CycleEvent>): CycleState => {
  switch (event.type) {
    case 'CycleOpened': {
      const { registrationDeadline, dossierDeadline, appraisalDeadline, ...cycle } = event.data;
      const deadlines = originalDeadlines({ registrationDeadline, dossierDeadline, appraisalDeadline });
      return { status: 'OPEN', ...cycle, deadlines };
    }
    case 'DeadlineExtended': {
      if (state.status === 'NONE') return state;
      const { step, originalDueOn, dueOn } = event.data;
      return { ...state, deadlines: { ...state.deadlines, [step]: { originalDueOn, dueOn } } };
    }
    case 'CycleClosed':
      return state.status === 'OPEN' ? { ...state, status: 'CLOSED', reason: event.data.reason } : state;
  }
};

/** The day that counts for a step, after any extension. `cycle.deadlines[step].originalDueOn` keeps the first one. */
export const deadlineOf = (cycle: OpenedCycle, step: CycleStep): LocalDate => cycle.deadlines[step].dueOn;
