import type { Transitions } from '../../kernel/index.ts';
import type { NumberingCommand } from './commands.ts';
import type { NumberingEvent } from './events.ts';
import type { NumberingState } from './state.ts';

/** A book has no status: what may be done with a number depends on what stands behind it. */
export const transitions = {
  ReserveNumber: { from: ['ANY'], events: { NumberReserved: 'same', NumberVoided: 'same' } },
  VoidNumber: { from: ['ANY'], events: { NumberVoided: 'same' } },
} as const satisfies Transitions<NumberingCommand, NumberingEvent, NumberingState>;
