import type { Transitions } from '../kernel/index.ts';
import type { EvidenceCommand } from './commands.ts';
import type { EvidenceEvent } from './events.ts';
import type { EvidenceState } from './state.ts';

export const transitions = {
  AddEvidence: { from: ['NONE'], events: { EvidenceAdded: 'ADDED' } },
} as const satisfies Transitions<EvidenceCommand, EvidenceEvent, EvidenceState>;
