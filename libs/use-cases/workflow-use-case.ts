import type { DomainEvent, Rejected } from '#domain';
import { deriveId } from '#engine';
import type { Answer, Ask } from './ask.ts';
import type { CorePorts, Ports } from './ports.ts';
import type { Rejection } from './rejection.ts';
import {
  runWorkflow,
  type AnyCommand,
  type Awaitable,
  type Context,
  type Place,
  type Where,
  type Workflow,
} from './run-workflow.ts';
import type { UseCase } from './use-case.ts';

/** How what is asked becomes a command of its workflow. */
interface Asking<
  Asked,
  State,
  Event extends DomainEvent,
  C extends AnyCommand,
  Reason extends Rejection,
  Needed extends CorePorts,
> {
  /** What was asked, with the ids of what the command makes; as it was asked unless told. */
  readonly data?: (
    ask: Asked,
    ids: { readonly id: string; readonly commandId: string },
    ports: Needed,
  ) => Awaitable<C['data']>;
  readonly place: (ask: Asked, where: Where<State>) => Place;
  /** None unless told. */
  readonly facts?: (ask: Asked, context: Context<State, Needed>) => Awaitable<C['facts'] | Rejected<Rejection>>;
  readonly complete?: (ask: Asked, command: C, context: Context<State, Needed>) => Awaitable<C | Rejected<Rejection>>;
  /** How it is run; `runWorkflow` unless told. */
  readonly run?: (ask: Asked) => typeof runWorkflow<State, Event, C, Reason, Needed>;
}

/** The use case of a workflow whose every command acts on one stream; the id of something new derives from the command's. */
export const workflowUseCase = <
  Asked extends Ask<C['type'], unknown>,
  State,
  Event extends DomainEvent,
  C extends AnyCommand,
  Reason extends Rejection,
  Needed extends CorePorts = Ports,
>(
  workflow: Workflow<State, Event, C, Reason>,
  {
    data = (ask) => ask.data,
    place,
    facts = () => ({}),
    complete = (_ask, command) => command,
    run = () => runWorkflow,
  }: Asking<Asked, State, Event, C, Reason, Needed>,
): UseCase<Asked, Answer, Needed> => ({
  async run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, workflow.category);
    return run(ask)(ports, workflow, ask, {
      ...{ id, commandId, said: ask.data },
      data: await data(ask, { id, commandId }, ports),
      place: (where) => place(ask, where),
      facts: (context) => facts(ask, context),
      complete: (command, context) => complete(ask, command, context),
    });
  },
});
