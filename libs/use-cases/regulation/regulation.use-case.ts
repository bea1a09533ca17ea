import { regulation, type Rejected } from '#domain';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts, Ports } from '../ports.ts';
import { atItsUnit, type Context } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
import { isActive } from '../is-active.ts';
import type { Rejection } from '../rejection.ts';
import { withNumber } from './claim-number.ts';
import { regulationOf } from './rules.ts';
import { staffing } from './staffing.ts';

export type RegulationAsk =
  | Ask<'DraftRegulation', Omit<regulation.DraftRegulation['data'], 'regulationId'>>
  | Ask<'ReviseRegulation', regulation.ReviseRegulation['data']>
  | Ask<'PublishRegulation', regulation.PublishRegulation['data']>
  | Ask<'SupersedeRegulation', regulation.SupersedeRegulation['data']>
  | Ask<'AmendCalendar', regulation.AmendCalendar['data']>;

const { decider, rights } = regulation;

type Needed = CorePorts & Pick<Ports, 'rules' | 'store'>;

export const regulationUseCase: UseCase<RegulationAsk, Answer, Needed> = workflowUseCase(
  { category: 'regulation', decider, rights, seenByAll: true },
  {
    data: (ask, { id }) => (ask.type === 'DraftRegulation' ? { ...ask.data, regulationId: id } : ask.data),
    place: (ask, { state }) => (ask.type === 'DraftRegulation' ? { unitId: ask.data.unitId } : atItsUnit(state)),
    facts: (ask, context) => factsFor(ask, context),
    complete: ({ dryRun = false }, command, context) =>
      command.type === 'PublishRegulation' ? withNumber(command, context, dryRun) : command,
  },
);

const factsFor = async (
  ask: RegulationAsk,
  { ports, loaded: { state }, directory, at }: Context<regulation.RegulationState, Needed>,
): Promise<regulation.RegulationCommand['facts'] | Rejected<Rejection>> => {
  switch (ask.type) {
    case 'DraftRegulation':
      return { unitActive: isActive(directory, ask.data.unitId, at) };
    case 'ReviseRegulation':
    case 'AmendCalendar':
      return {};
    case 'PublishRegulation':
      return state.status === 'NONE' ? { unitKinds: [], eligible: [] } : staffing(directory, state.unitId, at);
    case 'SupersedeRegulation':
      return { successor: regulationOf(await ports.rules.current(), ask.data.byRegulationId) };
  }
};
