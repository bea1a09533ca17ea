import { evolveBy, type EvidenceRef, type Recorded, type Transitions } from '../kernel/index.ts';
import type { EvidenceCommand } from './commands.ts';
import type { EvidenceEvent } from './events.ts';

export type EvidenceState =
  | { readonly status: 'NONE' }
  | (EvidenceEvent['data'] & { readonly status: 'ADDED'; readonly addedBy: string; readonly addedAt: string });

export const initial: EvidenceState = { status: 'NONE' };

export const transitions = {
  AddEvidence: { from: ['NONE'], events: { EvidenceAdded: 'ADDED' } },
} as const satisfies Transitions<EvidenceCommand, EvidenceEvent, EvidenceState>;

export const evolve = evolveBy<EvidenceState, Recorded<EvidenceEvent>, typeof transitions>(transitions, {
  EvidenceAdded: (_, { data, meta }) => ({ ...data, addedBy: meta.actor.personId, addedAt: meta.recordedAt }),
});

/** How other workflows cite the file; undefined when it was never added. */
export const refOf = (state: EvidenceState): EvidenceRef | undefined => {
  if (state.status === 'NONE') return undefined;
  const { evidenceId, kind, fileName, sha256, addedBy, addedAt } = state;
  return { evidenceId, kind, fileName, sha256, addedBy, addedAt };
};
