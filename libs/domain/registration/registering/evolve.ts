import { personsOf } from '../../kernel/index.ts';
import { withAuthors, type Moves } from '../moves.ts';

/** From the draft to the register, and out of it at the unit's wish. */
export const registering = {
  RegistrationDrafted: (_, { data: { registrationId, modelId, cycleId, unitId, origin, form }, meta }) => ({
    core: {
      ...{ registrationId, modelId, cycleId, unitId, origin, form },
      formRevision: 0,
      draftedOn: meta.effectiveOn,
      authors: personsOf(meta.actor),
      appraisers: [],
      impartial: [],
      returns: 0,
      carriedTo: [],
      corrections: [],
      requests: [],
      entries: 0,
    },
  }),
  RegistrationRevised: (at, { data, meta }) => ({
    ...at,
    core: { ...withAuthors(at.core, meta), form: data.form, formRevision: at.core.entries, requests: [] },
  }),
  RegistrationSubmitted: ({ core }, { meta }) => ({ core: withAuthors(core, meta) }),
  RegistrationReturned: ({ core }, { data: { dueOn } }) => ({ core: { ...core, returns: core.returns + 1 }, dueOn }),
  ModelRegistered: ({ core }, { data: { regulationId }, meta }) => ({
    core,
    regulationId,
    registeredOn: meta.effectiveOn,
    remedyDueOn: undefined,
  }),
  RegistrationDeclined: ({ core }) => ({ core }),
  RegistrationWithdrawn: ({ core }) => ({ core }),
} satisfies Partial<Moves>;
