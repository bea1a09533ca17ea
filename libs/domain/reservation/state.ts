import { evolveBy, type Recorded, type Transitions } from '../kernel/index.ts';
import type { ReservationCommand } from './commands.ts';
import type { ReservationEvent } from './events.ts';

export type ReservationState =
  { readonly status: 'FREE' } | { readonly status: 'HELD'; readonly key: string; readonly holder: string };

export const initial: ReservationState = { status: 'FREE' };

/** Whoever may not have a key is told by the rule, not by the status: both commands are allowed in both. */
export const transitions = {
  ReserveKey: { from: ['FREE', 'HELD'], events: { KeyReleased: 'FREE', KeyReserved: 'HELD' } },
  ReleaseKey: { from: ['FREE', 'HELD'], events: { KeyReleased: 'FREE' } },
} as const satisfies Transitions<ReservationCommand, ReservationEvent, ReservationState>;

export const evolve = evolveBy<ReservationState, Recorded<ReservationEvent>, typeof transitions>(transitions, {
  KeyReserved: (_, { data: { key, holder } }) => ({ key, holder }),
  KeyReleased: () => ({}),
});
