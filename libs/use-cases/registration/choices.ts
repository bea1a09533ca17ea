import {
  addDays,
  localDateOf,
  organization,
  registration,
  regulation,
  type Actor,
  type LocalDate,
  type Rejected,
  type Remark,
} from '#domain';
import { companyOver, coveredBy, rightsAt, type DirectoryState } from '#identity';
import type { CorePorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import { isActive } from '../is-active.ts';
import { cycleOf, regulationOf, type Rules, type RulesState } from '../regulation/rules.ts';
import { teamFacts } from './registration-facts.ts';

type Existing = Exclude<registration.RegistrationState, { readonly status: 'NONE' }>;
type RulePorts = CorePorts & { readonly rules: Rules };

/** Something that may be chosen; refused with the reason for which the command would be. */
export type Choice<Of> = Of & { readonly refused: Rejected<Rejection> | undefined };

/**
 * Who appraises, or lately did, for the registering unit or within the reach of who asks: each as the naming of a team
 * would judge them. Undefined when the regulation is not known yet.
 */
export const appraiserChoices = async (
  { directory, clock, rules }: RulePorts,
  actor: Pick<Actor, 'unitId'>,
  state: Existing,
): Promise<readonly Choice<{ readonly personId: string; readonly unitId: string }>[] | undefined> => {
  const [current, known, at] = [await directory.current(), await rules.current(), clock.now()];
  const pinned = 'regulationId' in state ? regulationOf(known, state.regulationId) : undefined;
  if (pinned === undefined) return undefined;
  const { core } = state;
  const appraisers = appraisersAround(current, { unitId: core.unitId, within: actor.unitId, at });
  const candidacy = {
    members: teamFacts({ directory: current, at }, core.unitId, [...appraisers.keys()]),
    left: registration.leftBefore(state),
    ...{ core, rules: pinned.content.appraisal },
  };
  return [...appraisers].map(([personId, unitId]) => ({
    ...{ personId, unitId },
    refused: registration.memberRefused(personId, candidacy),
  }));
};

/** Appraisers by the unit of their appointment: of the units above, and of all that are within the reach. */
const appraisersAround = (
  { tree, book }: DirectoryState,
  { unitId, within, at }: { readonly unitId: string; readonly within: string; readonly at: string },
): ReadonlyMap<string, string> => {
  const today = localDateOf(at);
  const since = addDays(today, -registration.JUST_LEFT_DAYS);
  const units = new Set([...organization.pathOn(tree, unitId, today), ...coveredBy(tree, within, today)]);
  const found = [...units].flatMap((each) =>
    organization.holdersSince(book, 'APPRAISER', each, { since, at }).map((personId) => [personId, each] as const),
  );
  // The unit nearest to the registering one is told.
  return new Map(found.reverse());
};

/**
 * Who may approve the corrections that wait, by appointment: each as the approval would judge them; where none waits,
 * who may approve one that a person would ask for.
 */
export const approverChoices = async (
  { directory, clock }: CorePorts,
  { core }: Existing,
  personId: string,
): Promise<readonly Choice<{ readonly personId: string; readonly unitId: string }>[]> => {
  const asked = { personId: '', unitId: core.unitId, at: clock.now() };
  const { everybody } = companyOver(await directory.current(), asked);
  const mayApprove: readonly Actor['role'][] = registration.rights.ApproveCorrection;
  return everybody
    .filter(({ role }) => mayApprove.includes(role))
    .map((actor) => ({
      ...{ personId: actor.personId, unitId: actor.unitId },
      refused:
        core.requests.length === 0
          ? registration.ownRequest({ requestedBy: [personId] }, actor)
          : registration.approverRefusal(core, actor),
    }));
};

/** What a correction may put right, with what it says now: each as the request would judge it. */
export const correctableFields = (
  state: Existing,
): readonly Choice<{ readonly field: registration.CorrectableField; readonly value: string }>[] =>
  registration.CORRECTABLE.map((field) => ({
    ...{ field, value: state.core.form[field] ?? '' },
    refused: registration.notToCorrect(state, field),
  }));

/** A unit in a cycle, and until when registrations are handed in. */
interface Place {
  readonly cycleId: string;
  readonly unitId: string;
  readonly deadline: string;
  /** What stands in the way of handing it in today, or what that takes besides. */
  readonly remark: Remark<Rejection> | undefined;
}

interface KnownPlace extends Place {
  readonly unitActive: boolean;
  readonly cycleOpen: boolean;
}

/** The units for which a person drafts registrations, in each cycle that is theirs: each as the draft would judge it. */
export const placeChoices = async (
  ports: RulePorts,
  personId: string,
  of: { readonly cycleId?: string },
): Promise<readonly Choice<Place>[]> =>
  (await placesFor(ports, { personId, roles: registration.rights.DraftRegistration, ...of })).map(
    ({ unitActive, cycleOpen, ...place }) => ({
      ...place,
      refused: registration.placeRefused(place, { unitActive, cycleOpen }),
    }),
  );

/** The units that a person may have take up a model, in each cycle that is theirs: each as the replication would judge it. */
export const adopterChoices = async (
  ports: RulePorts,
  personId: string,
  state: Existing,
  of: { readonly cycleId?: string },
): Promise<readonly Choice<Pick<Place, 'cycleId' | 'unitId'>>[]> =>
  (await placesFor(ports, { personId, roles: registration.rights.ReplicateModel, ...of })).map(
    ({ cycleId, unitId, unitActive, cycleOpen }) => ({
      ...{ cycleId, unitId },
      refused:
        state.status === 'RECOGNIZED'
          ? registration.adoptionRefusal(
              { adoptingUnitId: unitId, cycleId },
              { actorCoversAdoptingUnit: true, adoptingUnitActive: unitActive, cycleOpen },
              state,
            )
          : registration.wrongStatus(state, { type: 'ReplicateModel' }),
    }),
  );

interface PlacesAsked {
  readonly personId: string;
  readonly roles: readonly Actor['role'][];
  readonly cycleId?: string;
}

/** The units within the reach of a person's roles, in each open cycle that is theirs, or in the one that is asked for. */
const placesFor = async (
  { directory, clock, rules }: RulePorts,
  { personId, roles, cycleId }: PlacesAsked,
): Promise<readonly KnownPlace[]> => {
  const [current, known, at] = [await directory.current(), await rules.current(), clock.now()];
  const today = localDateOf(at);
  const offices = rightsAt(current, personId, at).filter(({ role }) => roles.includes(role));
  const units = [...new Set(offices.flatMap(({ unitId }) => coveredBy(current.tree, unitId, today)))];
  const asked = cycleId === undefined ? [...known.cycles.keys()] : [cycleId];
  const cycles = asked.flatMap((id) => cycleOf(known, id) ?? []);
  return cycles
    .filter(({ status }) => status === 'OPEN' || cycleId !== undefined)
    .flatMap((cycle) => {
      const within = new Set(coveredBy(current.tree, cycle.unitId, today));
      const deadline = regulation.deadlineOf(cycle, 'REGISTRATION');
      const remark = onHandingIn(known, cycle, { today, deadline });
      return units
        .filter((unitId) => within.has(unitId))
        .map((unitId) => ({
          ...{ cycleId: cycle.cycleId, unitId, deadline, remark },
          ...{ unitActive: isActive(current, unitId, at), cycleOpen: cycle.status === 'OPEN' },
        }));
    });
};

/** In a cycle that is open: one that is closed is refused. */
const onHandingIn = (
  known: RulesState,
  { regulationId, status }: regulation.OpenedCycle,
  on: { readonly today: LocalDate; readonly deadline: LocalDate },
): Remark<Rejection> | undefined => {
  const found = regulationOf(known, regulationId);
  if (found === undefined || status !== 'OPEN') return undefined;
  const version = { regulationId, content: found.content };
  return (
    registration.cycleRefusal('SubmitRegistration', { ...on, regulation: version }) ??
    registration.lateReasonRequired(on)
  );
};
