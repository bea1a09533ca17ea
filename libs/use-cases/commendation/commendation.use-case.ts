import { commendation, localDateOf, organization, regulation, reject, type Rejected } from '#domain';
import { deriveId } from '#engine';
import type { Ask } from '../ask.ts';
import { evidenceRefs } from '../evidence-refs.ts';
import { isTaken } from '../reserve-key.ts';
import { runWorkflow, type Context, type Run, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { isActive } from '../is-active.ts';
import type { Rejection } from '../rejection.ts';
import { cycleOf, regulationOf } from '../regulation/rules.ts';
import { withReward } from './reserve-reward.ts';
import { restsOnOwnModel } from './rests-on.ts';

type State = commendation.CommendationState;
type ByPerson = Exclude<commendation.CommendationCommand, { readonly type: commendation.ByDecision }>;
type Data<T extends ByPerson['type']> = Extract<ByPerson, { readonly type: T }>['data'];

export type CommendationAsk = {
  [T in ByPerson['type']]: Ask<T, Omit<Data<T>, 'commendationId'>>;
}[ByPerson['type']];

const commendationWorkflow: Workflow<
  State,
  commendation.CommendationEvent,
  commendation.CommendationCommand,
  commendation.CommendationRejection
> = {
  category: 'commendation',
  decider: commendation.decider,
  rights: commendation.rights,
};

export const commendationUseCase: UseCase<CommendationAsk> = {
  noun: 'commendation',
  async run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'commendation');
    const data = ask.type === 'ProposeCommendation' ? { ...ask.data, commendationId: id } : ask.data;
    const run: Run<State, commendation.CommendationCommand> = {
      id,
      commandId,
      said: ask.data,
      data: data,
      place: (state) => {
        if (ask.type === 'ProposeCommendation') return { unitId: ask.data.unitId };
        return state.status === 'NONE' ? 'nowhere' : { unitId: state.unitId };
      },
      facts: (context) => factsFor(ask, id, context),
      complete: (command, context) =>
        command.type === 'ProposeCommendation' && ask.dryRun !== true
          ? withReward(command, context)
          : Promise.resolve(command),
    };
    return runWorkflow(ports, commendationWorkflow, ask, run);
  },
};

const factsFor = async (
  ask: CommendationAsk,
  id: string,
  context: Context<State>,
): Promise<commendation.CommendationCommand['facts'] | Rejected<Rejection>> => {
  switch (ask.type) {
    case 'ProposeCommendation':
      return proposeFacts(ask.data, id, context);
    case 'ReviseCommendation':
      return reviseFacts(ask.data, context);
    case 'RecordCouncilReview':
      return { evidence: await evidenceRefs(context, [ask.data.minutesId]) };
    case 'SubmitCommendation':
      return { competent: await isCompetent(ask.data.toUnitId, context) };
    case 'ReturnCommendation':
    case 'VerifyCommendation':
    case 'WithdrawCommendation':
      return {};
  }
};

const proposeFacts = async (
  data: Omit<Data<'ProposeCommendation'>, 'commendationId'>,
  id: string,
  context: Context<State>,
): Promise<commendation.ProposeCommendation['facts'] | Rejected<Rejection>> => {
  const { ports, directory, at } = context;
  const cycle = cycleOf(await ports.rules.current(), data.cycleId);
  if (cycle === undefined) return reject('cycle-not-open', { pointer: '/cycleId' });
  return {
    evidence: await evidenceRefs(context, data.evidenceIds),
    unitActive: isActive(directory, data.unitId, at),
    regulationId: cycle.regulationId,
    ...(await achievementFacts(
      context,
      data.achievement,
      data.unitId,
      commendation.rewardKey(data.achievement, data.recipient, data),
      id,
    )),
  };
};

const reviseFacts = async (
  data: Data<'ReviseCommendation'>,
  context: Context<State>,
): Promise<commendation.ReviseCommendation['facts'] | Rejected<Rejection>> => {
  const { state } = context.loaded;
  if (state.status === 'NONE') return reject('not-found');
  const key = commendation.rewardKey(state.achievement, data.recipient, state);
  return {
    evidence: await evidenceRefs(context, data.evidenceIds),
    ...(await achievementFacts(context, state.achievement, state.unitId, key, state.commendationId)),
  };
};

const achievementFacts = async (
  { ports, directory, at }: Context<State>,
  achievement: commendation.Achievement,
  unitId: string,
  key: string,
  holder: string,
): Promise<commendation.AchievementFacts> => ({
  rewardTaken: await isTaken(ports, key, holder),
  modelRecognized: await restsOnOwnModel(ports, directory, achievement, unitId, at),
});

const isCompetent = async (
  toUnitId: string,
  { ports, loaded: { state }, directory, at }: Context<State>,
): Promise<boolean> => {
  if (state.status === 'NONE') return false;
  const date = localDateOf(at);
  const signedBy = organization.unitOn(directory.tree, toUnitId, date);
  const content = regulationOf(await ports.rules.current(), state.regulationId)?.content;
  const unitKind = organization.kindOf(directory.tree, state.unitId);
  if (signedBy?.active !== true || content === undefined || unitKind === undefined) return false;
  const above = organization.isWithin(directory.tree, state.unitId, toUnitId, date);
  const question = { act: 'COMMEND', unitKind, signedBy: signedBy.kind, form: state.form } as const;
  return above && regulation.isCompetent(content.authorities, question);
};
