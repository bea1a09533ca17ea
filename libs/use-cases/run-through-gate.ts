import { organization, type DomainEvent, type Evolution, type Rejected } from '#domain';
import { deriveId, isRejected, type Done, type EngineRejection } from '#engine';
import { named } from './named-refusal.ts';
import type { Rejection } from './rejection.ts';
import { senderOf, type Answered, type Ask } from './ask.ts';
import type { CorePorts } from './ports.ts';
import { preparing, runWorkflow, toAnswer, type AnyCommand, type Run, type Workflow } from './run-workflow.ts';

/** The one gate of the organization: fixed for ever. */
const GATE = 'organization-4f0c1d8e-7a35-4b1e-9c62-2d8f5b3a9e10';

/**
 * Runs a command whose facts come from streams of other units and people, as `runWorkflow` runs the others. Decided
 * changes are first admitted by a stream that all of them share, then recorded in their own stream. Whoever comes next
 * records the change admitted before, if that has not happened, and only then decides: on everything that was admitted.
 * So of two changes that exclude each other one is refused, in however many processes they are decided.
 */
export const runThroughGate = async <
  State,
  Event extends DomainEvent,
  C extends AnyCommand,
  Reason extends Rejection,
  Needed extends CorePorts,
>(
  ports: Needed,
  workflow: Workflow<State, Event, C, Reason>,
  ask: Ask<C['type'], unknown>,
  run: Run<State, C, Needed>,
): Promise<Answered> => {
  if (ask.dryRun === true) return runWorkflow(ports, workflow, ask, run);
  const admitted = await admit(ports, workflow, ask, run);
  const stream = `${workflow.category}-${run.id}`;
  const { state } = await ports.engine.load(GATE, organization.gate.decider);
  const mine = state.last?.changedBy === run.commandId ? state.last : undefined;
  if (admitted.kind === 'rejected') {
    // Whoever is refused a key finds what was done under it.
    if (mine !== undefined) await record(ports, mine);
    return named(ports, ask.caller, admitted);
  }
  const answer = await record(ports, mine ?? { stream, changedBy: run.commandId });
  return answer.kind === 'rejected' ? answer : toAnswer(run.id, answer);
};

const admit = <
  State,
  Event extends DomainEvent,
  C extends AnyCommand,
  Reason extends Rejection,
  Needed extends CorePorts,
>(
  ports: Needed,
  workflow: Workflow<State, Event, C, Reason>,
  ask: Ask<C['type'], unknown>,
  run: Run<State, C, Needed>,
): Promise<Done | Rejected<Rejection | EngineRejection>> => {
  const stream = `${workflow.category}-${run.id}`;
  const prepare = preparing(ports, workflow, ask, run);
  const commandId = deriveId(run.commandId, 'admission');
  return ports.engine.run<organization.GateState, organization.OrganizationEvent, organization.AdmitChange, Rejection>({
    stream: GATE,
    decider: organization.gate.decider,
    commandId,
    body: { said: run.said, type: ask.type, caller: senderOf(ask.caller), stream },
    prepare: async ({ state: { last } }) => {
      if (last !== undefined) await record(ports, last);
      const loaded = await ports.engine.load(stream, workflow.decider);
      const command = await prepare(loaded);
      if (isRejected<Rejection>(command)) return command;
      const outcome = workflow.decider.decide(command, loaded.state);
      if (outcome.kind === 'rejected') return outcome;
      const changes = outcome.events as unknown as readonly organization.AdmittedChange[];
      const data = { stream, changedBy: run.commandId, changes };
      return { type: 'AdmitChange', data, facts: {}, meta: { ...command.meta, commandId } };
    },
  });
};

type ToRecord = Pick<organization.Admission, 'stream' | 'changedBy'> & Partial<organization.Admission>;

/** Records what was admitted, as it was decided; when it stands there already, answers as it did the first time. */
const record = (ports: CorePorts, admission: ToRecord): Promise<Done | Rejected<EngineRejection>> =>
  admission.stream.startsWith('unit-')
    ? recordIn<organization.UnitState, organization.UnitEvent>(ports, organization.unit.decider, admission)
    : recordIn<organization.PersonState, organization.PersonEvent>(ports, organization.person.decider, admission);

const recordIn = <State, Event extends DomainEvent>(
  ports: CorePorts,
  { initial, evolve }: Evolution<State, Event>,
  { stream, changedBy, changes, actor, at }: ToRecord,
): Promise<Done | Rejected<EngineRejection>> =>
  ports.engine.run<State, Event, AnyCommand, never>({
    stream,
    decider: {
      initial,
      evolve,
      decide: () => ({ kind: 'accepted', events: (changes ?? []) as unknown as readonly Event[] }),
    },
    commandId: changedBy,
    body: { admitted: changedBy },
    prepare: () => {
      if (actor === undefined || at === undefined) throw new Error('a change was admitted, passed and is not there');
      const meta = { commandId: changedBy, actor, at, correlationId: changedBy };
      return { type: 'RecordChange', data: {}, facts: {}, meta };
    },
  });
