import { webhook, type Actor, type CommandMeta, type Rejected } from '#domain';
import type { Clock, Done, Engine, EngineRejection } from '#engine';

export type WebhookAnswer = Done | Rejected<webhook.WebhookRejection | EngineRejection>;

/** A command without its envelope. */
export type Said = {
  [T in webhook.WebhookCommand['type']]: Pick<Extract<webhook.WebhookCommand, { type: T }>, 'type' | 'data' | 'facts'>;
}[webhook.WebhookCommand['type']];

/** Runs a command on a webhook; `body` is what tells a repetition from another command under the same id. */
export const runOnWebhook = (
  { engine, clock }: { readonly engine: Engine; readonly clock: Clock },
  webhookId: string,
  said: Said,
  by: { readonly commandId: string; readonly actor: Actor; readonly causationId?: string },
  body: unknown = { type: said.type, data: said.data, personId: by.actor.personId },
): Promise<WebhookAnswer> =>
  engine.run({
    stream: `webhook-${webhookId}`,
    decider: webhook.decider,
    commandId: by.commandId,
    body,
    prepare: () => {
      const meta: CommandMeta = { ...by, at: clock.now(), correlationId: by.commandId };
      return { ...said, meta };
    },
    decide: webhook.decide,
  });
