import { localDateOf, organization, regulation, registration, type Instant, type LocalDate } from '#domain';
import { companyOver, coveredBy, rightsAt, type DirectoryState } from '#identity';
import { isActive } from '../is-active.ts';
import type { CorePorts, Ports } from '../ports.ts';
import { cycleOf, regulationOf, type RulesState } from '../regulation/rules.ts';

type Existing = Exclude<registration.RegistrationState, { readonly status: 'NONE' }>;

/** What a person may do with a registration today; undefined when its cycle or its regulation is not known yet. */
export const registrationActions = async (
  ports: CorePorts & Pick<Ports, 'rules'>,
  personId: string,
  { state, sight }: { readonly state: Existing; readonly sight: registration.Sight },
): Promise<ReturnType<typeof registration.availableActions> | undefined> => {
  const [known, directory, at] = [await ports.rules.current(), await ports.directory.current(), ports.clock.now()];
  const { core } = state;
  const cycle = cycleOf(known, core.cycleId);
  const pinned = regulationOf(known, 'regulationId' in state ? state.regulationId : (cycle?.regulationId ?? ''));
  if (cycle === undefined || pinned === undefined) return undefined;
  const { regulationId, content } = pinned;
  const company = companyOver(directory, { personId, unitId: core.unitId, at });
  const heads = rightsAt(directory, personId, at)
    .filter(({ role }) => role === 'UNIT_HEAD')
    .map(({ role, unitId }) => ({ personId, role, unitId }));
  const today: registration.Today = {
    today: localDateOf(at),
    cycleOpen: cycle.status === 'OPEN',
    regulation: { regulationId, content },
    deadlines: {
      REGISTRATION: regulation.deadlineOf(cycle, 'REGISTRATION'),
      DOSSIER: regulation.deadlineOf(cycle, 'DOSSIER'),
      APPRAISAL: regulation.deadlineOf(cycle, 'APPRAISAL'),
    },
    unitActive: isActive(directory, core.unitId, at),
    laterCycles: openCyclesOver(known, directory, core.unitId, localDateOf(at))
      .filter((each) => regulation.comesAfter(each, cycle))
      .map(({ cycleId }) => cycleId),
    canAdopt: (unitId) => canAdopt(known, directory, { unitId, source: core.unitId, at }),
  };
  return registration.availableActions(state, { ...company, heads }, today, sight);
};

const openCyclesOver = ({ cycles }: RulesState, { tree }: DirectoryState, unitId: string, date: LocalDate) =>
  [...cycles.keys()]
    .flatMap((id) => cycleOf({ cycles } as RulesState, id) ?? [])
    .filter((cycle) => cycle.status === 'OPEN' && organization.isWithin(tree, unitId, cycle.unitId, date));

/** Whether a unit, or one below, other than the source's is active and has an open cycle. */
const canAdopt = (
  rules: RulesState,
  directory: DirectoryState,
  { unitId, source, at }: { readonly unitId: string; readonly source: string; readonly at: Instant },
): boolean => {
  const date = localDateOf(at);
  return coveredBy(directory.tree, unitId, date).some(
    (id) => id !== source && isActive(directory, id, at) && openCyclesOver(rules, directory, id, date).length > 0,
  );
};
