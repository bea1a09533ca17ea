import type { Command } from '../kernel/index.ts';
import type { EvidenceEvent } from './events.ts';

/** The file itself is durable before the command is given. */
export type AddEvidence = Command<'AddEvidence', EvidenceEvent['data'], { readonly unitActive: boolean }>;

export type EvidenceCommand = AddEvidence;

/** Why a file is not added. */
export type EvidenceRejection = 'role-not-allowed' | 'unit-not-active' | 'already-added' | 'text-required';
