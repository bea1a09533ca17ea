import type { EvidenceRef, Recorded } from '../kernel/index.ts';
import type { EvidenceEvent } from './events.ts';

export type EvidenceState =
  | { readonly status: 'NONE' }
  | (EvidenceEvent['data'] & { readonly status: 'ADDED'; readonly addedBy: string; readonly addedAt: string });

export const initial: EvidenceState = { status: 'NONE' };

export const evolve = (_state: EvidenceState, event: Recorded<EvidenceEvent>): EvidenceState => ({
  ...event.data,
  status: 'ADDED',
  addedBy: event.meta.actor.personId,
  addedAt: event.meta.recordedAt,
});

/** How other workflows cite the file; undefined when it was never added. */
export const refOf = (state: EvidenceState): EvidenceRef | undefined => {
  if (state.status === 'NONE') return undefined;
  const { evidenceId, kind, fileName, sha256, addedBy, addedAt } = state;
  return { evidenceId, kind, fileName, sha256, addedBy, addedAt };
};
