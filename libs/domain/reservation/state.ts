import type { Recorded } from '../kernel/index.ts';
import type { ReservationEvent } from './events.ts';

export type ReservationState =
  { readonly status: 'FREE' } | { readonly status: 'HELD'; readonly key: string; readonly holder: string };

export const initial: ReservationState = { status: 'FREE' };

export const evolve = (_state: ReservationState, event: Recorded<ReservationEvent>): ReservationState => {
  switch (event.type) {
    case 'KeyReserved':
      return { status: 'HELD', key: event.data.key, holder: event.data.holder };
    case 'KeyReleased':
      return { status: 'FREE' };
  }
};
