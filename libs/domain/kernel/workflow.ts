import type { CommandMeta, DomainEvent, Evolution } from './message.ts';
import { reject, type Outcome, type Rejected } from './outcome.ts';
import { isOfPeople, type Actor } from './roles.ts';

interface Typed {
  readonly type: string;
}
interface Given extends Typed {
  readonly meta: Pick<CommandMeta, 'actor'>;
}

/** A workflow: how its events make a state, and what it answers to a command in that state. */
export interface Decider<State, Event extends DomainEvent, Cmd, Reason extends string> extends Evolution<State, Event> {
  readonly decide: (command: Cmd, state: State) => Outcome<Event, Reason>;
}

/** States of the same fields: one member per status, so that a status narrows to its own. */
export type In<Status extends string, Fields> = Status extends string ? { readonly status: Status } & Fields : never;

/** The status of a state. A workflow without statuses is always in `ANY`. */
export type StatusOf<State> = State extends { readonly status: infer Status extends string } ? Status : 'ANY';

/**
 * A workflow as data: where each command is allowed, and what each of its events leads to (`same`: the status stays).
 * Decisions, read models and the state diagram all read this table.
 */
export type Transitions<Cmd extends Typed, Event extends Typed, State> = {
  readonly [Type in Cmd['type']]: {
    readonly from: readonly StatusOf<State>[];
    readonly events: { readonly [Name in Event['type']]?: StatusOf<State> | 'same' };
  };
};

/** Any workflow's table. */
export type AnyTransitions = Readonly<Record<string, { readonly from: readonly string[]; readonly events: object }>>;

/** The states in which a command is allowed. */
export type StateFor<Table extends AnyTransitions, State, Type extends keyof Table> =
  'ANY' extends StatusOf<State> ? State : Extract<State, { readonly status: Table[Type]['from'][number] }>;

/** Who may give each command, whatever the state. `SYSTEM` carries on what a person began. */
export type Rights<Cmd extends Typed> = Readonly<Record<Cmd['type'], readonly Actor['role'][]>>;

/** What a workflow decides by. */
export interface WorkflowRules<
  Cmd extends Given,
  Event extends DomainEvent,
  State,
  Reason extends string,
  Table extends AnyTransitions,
> {
  readonly rights: Rights<Cmd>;
  readonly transitions: Table;
  /** One decision per command; the compiler points here when a command has none. */
  readonly decisions: {
    readonly [Type in Cmd['type']]: (
      command: Extract<Cmd, { readonly type: Type }>,
      state: StateFor<Table, State, Type>,
    ) => Outcome<Event, Reason>;
  };
  /** Answers before the status is looked at, e.g. that what the system asks for a second time is done. */
  readonly before?: (command: Cmd, state: State) => Outcome<Event, Reason> | undefined;
  /** The refusal where the status does not allow the command; {@link wrongStatusIn} in most workflows. */
  readonly notAllowed: 'ANY' extends StatusOf<State> ? undefined : (state: State, command: Cmd) => Rejected<Reason>;
}

/** What a command makes of a state: its events, or the first rule it breaks: of roles, then of the status, then its own. */
export const decideBy =
  <Cmd extends Given, Event extends DomainEvent, State, Reason extends string, Table extends AnyTransitions>({
    rights,
    transitions,
    decisions,
    before,
    notAllowed,
  }: WorkflowRules<Cmd, Event, State, Reason, Table>) =>
  (command: Cmd, state: State): Outcome<Event, Reason | 'role-not-allowed'> => {
    const type: Cmd['type'] = command.type;
    const refused = roleRefused(rights[type], command.meta.actor.role) ?? before?.(command, state);
    if (refused !== undefined) return refused;
    if (notAllowed !== undefined && !isAllowed(transitions, type, statusOf(state))) return notAllowed(state, command);
    const decide = decisions[type] as (command: Cmd, state: State) => Outcome<Event, Reason>;
    return decide(command, state);
  };

/** Refuses a role that may never give the command, whatever the state. */
export const roleRefused = (
  allowed: readonly Actor['role'][],
  role: Actor['role'],
): Rejected<'role-not-allowed'> | undefined => (allowed.includes(role) ? undefined : roleNotAllowed(allowed));

/** The refusal of every role but those that have the right. */
export const roleNotAllowed = (allowed: readonly Actor['role'][]): Rejected<'role-not-allowed'> => {
  const roles = allowed.filter(isOfPeople);
  return reject('role-not-allowed', roles.length === 0 ? {} : { params: { roles } });
};

/**
 * The refusal of a command that the status does not allow: which status it is, and in which the command can be given.
 * `workflow` tells whose statuses these are.
 */
export const wrongStatusIn =
  (workflow: string, table: AnyTransitions) =>
  ({ status }: { readonly status: string }, { type }: Typed): Rejected<'wrong-status'> => {
    const possible = (table[type]?.from ?? []).filter((each) => each !== 'NONE');
    return reject('wrong-status', { params: { workflow, status, ...(possible.length === 0 ? {} : { possible }) } });
  };

/** Whether a command is allowed in a status. */
export const isAllowed = (table: AnyTransitions, command: string, status: string): boolean => {
  const from = table[command]?.from ?? [];
  return from.includes('ANY') || from.includes(status);
};

const statusOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'status' in state ? String(state.status) : 'ANY';

/** One row of a workflow: what the command records, where it is allowed, and where it leads. */
export interface Transition<
  Cmd extends string = string,
  Event extends string = string,
  Status extends string = string,
> {
  readonly command: Cmd;
  readonly event: Event;
  readonly from: readonly Status[];
  /** `same`: the status stays. */
  readonly to: Status | 'same';
}

type EventsOf<Table extends AnyTransitions> = { [Type in keyof Table]: keyof Table[Type]['events'] }[keyof Table] &
  string;
type From<Table extends AnyTransitions> = Table[keyof Table]['from'][number];

/** The table as rows, one for each command and event. */
export const rowsOf = <Table extends AnyTransitions>(
  table: Table,
): readonly Transition<keyof Table & string, EventsOf<Table>, From<Table>>[] =>
  Object.entries(table).flatMap(([command, { from, events }]) =>
    Object.entries(events).map(([event, to]) => ({ command, event, from, to: to as string })),
  ) as never;

type Led<Table extends AnyTransitions, Event> = {
  [Type in keyof Table]: Event extends keyof Table[Type]['events'] ? Table[Type]['events'][Event] : never;
}[keyof Table];

/** The status each event leads to; `same` where the status stays. */
export const statusesAfter = <Table extends AnyTransitions>(
  table: Table,
): { readonly [Event in EventsOf<Table>]: Led<Table, Event> } =>
  Object.fromEntries(rowsOf(table).map(({ event, to }) => [event, to])) as never;

/** The statuses the events lead to, in the order of the table. */
export const statusesIn = <Table extends AnyTransitions>(
  table: Table,
): readonly Exclude<Led<Table, EventsOf<Table>>, 'same'>[] =>
  [...new Set(rowsOf(table).map(({ to }) => to))].filter((to) => to !== 'same') as never;

type Named<Entry extends Typed, Type> = Entry extends Typed ? (Type extends Entry['type'] ? Entry : never) : never;

/** The states in which an event is recorded. */
type Before<Table extends AnyTransitions, State, Type> = {
  [Cmd in keyof Table]: Type extends keyof Table[Cmd]['events'] ? StateFor<Table, State, Cmd> : never;
}[keyof Table];

type After<Table extends AnyTransitions, State, Type> =
  Led<Table, Type> extends 'same' ? Before<Table, State, Type> : Extract<State, { readonly status: Led<Table, Type> }>;

type FieldsOf<State> = State extends unknown ? Omit<State, 'status'> : never;

/** What each event makes of the states it is recorded in: their fields, for the table tells the status. */
export type Moves<State, Entry extends Typed, Table extends AnyTransitions> = {
  readonly [Type in Entry['type']]: (
    state: Before<Table, State, Type>,
    event: Named<Entry, Type>,
  ) => FieldsOf<After<Table, State, Type>>;
};

/** How events move a state. Never fails: what the table does not allow in a status moves nothing. */
export const evolveBy = <State extends { readonly status: string }, Entry extends Typed, Table extends AnyTransitions>(
  transitions: Table,
  moves: Moves<State, Entry, Table>,
) => {
  const rows: readonly Transition[] = rowsOf(transitions);
  return (state: State, event: Entry): State => {
    const row = rows.find(({ event: type, from }) => type === event.type && from.includes(state.status));
    if (row === undefined) return state;
    const move = moves[event.type as Entry['type']] as unknown as (state: State, event: Entry) => object;
    return { ...move(state, event), status: row.to === 'same' ? state.status : row.to } as State;
  };
};
