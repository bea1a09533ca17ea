import { accept, decideBy, reject, tidy, type Outcome } from '../kernel/index.ts';
import type { ReleaseKey, ReservationCommand, ReservationRejection, ReserveKey } from './commands.ts';
import type { ReservationEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, type ReservationState } from './state.ts';

type Result = Outcome<ReservationEvent, ReservationRejection>;

/** Decides who holds a key. */
export const decide = decideBy<
  ReservationCommand,
  ReservationEvent,
  ReservationState,
  ReservationRejection,
  typeof transitions
>({
  rights,
  transitions,
  notAllowed: () => reject('key-taken'),
  decisions: {
    ReserveKey: (command, state) => reserveKey(command, state),
    ReleaseKey: (command, state) => releaseKey(command, state),
  },
});

/** Stream `reservation-<uuid of the key>`. */
export const decider = { initial, evolve, decide };

const reserveKey = ({ data: { key, holder }, facts }: ReserveKey, state: ReservationState): Result => {
  if (state.status === 'FREE') return accept({ type: 'KeyReserved', data: { key, holder } });
  if (state.holder === holder) return accept();
  if (facts.holderAlive) return reject('key-taken', { params: { holder: state.holder } });
  return accept(
    { type: 'KeyReleased', data: { key, holder: state.holder, reason: 'holder-gone' } },
    { type: 'KeyReserved', data: { key, holder } },
  );
};

const releaseKey = ({ data }: ReleaseKey, state: ReservationState): Result => {
  if (state.status === 'FREE' || state.holder !== data.holder) return accept();
  const reason = tidy(data.reason);
  if (reason === '') return reject('text-required', { pointer: '/reason' });
  return accept({ type: 'KeyReleased', data: { key: state.key, holder: data.holder, reason } });
};
