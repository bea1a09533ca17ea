import { personsOf } from '../../kernel/index.ts';
import type { Moves } from '../moves.ts';
import type { Core } from '../state.ts';
import { correctedForm } from './correctable.ts';

/** What was asked to be corrected, and what came of it. */
export const correcting = {
  CorrectionRequested: (at, { data: { registrationId: _, ...request }, meta }) => ({
    ...at,
    core: { ...at.core, requests: [...at.core.requests, { ...request, requestedBy: personsOf(meta.actor) }] },
  }),
  CorrectionDeclined: (at, { data: { correctionId } }) => ({ ...at, core: without(at.core, correctionId) }),
  // Before corrections were requested and approved by acts of two persons, one stood beside the entry only.
  EntryCorrected: (at, { data: { correctionId, entryRevision, field, oldValue, newValue, document } }) => {
    const core = without(at.core, correctionId);
    const form = correctionId === undefined ? core.form : correctedForm(core.form, field, newValue);
    const corrections = [...core.corrections, { entryRevision, field, oldValue, newValue, document }];
    return { ...at, core: { ...core, form, corrections } };
  },
} satisfies Partial<Moves>;

const without = (core: Core, correctionId: string | undefined): Core => ({
  ...core,
  requests: core.requests.filter((request) => request.correctionId !== correctionId),
});
