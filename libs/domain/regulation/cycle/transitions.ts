import { statusesAfter, statusesIn, type Transitions } from '../../kernel/index.ts';
import type { CycleCommand } from './commands.ts';
import type { CycleEvent } from './events.ts';
import type { CycleState } from './state.ts';

export const transitions = {
  OpenCycle: { from: ['NONE'], events: { CycleOpened: 'OPEN' } },
  ExtendDeadline: { from: ['OPEN'], events: { DeadlineExtended: 'same' } },
  CloseCycle: { from: ['OPEN'], events: { CycleClosed: 'CLOSED' } },
} as const satisfies Transitions<CycleCommand, CycleEvent, CycleState>;

/** The life of a cycle that was opened. */
export const CYCLE_STATUSES = statusesIn(transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
