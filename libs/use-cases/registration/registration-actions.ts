import { localDateOf, regulation, registration } from '#domain';
import { companyOver } from '#identity';
import type { CorePorts } from '../ports.ts';
import { cycleOf, regulationOf, type Rules } from '../regulation/rules.ts';

type Existing = Exclude<registration.RegistrationState, { readonly status: 'NONE' }>;

/** What a person may do with a registration today; undefined when its cycle or its regulation is not known yet. */
export const registrationActions = async (
  { directory, clock, rules }: CorePorts & { readonly rules: Rules },
  personId: string,
  { state, sight }: { readonly state: Existing; readonly sight: registration.Sight },
): Promise<ReturnType<typeof registration.availableActions> | undefined> => {
  const [known, at] = [await rules.current(), clock.now()];
  const cycle = cycleOf(known, state.core.cycleId);
  const pinned = regulationOf(known, 'regulationId' in state ? state.regulationId : (cycle?.regulationId ?? ''));
  if (cycle === undefined || pinned === undefined) return undefined;
  const { regulationId, content } = pinned;
  const company = companyOver(await directory.current(), { personId, unitId: state.core.unitId, at });
  const today: registration.Today = {
    today: localDateOf(at),
    cycleOpen: cycle.status === 'OPEN',
    regulation: { regulationId, content },
    deadlines: {
      REGISTRATION: regulation.deadlineOf(cycle, 'REGISTRATION'),
      DOSSIER: regulation.deadlineOf(cycle, 'DOSSIER'),
      APPRAISAL: regulation.deadlineOf(cycle, 'APPRAISAL'),
    },
  };
  return registration.availableActions(state, company, today, sight);
};
