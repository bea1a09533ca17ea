import { accept, decideBy, reject } from '../kernel/index.ts';
import type { EvidenceCommand, EvidenceRejection } from './commands.ts';
import type { EvidenceEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, transitions, type EvidenceState } from './state.ts';

export const decide = decideBy<EvidenceCommand, EvidenceEvent, EvidenceState, EvidenceRejection, typeof transitions>({
  rights,
  transitions,
  notAllowed: () => reject('already-added'),
  decisions: {
    AddEvidence: ({ data, facts }) => {
      if (!facts.unitActive) return reject('unit-not-active', { pointer: '/unitId', params: { unit: data.unitId } });
      if (data.fileName === '') return reject('text-required', { pointer: '/fileName' });
      return accept({ type: 'EvidenceAdded', data });
    },
  },
});

/** Stream `evidence-<evidenceId>`. */
export const decider = { initial, evolve, decide };
