import type { CommandMeta, DomainEvent, EventMeta, Evolution, Recorded } from '../message.ts';
import type { Rejected } from '../outcome.ts';
import type { Actor } from '../roles.ts';
import { rowsOf, type AnyTransitions, type Decider } from '../workflow.ts';

/** A weekday morning in Vietnam: 08:30 on 2026-03-02. */
export const MORNING = '2026-03-02T01:30:00.000Z';

export const somebody: Actor = { personId: 'person-somebody', role: 'UNIT_OFFICER', unitId: 'unit-somewhere' };

/** The envelope's part of a command; give what the spec is about, e.g. `{ actor, at }`. */
export const commandMeta = (meta: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: 'command-1',
  actor: somebody,
  at: MORNING,
  correlationId: 'correlation-1',
  ...meta,
});

/** An event as it stands in its stream; `meta` says who recorded it and when, where the spec cares. */
export const recorded = <Event extends DomainEvent>(event: Event, meta: Partial<EventMeta> = {}): Recorded<Event> => {
  const recordedAt = meta.recordedAt ?? MORNING;
  const envelope: EventMeta = {
    actor: somebody,
    recordedAt,
    effectiveOn: event.effectiveOn ?? recordedAt.slice(0, 10),
    commandId: 'command-0',
    correlationId: 'correlation-0',
    ...meta,
  };
  return { type: event.type, data: event.data, meta: envelope } as unknown as Recorded<Event>;
};

/** Several events recorded by one person: `by(officer)(drafted, revised)`. */
export const by =
  (actor: Actor, recordedAt: string = MORNING) =>
  <Event extends DomainEvent>(...events: readonly Event[]): readonly Recorded<Event>[] =>
    events.map((event) => recorded(event, { actor, recordedAt }));

/** The state after a stream's events. */
export const replay = <State, Event extends DomainEvent>(
  { initial, evolve }: Evolution<State, Event>,
  events: readonly Recorded<Event>[],
): State => events.reduce(evolve, initial);

/**
 * Given what happened, when somebody asks for something, then these facts follow or it is refused:
 * `given(decider, ...history).when(command).then(...events)` or `.thenRejected('reason', { pointer, params })`.
 * Each command is decided twice: both answers must be the same.
 */
export const given = <State, Event extends DomainEvent, Cmd, Reason extends string>(
  decider: Decider<State, Event, Cmd, Reason>,
  ...history: readonly Recorded<Event>[]
) => {
  const state = replay(decider, history);
  return {
    state,
    when: (command: Cmd) => {
      const outcome = decider.decide(command, state);
      expect(decider.decide(command, state)).toEqual(outcome);
      return {
        outcome,
        then: (...events: readonly Event[]) => {
          expect(outcome).toEqual({ kind: 'accepted', events });
        },
        thenNothing: () => {
          expect(outcome).toEqual({ kind: 'accepted', events: [] });
        },
        thenRejected: (reason: Reason, details: Pick<Rejected, 'pointer' | 'params' | 'problems'> = {}) => {
          expect(outcome).toMatchObject({ kind: 'rejected', reason, ...details });
        },
      };
    },
  };
};

/** A row of a workflow's table for one of the statuses it begins in, with the status it leads to. */
interface Step<Table extends AnyTransitions> {
  readonly command: keyof Table & string;
  readonly event: string;
  readonly from: Table[keyof Table]['from'][number];
  readonly to: string;
}

export const stepsOf = <Table extends AnyTransitions>(table: Table): readonly Step<Table>[] =>
  rowsOf(table).flatMap((row) => row.from.map((from) => ({ ...row, from, to: row.to === 'same' ? from : row.to })));
