import { organization, type Actor, type Company } from '#domain';
import { companyOver, rightsAt, type DirectoryState } from '#identity';
import type { CorePorts } from '../ports.ts';
import { maySeePerson, unitsOf } from './reach.ts';

/** What somebody may do about a person today; undefined when they see none. */
export const personActions = async (
  { directory: directories, clock }: Pick<CorePorts, 'directory' | 'clock'>,
  askerId: string,
  personId: string,
): Promise<ReturnType<typeof organization.person.availableActions> | undefined> => {
  const [directory, at] = [await directories.current(), clock.now()];
  const { book, tree } = directory;
  const state = maySeePerson(directory, askerId, personId, at) ? organization.personOf(book, personId) : undefined;
  if (state === undefined) return undefined;
  const over = (unitId: string): Company => companyOver(directory, { personId: askerId, unitId, at });
  const units = unitsOf(directory, personId, at);
  const anywhere: Company = {
    mine: administrationOf(directory, askerId, at),
    everybody: tree.rootId === undefined ? [] : over(tree.rootId).everybody,
  };
  const isTwofold = (administratorId: string): boolean =>
    tree.rootId !== undefined &&
    organization.anotherAdministrator(book, tree, { unitId: tree.rootId, besides: [administratorId, personId], at });
  return organization.person.availableActions(
    state,
    {
      anywhere,
      overAll: units.length === 0 ? anywhere : inAll(units.map(over)),
      overProposals: inAny(state.proposals.map(({ unitId }) => over(unitId))) ?? anywhere,
      overAppointments: inAny(units.map(over)) ?? anywhere,
    },
    {
      isAppointed: units.length > 0,
      isOneHand: (administratorId, other) =>
        isTwofold(administratorId) && organization.inOneHand(book, administratorId, other),
    },
  );
};

const administrationOf = (directory: DirectoryState, personId: string, at: string): readonly Actor[] =>
  rightsAt(directory, personId, at)
    .filter(({ role }) => role === 'SYSTEM_ADMIN')
    .map(({ role, unitId }) => ({ personId, role, unitId }));

/** Those who administer one of the units; undefined where there is none. */
const inAny = (companies: readonly Company[]): Company | undefined =>
  companies.length === 0
    ? undefined
    : {
        mine: companies.flatMap(({ mine }) => mine),
        everybody: companies.flatMap(({ everybody }) => everybody),
      };

/** Those who administer each of the units, by whichever appointment. */
const inAll = (companies: readonly Company[]): Company => {
  const ofAll = (side: keyof Company): readonly Actor[] => {
    const administrators = companies.map((company) =>
      company[side].filter(({ role }) => role === 'SYSTEM_ADMIN').map(({ personId }) => personId),
    );
    return (companies[0]?.[side] ?? []).filter(
      ({ role, personId }) => role === 'SYSTEM_ADMIN' && administrators.every((each) => each.includes(personId)),
    );
  };
  return { mine: ofAll('mine'), everybody: ofAll('everybody') };
};
