import {
  decision,
  localDateOf,
  organization,
  reject,
  type Availability,
  type DocumentCitation,
  type LocalDate,
  type regulation,
  type Rejected,
  type Remark,
} from '#domain';
import { inChunks } from '#engine';
import { actorsOver, type DirectoryState } from '#identity';
import type { AwaitedAct, Task } from '#read-models';
import { decisionActions } from '../decision/decision-actions.ts';
import type { Ports } from '../ports.ts';
import { registrationActions } from '../registration/registration-actions.ts';
import { seenRegistration } from '../registration/seen-registration.ts';
import { regulationActions } from '../regulation/regulation-actions.ts';
import { cycleOf, regulationOf, type RulesState } from '../regulation/rules.ts';
import type { Rejection } from '../rejection.ts';
import { bodiesSigning } from '../unit/signing-bodies.ts';

/** An act that is awaited, as it stands today for who is asked for it. */
export interface ActToday extends Omit<AwaitedAct, 'command'> {
  readonly command: AwaitedAct['command'] | 'WithdrawRegistration';
  /** Of a decision that is to be drafted: the nearest body that signs it. Whoever covers it drafts for it, or for one above. */
  readonly bodyId?: string;
  /** Why it cannot be done today. */
  readonly obstacle?: Pick<Rejected<Rejection>, 'reason' | 'params'>;
  /** What it takes besides, or leads to. */
  readonly remark?: Remark<Rejection>;
}

/** A task as it stands today. */
export interface TaskToday<Act> extends Task<Act> {
  /** Of an appointment: the paper it rests on. */
  readonly document: DocumentCitation | null;
  /** Of an appointment: the day from which it is to hold. */
  readonly fromOn: LocalDate | null;
}

interface Known {
  readonly at: string;
  readonly known: RulesState;
  readonly directory: DirectoryState;
}

interface Asked extends Known {
  readonly personId: string;
}

/** What is read from the log at the same time, each of a page of tasks. */
const AT_ONCE = 8;

/** What waits for a person, with what stands in the way today; a task that leaves nothing to do for them is none. */
export const tasksToday = async (
  ports: Ports,
  personId: string,
  tasks: readonly Task<AwaitedAct>[],
): Promise<readonly TaskToday<ActToday>[]> => {
  const [known, directory, at] = [await ports.rules.current(), await ports.directory.current(), ports.clock.now()];
  const asked = { personId, at, known, directory };
  const told = await inChunks(tasks, AT_ONCE, async (task) => ({
    ...{ ...task, ...proposedIn(directory, task) },
    acts: await actsToday(ports, asked, task),
  }));
  return told.filter(({ acts }) => acts.length > 0);
};

/** What whoever confirms an appointment answers for. */
const proposedIn = (
  { book }: DirectoryState,
  { id, personId }: Task<AwaitedAct>,
): Pick<TaskToday<ActToday>, 'document' | 'fromOn'> => {
  const person = personId === null ? undefined : organization.personOf(book, personId);
  const { document = null, from: fromOn = null } = person?.proposals.find((each) => each.appointmentId === id) ?? {};
  return { document, fromOn };
};

const actsToday = async (ports: Ports, asked: Asked, task: Task<AwaitedAct>): Promise<readonly ActToday[]> => {
  const awaited = asTheCycleStands(asked, task).filter((act) => drafts(asked, act));
  if (awaited.every(({ command }) => command === 'DraftDecision')) return awaited;
  const actions = await actionsOn(ports, asked, task);
  const acts = awaited.map((act: ActToday) => ({ ...act, ...standing(actions?.[act.command]) }));
  // A frozen list waits to be signed: to be cancelled only where nobody can.
  return acts.filter(({ command, remark }: ActToday) => command !== 'CancelDraft' || remark !== undefined);
};

/** What the person is told when they ask what they may do with it. */
const actionsOn = async (
  ports: Ports,
  { personId }: Asked,
  { kind, id, status }: Task<AwaitedAct>,
): Promise<Readonly<Record<string, Availability<Rejection>>> | undefined> => {
  if (kind === 'regulation') return regulationActions(ports, personId, id);
  if (kind === 'registration') {
    const seen = await seenRegistration(ports, personId, id);
    return seen && registrationActions(ports, personId, seen);
  }
  if (kind !== 'decision' || !(status === 'DRAFT' || status === 'FROZEN')) return undefined;
  const { state } = await ports.engine.load(`decision-${id}`, decision.decider);
  return state.status === 'NONE' ? undefined : decisionActions(ports, personId, state);
};

const standing = (action: Availability<Rejection> | undefined): Pick<ActToday, 'obstacle' | 'remark'> => {
  if (action?.allowed === false) return { obstacle: action };
  return action?.remark === undefined ? {} : { remark: action.remark };
};

/** What is drafted in a cycle that was closed can only be withdrawn; a decision is drafted for a body that signs the act. */
export const asTheCycleStands = (
  asked: Known,
  task: Pick<Task<AwaitedAct>, 'kind' | 'cycleId' | 'unitId' | 'acts'>,
): readonly ActToday[] => {
  const cycle = task.cycleId === null ? undefined : cycleOf(asked.known, task.cycleId);
  const version = cycle && regulationOf(asked.known, cycle.regulationId);
  if (task.kind !== 'registration' || cycle === undefined || version === undefined) return task.acts;
  return task.acts.flatMap((act): readonly ActToday[] => {
    const { command, role } = act;
    if (command === 'DraftDecision') return [forBody(asked, task, act, version.content)];
    if (cycle.status === 'OPEN') return [act];
    if (command === 'ReviseRegistration') return [];
    if (command !== 'SubmitRegistration') return [act];
    return [
      { command: 'WithdrawRegistration', role, remark: reject('cycle-closed', { params: { cycle: cycle.name } }) },
    ];
  });
};

const forBody = (
  { directory, at }: Known,
  { unitId }: Pick<Task<AwaitedAct>, 'unitId'>,
  act: AwaitedAct,
  { authorities }: regulation.RegulationContent,
): ActToday => {
  if (act.act === undefined) return act;
  const [bodyId] = bodiesSigning(directory.tree, authorities, { unitId, act: act.act, on: localDateOf(at) });
  return bodyId === undefined ? { ...act, obstacle: reject('not-competent') } : { ...act, bodyId };
};

/** Whoever drafts for no body that signs the act is not asked to. */
const drafts = ({ directory, personId, at }: Asked, { role, bodyId }: ActToday): boolean =>
  bodyId === undefined || actorsOver(directory, { personId, unitId: bodyId, at }).some((actor) => actor.role === role);
