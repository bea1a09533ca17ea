import { addDays, localDateOf, organization, registration, regulation, reject, type Rejected } from '#domain';
import { authorize, companyOver, rightsAt, underAll } from '#identity';
import { evidenceRefs } from '../evidence-refs.ts';
import { actorSees } from '../seen-by.ts';
import { takenBy } from '../reserve-key.ts';
import type { Context } from '../run-workflow.ts';
import { isActive } from '../is-active.ts';
import type { Rejection } from '../rejection.ts';
import { cycleOf, regulationOf, type RulesState } from '../regulation/rules.ts';

type Type = registration.CommandType;
type FactsContext = Context<registration.RegistrationState>;
type Gather<T extends Type> = (
  context: FactsContext,
  data: registration.CommandOf<T>['data'],
) => Promise<registration.CommandOf<T>['facts'] | Rejected<Rejection>>;

/** The commands people give, with the facts each of them needs. */
export const gatherers: { readonly [T in registration.ActionType]: Gather<T> } = {
  DraftRegistration: (context, data) => draftFacts(context, data),
  ReviseRegistration: (context) => withRegulation(context),
  SubmitRegistration: (context) => withCycle(context, 'REGISTRATION'),
  ReturnRegistration: (context) => withRegulation(context),
  AcceptRegistration: acceptFacts,
  DeclineRegistration: nothing,
  StartImplementation: (context) => withRegulation(context),
  RecordProgress: async (context, data) => ({ evidence: await evidenceRefs(context, data.evidenceIds) }),
  RecordInspection: nothing,
  WithdrawRegistration: nothing,
  DiscontinueModel: nothing,
  RequestRecognition: async (context, data) =>
    merged(await withCycle(context, 'DOSSIER'), { evidence: await evidenceRefs(context, data.evidenceIds) }),
  RequireSupplement: (context) => withRegulation(context),
  ProvideSupplement: async (context, data) => ({ evidence: await evidenceRefs(context, data.evidenceIds) }),
  LapseDossier: nothing,
  OpenAppraisal: async (context, data) =>
    merged(await withCycle(context, 'APPRAISAL'), {
      members: teamFacts(context, coreOf(context)?.unitId ?? '', data.team),
    }),
  DeclareInterest: (context) => withRegulation(context),
  ScoreModel: nothing,
  ConcludeAppraisal: async (context, data) =>
    merged(await withRegulation(context), { evidence: await evidenceRefs(context, [data.minutesId]) }),
  RecordVote: async (context, data) =>
    merged(await withRegulation(context), { evidence: await evidenceRefs(context, [data.minutesId]) }),
  ReopenAppraisal: nothing,
  MarkTypical: nothing,
  ReplicateModel: (context, data) => replicateFacts(context, data),
  CarryForward: (context, data) => carryFacts(context, data),
  RequestCorrection: async (context, data) =>
    merged(await withRegulation(context), {
      othersMayApprove: othersMayApprove(context),
      nameTaken: await wouldBeTaken(context, data),
    }),
  ApproveCorrection: (context, data) => correctionFacts(context, data),
  DeclineCorrection: nothing,
  SettleRevokedSource: nothing,
};

const merged = <A extends object, B extends object>(
  facts: A | Rejected<Rejection>,
  more: B,
): (A & B) | Rejected<Rejection> => ('kind' in facts ? facts : { ...facts, ...more });

function nothing(): Promise<Record<never, never>> {
  return Promise.resolve({});
}

const coreOf = ({ loaded }: FactsContext): registration.Core | undefined =>
  loaded.state.status === 'NONE' ? undefined : loaded.state.core;

/** The pinned version once there is one; until then the cycle's. */
const versionOf = (
  rules: RulesState,
  state: registration.RegistrationState,
  cycleId: string,
): registration.RegulationVersion | undefined => {
  const regulationId = 'regulationId' in state ? state.regulationId : cycleOf(rules, cycleId)?.regulationId;
  const found = regulationId === undefined ? undefined : regulationOf(rules, regulationId);
  return found === undefined ? undefined : { regulationId: found.regulationId, content: found.content };
};

const withRegulation = async (
  context: FactsContext,
): Promise<{ readonly regulation: registration.RegulationVersion } | Rejected<Rejection>> => {
  const rules = await context.ports.rules.current();
  const version = versionOf(rules, context.loaded.state, coreOf(context)?.cycleId ?? '');
  return version === undefined ? reject('not-found') : { regulation: version };
};

const withCycle = async (context: FactsContext, step: regulation.CycleStep) => {
  const rules = await context.ports.rules.current();
  const core = coreOf(context);
  const cycle = core === undefined ? undefined : cycleOf(rules, core.cycleId);
  const version = versionOf(rules, context.loaded.state, core?.cycleId ?? '');
  if (cycle === undefined || version === undefined) return reject<Rejection>('not-found');
  return { deadline: regulation.deadlineOf(cycle, step), cycleOpen: cycle.status === 'OPEN', regulation: version };
};

const isOpenFor = (
  { directory, at }: FactsContext,
  cycle: regulation.OpenedCycle | undefined,
  unitId: string,
): boolean => cycle?.status === 'OPEN' && organization.isWithin(directory.tree, unitId, cycle.unitId, localDateOf(at));

const draftFacts: Gather<'DraftRegistration'> = async (context, { unitId, cycleId, origin }) => {
  const rules = await context.ports.rules.current();
  const version = versionOf(rules, context.loaded.state, cycleId);
  if (version === undefined) return reject('cycle-not-open', { pointer: '/cycleId' });
  const source = origin.kind === 'NEW' ? undefined : await sourceFacts(context, origin.registrationId);
  return {
    unitActive: isActive(context.directory, unitId, context.at),
    cycleOpen: isOpenFor(context, cycleOf(rules, cycleId), unitId),
    regulation: version,
    ...(source === undefined ? {} : { source }),
  };
};

/** Typical models are there for every unit to take up. */
const isForAll = (state: registration.RegistrationState): boolean => state.status === 'RECOGNIZED' && state.typical;

const sourceFacts = async (context: FactsContext, id: string): Promise<registration.SourceFacts | undefined> => {
  const { state } = await context.ports.engine.load(`registration-${id}`, registration.decider);
  if (state.status === 'NONE' || !(isForAll(state) || actorSees(context, state.core.unitId))) return undefined;
  const { modelId, unitId, cycleId } = state.core;
  return { modelId, unitId, cycleId, status: state.status };
};

const isNameTaken = async (ports: FactsContext['ports'], core: registration.Core): Promise<boolean> =>
  (await takenBy(ports, registration.nameKeys(core), core.registrationId)) !== undefined;

async function acceptFacts(context: FactsContext): ReturnType<Gather<'AcceptRegistration'>> {
  const facts = await withRegulation(context);
  const core = coreOf(context);
  if ('kind' in facts || core === undefined) return facts as Rejected<Rejection>;
  return { ...facts, nameTaken: await isNameTaken(context.ports, core) };
}

/** Every unit in which a person is appointed, or was lately. */
export const unitsLately = ({ directory, at }: Pick<FactsContext, 'directory' | 'at'>, personId: string) =>
  organization.unitsSince(directory.book, personId, {
    since: addDays(localDateOf(at), -registration.JUST_LEFT_DAYS),
    at,
  });

/** Those who are named for a team, and who they are for the registering unit; nothing of who holds no office. */
export const teamFacts = (
  context: Pick<FactsContext, 'directory' | 'at'>,
  unitId: string,
  team: readonly string[],
): readonly registration.TeamMemberFacts[] => {
  const directory = underAll(context.directory);
  return team.flatMap((personId) => {
    const running = rightsAt(directory, personId, context.at);
    const right = authorize(directory, { personId, roles: ['APPRAISER'], unitId, at: context.at });
    const first = running[0];
    if (first === undefined) return [];
    const eligible = typeof right === 'object';
    const unitIds = unitsLately(context, personId);
    return [{ personId, unitId: eligible ? right.unitId : first.unitId, eligible, unitIds }];
  });
};

const replicateFacts: Gather<'ReplicateModel'> = async (context, { adoptingUnitId, cycleId }) => {
  const { directory, at, actor } = context;
  const rules = await context.ports.rules.current();
  return {
    adoptingUnitActive: isActive(directory, adoptingUnitId, at),
    cycleOpen: isOpenFor(context, cycleOf(rules, cycleId), adoptingUnitId),
    actorCoversAdoptingUnit: organization.isWithin(directory.tree, adoptingUnitId, actor.unitId, localDateOf(at)),
  };
};

const carryFacts: Gather<'CarryForward'> = async (context, { cycleId }) => {
  const core = coreOf(context);
  const rules = await context.ports.rules.current();
  const next = cycleOf(rules, cycleId);
  const present = core === undefined ? undefined : cycleOf(rules, core.cycleId);
  return {
    unitActive: isActive(context.directory, core?.unitId ?? '', context.at),
    cycleOpen: isOpenFor(context, next, core?.unitId ?? ''),
    laterCycle: next !== undefined && present !== undefined && regulation.comesAfter(next, present),
  };
};

const othersMayApprove = (context: FactsContext): boolean => {
  const { directory, actor, at } = context;
  const asked = { personId: actor.personId, unitId: coreOf(context)?.unitId ?? '', at };
  return registration.othersMayApprove(companyOver(directory, asked).everybody, actor);
};

/** Whether a registration holds its name. */
export const bearsName = async ({ engine }: Pick<FactsContext['ports'], 'engine'>, id: string): Promise<boolean> => {
  const { state } = await engine.load(`registration-${id}`, registration.decider);
  return registration.holdsName(state.status);
};

/** Whether another registration that holds its name has the one that is asked for. */
const wouldBeTaken = async (
  { ports, loaded: { state } }: FactsContext,
  { field, newValue: name }: registration.RequestCorrection['data'],
): Promise<boolean> => {
  if (field !== 'name' || state.status === 'NONE' || !registration.holdsName(state.status)) return false;
  const { core } = state;
  const holder = await takenBy(
    ports,
    registration.nameKeys({ ...core, form: { ...core.form, name } }),
    core.registrationId,
  );
  return holder !== undefined && (await bearsName(ports, holder));
};

const correctionFacts: Gather<'ApproveCorrection'> = async ({ ports, loaded: { state } }, data) => {
  const named = registration.namedAfter(state, data.correctionId);
  if (named === undefined || !registration.holdsName(state.status)) return { nameTaken: false };
  return { nameTaken: await isNameTaken(ports, named) };
};
