import { evolveBy, type Recorded } from '../kernel/index.ts';
import { afterwards } from './afterwards/evolve.ts';
import { appraising } from './appraising/evolve.ts';
import { concluding } from './concluding/evolve.ts';
import type { RegistrationEvent } from './events.ts';
import { correcting } from './correcting/evolve.ts';
import { implementing } from './implementing/evolve.ts';
import type { Moves } from './moves.ts';
import { registering } from './registering/evolve.ts';
import { revokedSource } from './revoked-source/evolve.ts';
import type { RegistrationState } from './state.ts';
import { transitions } from './transitions.ts';

const moves: Moves = {
  ...registering,
  ...implementing,
  ...appraising,
  ...concluding,
  ...afterwards,
  ...revokedSource,
  ...correcting,
};

const moved = evolveBy<RegistrationState, Recorded<RegistrationEvent>, typeof transitions>(transitions, moves);

/**
 * How each event moves a registration. Never fails: an event the workflow does not allow in this status is counted as
 * an entry of the stream and moves nothing.
 */
export const evolve = (state: RegistrationState, event: Recorded<RegistrationEvent>): RegistrationState => {
  const next = moved(state, event);
  return next.status === 'NONE' ? next : { ...next, core: { ...next.core, entries: next.core.entries + 1 } };
};
