import type { Transitions } from '../kernel/index.ts';
import type { ReservationCommand } from './commands.ts';
import type { ReservationEvent } from './events.ts';
import type { ReservationState } from './state.ts';

/** Whoever may not have a key is told by the rule, not by the status: both commands are allowed in both. */
export const transitions = {
  ReserveKey: { from: ['FREE', 'HELD'], events: { KeyReleased: 'FREE', KeyReserved: 'HELD' } },
  ReleaseKey: { from: ['FREE', 'HELD'], events: { KeyReleased: 'FREE' } },
} as const satisfies Transitions<ReservationCommand, ReservationEvent, ReservationState>;
