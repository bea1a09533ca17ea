import { webhook, type CommandMeta, SYSTEM } from '#domain';
import { deriveId, type Clock, type Engine } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Delivered } from './deliver.ts';

/** The webhook is to get nothing more for now: its deliverer ends and the checkpoint stays. */
export class TakesNoMore extends Error {
  constructor() {
    super('the webhook takes no more');
    this.name = 'TakesNoMore';
  }
}

/** Records what became of deliveries. `causationId` is the event that made the delivery due. */
export interface Outcomes {
  /** Sets the event aside, or pauses a webhook whose receiver is gone and throws {@link TakesNoMore}. */
  giveUp(event: RecordedEvent, delivered: Exclude<Delivered, { kind: 'taken' }>, causationId: string): Promise<void>;
  /** A parked event was taken after all. */
  settle(eventId: string, causationId: string): Promise<void>;
}

const GONE = 'Bên nhận trả lời 410: không nhận nữa / The receiver answered 410: it takes no more';

/** What the deliverer has to say of a webhook, without the envelope. */
type Said = {
  [T in 'PauseWebhook' | 'ParkDelivery' | 'SettleDelivery']: Omit<
    Extract<webhook.WebhookCommand, { readonly type: T }>,
    'meta'
  >;
}['PauseWebhook' | 'ParkDelivery' | 'SettleDelivery'];

export function createOutcomes(tools: { readonly engine: Engine; readonly clock: Clock }, webhookId: string): Outcomes {
  return {
    async giveUp(event, delivered, causationId) {
      if (delivered.kind === 'gone') {
        await record({ type: 'PauseWebhook', data: { reason: GONE }, facts: {} }, causationId, tools.clock.now());
        throw new TakesNoMore();
      }
      const { id: eventId, type: eventType, stream, revision } = event;
      const { cause, attempts } = delivered;
      const data = { eventId, eventType, stream, revision, cause, attempts };
      await record({ type: 'ParkDelivery', data, facts: {} }, causationId, eventId);
    },
    settle: (eventId, causationId) =>
      record({ type: 'SettleDelivery', data: { eventId }, facts: {} }, causationId, eventId),
  };

  /** The same act derives the same command id, so a crash in between records it once. */
  async function record(said: Said, causationId: string, about: string): Promise<void> {
    const commandId = deriveId(causationId, `${said.type}:${webhookId}:${about}`);
    const answer = await tools.engine.run({
      stream: `webhook-${webhookId}`,
      decider: webhook.decider,
      commandId,
      body: { type: said.type, about },
      prepare: () => {
        const by = { commandId, actor: SYSTEM, causationId, correlationId: commandId };
        const meta: CommandMeta = { ...by, at: tools.clock.now() };
        return { ...said, meta };
      },
    });
    if (answer.kind === 'done') return;
    if (answer.reason === 'webhook-removed') throw new TakesNoMore();
    throw new Error(`what became of a delivery could not be recorded: ${answer.reason}`);
  }
}
