import { personsOf } from '../../kernel/index.ts';
import { during, withAuthors, type Entry } from '../during.ts';
import type { Core, RegistrationState } from '../state.ts';

type RegisteringEntry = Entry<
  | 'RegistrationDrafted'
  | 'RegistrationRevised'
  | 'RegistrationSubmitted'
  | 'RegistrationReturned'
  | 'ModelRegistered'
  | 'RegistrationDeclined'
  | 'RegistrationWithdrawn'
>;

/** From the draft to the register, and out of it at the unit's wish. */
export const evolveRegistering = (state: RegistrationState, event: RegisteringEntry): RegistrationState => {
  switch (event.type) {
    case 'RegistrationDrafted':
      return during('DraftRegistration', state, () => ({ status: 'DRAFT', core: coreOf(event) }));
    case 'RegistrationRevised':
      return during('ReviseRegistration', state, (at) => ({
        ...at,
        core: { ...withAuthors(at.core, event.meta), form: event.data.form },
      }));
    case 'RegistrationSubmitted':
      return during('SubmitRegistration', state, ({ core }) => ({
        status: 'SUBMITTED',
        core: withAuthors(core, event.meta),
      }));
    case 'RegistrationReturned':
      return during('ReturnRegistration', state, ({ core }) => ({
        status: 'RETURNED',
        core: { ...core, returns: core.returns + 1 },
        dueOn: event.data.dueOn,
      }));
    case 'ModelRegistered':
      return during('AcceptRegistration', state, ({ core }) => ({
        status: 'REGISTERED',
        core,
        regulationId: event.data.regulationId,
        registeredOn: event.meta.effectiveOn,
        remedyDueOn: undefined,
      }));
    case 'RegistrationDeclined':
      return during('DeclineRegistration', state, ({ core }) => ({ status: 'DECLINED', core }));
    case 'RegistrationWithdrawn':
      return during('WithdrawRegistration', state, ({ core }) => ({ status: 'WITHDRAWN', core }));
  }
};

const coreOf = ({ data, meta }: Entry<'RegistrationDrafted'>): Core => ({
  registrationId: data.registrationId,
  modelId: data.modelId,
  cycleId: data.cycleId,
  unitId: data.unitId,
  origin: data.origin,
  form: data.form,
  authors: personsOf(meta.actor),
  appraisers: [],
  returns: 0,
  carriedTo: [],
  corrections: [],
  entries: 0,
});
