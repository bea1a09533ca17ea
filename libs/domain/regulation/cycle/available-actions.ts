import { availabilities, isAllowed } from '../../kernel/index.ts';
import type { Availability as Available, Company } from '../../kernel/index.ts';
import type { CycleCommand, CycleRejection } from './commands.ts';
import { wrongStatus } from './decide.ts';
import { rights } from './rights.ts';
import { transitions, type OpenedCycle } from './state.ts';

/** The commands a person can give to a cycle that was opened. */
export type ActionType = Exclude<CycleCommand['type'], 'OpenCycle'>;

export type Availability = Available<CycleRejection>;

const { OpenCycle: _, ...ofOpened } = rights;

/**
 * What a person may do with a cycle under the appointments that cover its unit, and for what they may not, why and who
 * may. Only what the cycle itself knows is judged: a command may still be refused for its data.
 */
export const availableActions = (state: OpenedCycle, company: Company): Readonly<Record<ActionType, Availability>> =>
  availabilities<ActionType, CycleRejection>(ofOpened, () => company, {
    status: (type) => (isAllowed(transitions, type, state.status) ? undefined : wrongStatus(state, { type })),
  });
