import { localDateOf, organization, regulation, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { coveredBy } from '#identity';
import type { Ask } from '../ask.ts';
import { runWorkflow, type Context, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { isActive } from '../is-active.ts';
import type { Rejection } from '../rejection.ts';
import { regulationOf } from './rules.ts';

type State = regulation.RegulationState;

export type RegulationAsk =
  | Ask<'DraftRegulation', Omit<regulation.DraftRegulation['data'], 'regulationId'>>
  | Ask<'ReviseRegulation', regulation.ReviseRegulation['data']>
  | Ask<'PublishRegulation', regulation.PublishRegulation['data']>
  | Ask<'SupersedeRegulation', regulation.SupersedeRegulation['data']>
  | Ask<'AmendCalendar', regulation.AmendCalendar['data']>;

const workflow: Workflow<
  State,
  regulation.RegulationEvent,
  regulation.RegulationCommand,
  regulation.RegulationRejection
> = {
  category: 'regulation',
  decider: regulation.decider,
  rights: regulation.rights,
  seenByAll: true,
};

export const regulationUseCase: UseCase<RegulationAsk> = {
  noun: 'regulation',
  run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'regulation');
    return runWorkflow(ports, workflow, ask, {
      id,
      commandId,
      said: ask.data,
      data: ask.type === 'DraftRegulation' ? { ...ask.data, regulationId: id } : ask.data,
      place: (state) => {
        if (ask.type === 'DraftRegulation') return { unitId: ask.data.unitId };
        return state.status === 'NONE' ? 'nowhere' : { unitId: state.unitId };
      },
      facts: (context) => factsFor(ask, context),
    });
  },
};

const factsFor = async (
  ask: RegulationAsk,
  { ports, loaded: { state }, directory, at }: Context<State>,
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

/** For each active unit under the regulation and each step, how many people may act. */
const staffing = (
  { tree, book }: Context<State>['directory'],
  unitId: string,
  at: string,
): regulation.PublishRegulation['facts'] => {
  const date = localDateOf(at);
  const units = coveredBy(tree, unitId, date).filter((id) => organization.unitOn(tree, id, date)?.active === true);
  const kinds = units.flatMap((id) => organization.kindOf(tree, id) ?? []);
  return {
    unitKinds: [...new Set(kinds)],
    eligible: units.flatMap((id) =>
      regulation.STEPS.map((step) => ({
        unitId: id,
        step,
        persons: organization.holdersOf(book, tree, regulation.STEP_ROLES[step], id, at).length,
      })),
    ),
  };
};
