import type { Command } from '../kernel/index.ts';
import type { EvidenceEvent } from './events.ts';

/** `POST /evidence`: the file itself is durable before the command is given. */
export type AddEvidence = Command<'AddEvidence', EvidenceEvent['data'], { readonly unitActive: boolean }>;

export type EvidenceCommand = AddEvidence;
