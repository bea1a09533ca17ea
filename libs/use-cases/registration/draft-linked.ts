import { registration, reject, type EventOf, type Rejected } from '#domain';
import type { EventLog, RecordedEvent } from '#event-store';
import { deriveId, runFollowUp, stateAt, type Clock, type Done, type Engine, type Reaction } from '#engine';
import { placeFacts } from './place-facts.ts';

export interface LinkedDraftsOptions {
  readonly engine: Engine;
  readonly store: Pick<EventLog, 'readStream'>;
  readonly clock: Clock;
}

/**
 * A model that was replicated or carried forward gets its new draft, once, by the workflow of the draft itself. A draft
 * that is refused (the cycle was closed meanwhile, the new regulation does not know the field) is thrown with the rule
 * that refused it: it becomes an incident that people retry or resolve, and is never lost in silence.
 */
export const draftLinked = (options: LinkedDraftsOptions): Reaction => ({
  name: 'draft-linked',
  categories: ['registration'],
  async handle(event) {
    if (!registration.announcesDraft(event)) return;
    const draft = await draftAfter(options, event);
    const answer = await runDraft(options, event, draft);
    if (answer.kind === 'rejected') throw new Error(refusal(event, draft, answer));
  },
});

type Linking = RecordedEvent<EventOf<'ModelReplicated' | 'ModelCarriedForward'>>;

async function draftAfter({ store }: LinkedDraftsOptions, event: Linking): Promise<registration.LinkedDraft> {
  const draft = registration.afterLinking(
    event,
    await stateAt(store, event, registration.decider),
    deriveId(event.id, 'model'),
  );
  if (draft === undefined) throw new Error(`${event.stream} announced a draft and was never drafted itself`);
  return draft;
}

const runDraft = (
  tools: LinkedDraftsOptions,
  cause: RecordedEvent,
  draft: registration.LinkedDraft,
): Promise<Done | Rejected<registration.RegistrationRejection>> =>
  runFollowUp(tools, cause, draft, registration.decider, async (_loaded, at) => {
    const place = await placeFacts(tools.engine, draft.data, at);
    return place === undefined ? reject('cycle-not-open', { pointer: '/cycleId' }) : { ...place, ...draft.facts };
  });

const refusal = (cause: RecordedEvent, { data }: registration.LinkedDraft, { reason, pointer }: Rejected): string =>
  `the draft ${data.registrationId} announced by ${cause.type} was refused: ${reason}${pointer === undefined ? '' : ` at ${pointer}`}`;
