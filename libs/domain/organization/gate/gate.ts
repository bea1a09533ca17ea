import type { Actor, Command, Decider, Instant, Outcome, Recorded } from '../../kernel/index.ts';
import { accept } from '../../kernel/index.ts';
import type { OrganizationEvent } from '../events.ts';

/** Lets decided changes through; the workflow of the unit or person has decided them just before. */
export type AdmitChange = Command<'AdmitChange', OrganizationEvent['data']>;

/** A change that was let through, with who made it and when. */
export type Admission = OrganizationEvent['data'] & { readonly actor: Actor; readonly at: Instant };

/** The last admission: every earlier one was recorded in its own stream before this one was decided. */
export interface GateState {
  readonly last?: Admission;
}

export const evolveGate = (_state: GateState, { data, meta }: Recorded<OrganizationEvent>): GateState => ({
  last: { ...data, actor: meta.actor, at: meta.recordedAt },
});

export const decideGate = ({ data }: AdmitChange): Outcome<OrganizationEvent, never> => {
  const [first] = data.changes;
  return accept({
    type: 'OrganizationChangeAdmitted',
    data,
    ...(first?.effectiveOn === undefined ? {} : { effectiveOn: first.effectiveOn }),
  });
};

/** Stream `organization-<uuid>`. */
export const gateDecider: Decider<GateState, OrganizationEvent> & { readonly decide: typeof decideGate } = {
  initial: {},
  evolve: evolveGate,
  decide: decideGate,
};
