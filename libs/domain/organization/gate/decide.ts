import { accept } from '../../kernel/index.ts';
import type { Actor, Command, Evolution, Instant, Outcome, Transitions } from '../../kernel/index.ts';
import type { OrganizationEvent } from './events.ts';

/** A change that was let through, with who made it and when. */
export type Admission = OrganizationEvent['data'] & { readonly actor: Actor; readonly at: Instant };

/** The last admission: every earlier one was recorded in its own stream before this one was decided. */
export interface GateState {
  readonly last?: Admission;
}

const evolution: Evolution<GateState, OrganizationEvent> = {
  initial: {},
  evolve: (_state, { data, meta }) => ({ last: { ...data, actor: meta.actor, at: meta.recordedAt } }),
};

/** Lets decided changes through; the workflow of the unit or person has decided them just before. */
export type AdmitChange = Command<'AdmitChange', OrganizationEvent['data']>;

export const transitions = {
  AdmitChange: { from: ['ANY'], events: { OrganizationChangeAdmitted: 'same' } },
} as const satisfies Transitions<AdmitChange, OrganizationEvent, GateState>;

const decide = ({ data }: AdmitChange): Outcome<OrganizationEvent, never> => {
  const [first] = data.changes;
  return accept({
    type: 'OrganizationChangeAdmitted',
    data,
    ...(first?.effectiveOn === undefined ? {} : { effectiveOn: first.effectiveOn }),
  });
};

export const decider = { ...evolution, decide };
