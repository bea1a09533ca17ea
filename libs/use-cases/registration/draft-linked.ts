import { registration, reject, type EventOf, type Rejected } from '#domain';
import type { EventLog, RecordedEvent } from '#event-store';
import {
  type Clock,
  type Done,
  type Engine,
  deriveId,
  owedBody,
  owedMeta,
  answerOrThrow,
  type Reaction,
  stateAt,
} from '#engine';
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
    const owed = await owedDraft(options, event);
    const answer = await runDraft(options, event, owed);
    if (answer.kind === 'rejected') throw new Error(refusal(event, owed, answer));
  },
});

type Linking = RecordedEvent<EventOf<'ModelReplicated' | 'ModelCarriedForward'>>;

async function owedDraft({ store }: LinkedDraftsOptions, event: Linking): Promise<registration.LinkedDraft> {
  const owed = registration.afterLinking(
    event,
    await stateAt(store, event, registration.decider),
    deriveId(event.id, 'model'),
  );
  if (owed === undefined) throw new Error(`${event.stream} announced a draft and was never drafted itself`);
  return owed;
}

async function runDraft(
  { engine, clock }: LinkedDraftsOptions,
  cause: RecordedEvent,
  owed: registration.LinkedDraft,
): Promise<Done | Rejected<registration.RegistrationRejection>> {
  const meta = owedMeta(cause, owed, clock);
  return answerOrThrow(
    await engine.run({
      stream: owed.stream,
      commandId: meta.commandId,
      body: owedBody(owed),
      decider: registration.decider,
      prepare: async () => {
        const place = await placeFacts(engine, owed.data, meta.at);
        if (place === undefined) return reject('cycle-not-open', { pointer: '/cycleId' });
        const { type, data } = owed;
        return { type, data, meta, facts: { ...place, ...owed.facts } };
      },
    }),
  );
}

const refusal = (cause: RecordedEvent, { data }: registration.LinkedDraft, { reason, pointer }: Rejected): string =>
  `the draft ${data.registrationId} announced by ${cause.type} was refused: ${reason}${pointer === undefined ? '' : ` at ${pointer}`}`;
