import {
  reject,
  type Actor,
  type Command,
  type CommandMeta,
  type Decider,
  type DomainEvent,
  isOfPeople,
  oneself,
  type Rejected,
  roleNotAllowed,
  SYSTEM,
} from '#domain';
import { isRejected, type Done, type Loaded } from '#engine';
import { authorize, holdsAny, rightsAt, sees, type DirectoryState } from '#identity';
import { named } from './named-refusal.ts';
import type { Rejection } from './rejection.ts';
import { senderOf, type Answer, type Answered, type Ask, type Caller } from './ask.ts';
import type { CorePorts, Ports } from './ports.ts';

/**
 * Where a command acts: for one unit, wherever the caller holds the role, or for the caller alone. `ownerId` is the unit that has the thing,
 * where another one acts on it: whoever sees the thing there is `forbidden` to act, not told that it is missing.
 */
export type Place = { readonly unitId: string; readonly ownerId?: string } | 'anywhere' | 'self' | 'nowhere';

export type AnyCommand = Command<string, unknown, unknown>;

/** What the runner must know of a workflow. */
export interface Workflow<State, Event extends DomainEvent, C extends AnyCommand, Reason extends Rejection> {
  /** Text before the first `-` of its streams. */
  readonly category: string;
  readonly decider: Decider<State, Event, C, Reason>;
  readonly rights: Readonly<Record<C['type'], readonly Actor['role'][]>>;
  /** Everybody who is signed in sees it: somebody else's answers 403, not 404. */
  readonly seenByAll?: boolean;
}

/** What tells where a command acts. */
export interface Where<State> {
  readonly state: State;
  readonly directory: DirectoryState;
  readonly at: string;
}

/** All that facts are gathered from. */
export interface Context<State, Needed extends CorePorts = Ports> extends Omit<Where<State>, 'state'> {
  /** Of what the command acts on. */
  readonly id: string;
  readonly commandId: string;
  readonly ports: Needed;
  readonly loaded: Loaded<State>;
  readonly actor: Actor;
}

export type Awaitable<Value> = Value | Promise<Value>;

export interface Run<State, C extends AnyCommand, Needed extends CorePorts = Ports> {
  readonly id: string;
  readonly commandId: string;
  /** What the caller said: the same key with another body is refused. */
  readonly said: unknown;
  readonly data: C['data'];
  readonly place: (where: Where<State>) => Place;
  /** Called again when a race is lost: it reads, and what it reserves it reserves once. */
  readonly facts: (context: Context<State, Needed>) => Awaitable<C['facts'] | Rejected<Rejection>>;
  /**
   * Last before the rule: takes for the command what nobody else may have then, such as a number; once, however often
   * it is called, and nothing on a dry run.
   */
  readonly complete?: (command: C, context: Context<State, Needed>) => Awaitable<C | Rejected<Rejection>>;
}

/** The place of what concerns every unit at once. */
export const atRoot = ({ directory: { tree } }: Pick<Where<unknown>, 'directory'>): Place =>
  tree.rootId === undefined ? 'nowhere' : { unitId: tree.rootId };

/** The place of what belongs to a unit. */
export const atItsUnit = (
  state: { readonly status: 'NONE' } | { readonly status: string; readonly unitId: string },
): Place => ('unitId' in state ? { unitId: state.unitId } : 'nowhere');

/**
 * The way of every command: find the actor's right in the directory as it is now, gather the facts, let the workflow
 * decide, record. What the caller may not see is `not-found`.
 */
export const runWorkflow = async <
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
  const answer = await ports.engine.run<State, Event, C, Rejection>({
    stream: `${workflow.category}-${run.id}`,
    decider: workflow.decider,
    commandId: run.commandId,
    body: { said: run.said, type: ask.type, caller: senderOf(ask.caller) },
    dryRun: ask.dryRun === true,
    prepare: preparing(ports, workflow, ask, run),
  });
  return answer.kind === 'rejected' ? named(ports, ask.caller, answer) : toAnswer(run.id, answer);
};

/**
 * Makes the command of the state just loaded: the actor's right in the directory as it is now, and the facts. What hides
 * the thing from the caller comes before `stale-revision`, which would tell that it is there.
 */
export const preparing =
  <State, Event extends DomainEvent, C extends AnyCommand, Reason extends Rejection, Needed extends CorePorts>(
    ports: Needed,
    workflow: Workflow<State, Event, C, Reason>,
    ask: Ask<C['type'], unknown>,
    run: Run<State, C, Needed>,
  ) =>
  async (loaded: Loaded<State>): Promise<C | Rejected<Rejection>> => {
    const directory = await ports.directory.current();
    const at = ports.clock.now();
    const place = run.place({ state: loaded.state, directory, at });
    const found = actorFor(ask.caller, workflow, ask.type, place, directory, at);
    if ('kind' in found) return found;
    const actor = { ...found, ...cameBy(ask.caller) };
    const context: Context<State, Needed> = {
      id: run.id,
      commandId: run.commandId,
      ports,
      loaded,
      actor,
      directory,
      at,
    };
    const facts = await run.facts(context);
    if (isRejected<Rejection>(facts)) return facts;
    if (ask.ifMatch?.includes(loaded.revision) === false) return reject('stale-revision');
    const meta: CommandMeta = { commandId: run.commandId, actor, at, correlationId: run.commandId };
    const command = { type: ask.type, data: run.data, facts, meta } as unknown as C;
    return run.complete === undefined ? command : run.complete(command, context);
  };

/** Refuses who may nowhere give a command that acts at the root, before anything is read for them. */
export const refusedAtRoot = async <C extends AnyCommand>(
  { directory, clock }: CorePorts,
  workflow: Pick<Workflow<never, never, C, never>, 'rights'>,
  { caller, type }: Pick<Ask<C['type'], unknown>, 'caller' | 'type'>,
): Promise<Rejected<Rejection> | undefined> => {
  const now = await directory.current();
  const actor = actorFor(caller, workflow, type, atRoot({ directory: now }), now, clock.now());
  return 'kind' in actor ? actor : undefined;
};

export const toAnswer = (id: string, { stream: _stream, ...done }: Done): Answer => ({ ...done, id });

const actorFor = <C extends AnyCommand>(
  caller: Caller,
  workflow: Pick<Workflow<never, never, C, never>, 'rights' | 'seenByAll'>,
  type: C['type'],
  place: Place,
  directory: DirectoryState,
  at: string,
): Actor | Rejected<Rejection> => {
  if (caller.kind === 'system') return SYSTEM;
  const roles = workflow.rights[type];
  if (place === 'nowhere') return reject('not-found');
  if (place === 'self') return oneself(caller.personId);
  if (place === 'anywhere') return anywhere(directory, caller.personId, roles, at);
  const answer = authorize(directory, { personId: caller.personId, roles, unitId: place.unitId, at });
  if (answer === 'forbidden') return roleNotAllowed(roles);
  if (answer === 'not-yours')
    return isSeen(workflow, caller.personId, place, directory, at)
      ? notYours(roles, place.unitId)
      : reject('not-found');
  return answer;
};

/** The refusal of who sees something and holds no appointment to act on it: which it takes, and where. */
export const notYours = (roles: readonly Actor['role'][], unitId: string, pointer?: string): Rejected<'forbidden'> =>
  reject('forbidden', {
    ...(pointer === undefined ? {} : { pointer }),
    params: { roles: roles.filter(isOfPeople), unit: unitId },
  });

/** What the envelope tells of how somebody came. */
const cameBy = (caller: Caller): Pick<Actor, 'accountId' | 'provenBy'> =>
  caller.kind === 'person' && caller.accountId !== undefined && caller.provenBy !== undefined
    ? { accountId: caller.accountId, provenBy: caller.provenBy }
    : {};

const isSeen = (
  { seenByAll }: { readonly seenByAll?: boolean },
  personId: string,
  { ownerId }: Exclude<Place, string>,
  directory: DirectoryState,
  at: string,
): boolean => seenByAll === true || (ownerId !== undefined && sees(directory, personId, ownerId, at));

const anywhere = (
  directory: DirectoryState,
  personId: string,
  roles: readonly Actor['role'][],
  at: string,
): Actor | Rejected<Rejection> => {
  if (!holdsAny(directory, personId, roles, at)) return roleNotAllowed(roles);
  const held = rightsAt(directory, personId, at).find(({ role }) => roles.includes(role));
  return held === undefined ? roleNotAllowed(roles) : { personId, role: held.role, unitId: held.unitId };
};
