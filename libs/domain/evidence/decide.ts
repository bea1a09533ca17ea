import { accept, reject, type Decider, type EvidenceRef, type Outcome, type Recorded } from '../kernel/index.ts';
import type { EvidenceCommand } from './commands.ts';
import type { EvidenceEvent } from './events.ts';
import type { EvidenceRejection } from './rejections.ts';
import { rights } from './rights.ts';

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

export const decide = (command: EvidenceCommand, state: EvidenceState): Outcome<EvidenceEvent, EvidenceRejection> => {
  const { actor } = command.meta;
  if (!rights[command.type].includes(actor.role)) return reject('role-not-allowed');
  if (state.status === 'ADDED') return reject('already-added');
  if (!command.facts.unitActive) return reject('unit-not-active', { pointer: '/unitId' });
  if (command.data.fileName === '') return reject('text-required', { pointer: '/fileName' });
  return accept({ type: 'EvidenceAdded', data: command.data });
};

export const decider: Decider<EvidenceState, EvidenceEvent> = { initial, evolve };

/** How other workflows cite the file; undefined when it was never added. */
export const refOf = (state: EvidenceState): EvidenceRef | undefined => {
  if (state.status === 'NONE') return undefined;
  const { evidenceId, kind, fileName, sha256, addedBy, addedAt } = state;
  return { evidenceId, kind, fileName, sha256, addedBy, addedAt };
};
