import type { Actor, Instant, Recorded } from '../../kernel/index.ts';
import type { OrganizationEvent } from './events.ts';

/** A change that was let through, with who made it and when. */
export type Admission = OrganizationEvent['data'] & { readonly actor: Actor; readonly at: Instant };

/** The last admission: every earlier one was recorded in its own stream before this one was decided. */
export interface GateState {
  readonly last?: Admission;
}

export const initial: GateState = {};

export const evolve = (_state: GateState, { data, meta }: Recorded<OrganizationEvent>): GateState => ({
  last: { ...data, actor: meta.actor, at: meta.recordedAt },
});
