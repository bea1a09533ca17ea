import { commendation, localDateOf, organization, registration, reject, type Rejected } from '#domain';
import type { Ask } from '../ask.ts';
import { evidenceRefs } from '../evidence-refs.ts';
import { takenBy } from '../reserve-key.ts';
import { atItsUnit, type Context } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import { isActive } from '../is-active.ts';
import type { Rejection } from '../rejection.ts';
import { cycleOf } from '../regulation/rules.ts';
import { bodiesFor } from './competence.ts';
import { withReward } from './reserve-reward.ts';

type State = commendation.CommendationState;
type ByPerson = Exclude<commendation.CommendationCommand, { readonly type: commendation.BySystem }>;
type Data<T extends ByPerson['type']> = Extract<ByPerson, { readonly type: T }>['data'];

export type CommendationAsk = {
  [T in ByPerson['type']]: Ask<T, Omit<Data<T>, 'commendationId'>>;
}[ByPerson['type']];

const { decider, rights } = commendation;

export const commendationUseCase: UseCase<CommendationAsk> = workflowUseCase(
  { category: 'commendation', decider, rights },
  {
    data: (ask, { id }) => (ask.type === 'ProposeCommendation' ? { ...ask.data, commendationId: id } : ask.data),
    place: (ask, { state }) => (ask.type === 'ProposeCommendation' ? { unitId: ask.data.unitId } : atItsUnit(state)),
    facts: (ask, context) => factsFor(ask, context),
    complete: ({ dryRun = false }, command, context) =>
      command.type === 'ProposeCommendation' && !dryRun ? withReward(command, context) : command,
  },
);

const factsFor = async (
  ask: CommendationAsk,
  context: Context<State>,
): Promise<commendation.CommendationCommand['facts'] | Rejected<Rejection>> => {
  switch (ask.type) {
    case 'ProposeCommendation':
      return proposeFacts(ask.data, context);
    case 'ReviseCommendation':
      return reviseFacts(ask.data, context);
    case 'RecordCouncilReview':
      return { evidence: await evidenceRefs(context, [ask.data.minutesId]) };
    case 'SubmitCommendation':
      return competence(ask.data.toUnitId, context);
    case 'ReturnCommendation':
    case 'VerifyCommendation':
    case 'WithdrawCommendation':
    case 'SettleRevokedAchievement':
      return {};
  }
};

const proposeFacts = async (
  data: Omit<Data<'ProposeCommendation'>, 'commendationId'>,
  context: Context<State>,
): Promise<commendation.ProposeCommendation['facts'] | Rejected<Rejection>> => {
  const { ports, directory, at } = context;
  const cycle = cycleOf(await ports.rules.current(), data.cycleId);
  if (cycle === undefined) return reject('cycle-not-open', { pointer: '/cycleId' });
  return {
    evidence: await evidenceRefs(context, data.evidenceIds),
    unitActive: isActive(directory, data.unitId, at),
    regulationId: cycle.regulationId,
    ...(await achievementFacts(context, data)),
  };
};

const reviseFacts = async (
  data: Data<'ReviseCommendation'>,
  context: Context<State>,
): Promise<commendation.ReviseCommendation['facts'] | Rejected<Rejection>> => {
  const { state } = context.loaded;
  if (state.status === 'NONE') return reject('not-found');
  return {
    evidence: await evidenceRefs(context, data.evidenceIds),
    ...(await achievementFacts(context, { ...state, recipient: data.recipient })),
  };
};

const achievementFacts = async (
  { id, ports, directory: { tree }, at }: Context<State>,
  proposal: Pick<commendation.ProposeCommendation['data'], 'achievement' | 'recipient' | 'unitId' | 'cycleId'>,
): Promise<commendation.AchievementFacts> => {
  const { achievement, recipient, unitId } = proposal;
  const rewardTakenBy = await takenBy(ports, commendation.rewardKeys(achievement, recipient, proposal), id);
  if (achievement.kind === 'OTHER') return { rewardTakenBy, modelRecognized: false };
  const { state } = await ports.engine.load(`registration-${achievement.registrationId}`, registration.decider);
  // In the unit that proposes it, or one below: nobody takes the reward of another unit's model away.
  const modelRecognized =
    state.status === 'RECOGNIZED' && organization.isWithin(tree, state.core.unitId, unitId, localDateOf(at));
  return { rewardTakenBy, modelRecognized };
};

const competence = async (
  toUnitId: string,
  { ports, loaded: { state }, directory: { tree }, at }: Context<State>,
): Promise<commendation.SubmitCommendation['facts']> => {
  const rules = await ports.rules.current();
  const competentBodies = state.status === 'NONE' ? [] : bodiesFor(state, { rules, tree, date: localDateOf(at) });
  return { competent: competentBodies.includes(toUnitId), competentBodies };
};
