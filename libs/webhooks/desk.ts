import type { webhook } from '#domain';
import { describedEvents } from '#contracts';
import { deriveId, type Asked, type Clock, type Done, type Engine } from '#engine';
import type { EventLog } from '#event-store';
import { createWebhookBoard, type Parked, type Webhook } from './keeping/board.ts';
import { runOnWebhook, type Said, type WebhookAnswer } from './keeping/commands.ts';
import type { WebhookSecrets } from './keeping/secrets.ts';
import type { Standing, Standings } from './keeping/standings.ts';
import { targetOf, type Target } from './target/targets.ts';

/** A webhook in a list. */
export interface WebhookItem extends Omit<Webhook, 'parked' | 'registered'> {
  /** Events that were set aside. */
  readonly parkedCount: number;
  /** The operator still allows its address; when not, it waits where it stands. */
  readonly listed: boolean;
}

export interface WebhookDetail extends WebhookItem {
  readonly standing: Standing;
}

export type NewWebhook = Pick<Webhook, 'url' | 'eventTypes' | 'begin'>;
type Refused = Extract<WebhookAnswer, { kind: 'rejected' }>;

/** A command that made a secret, which is shown this once; absent when a later one has replaced it. */
export type WithSecret = Done & { readonly webhookId: string; readonly secret?: string };

/** What an administrator can say about a webhook, beside registering it and changing its secret. */
export type Act = Extract<
  Said,
  { readonly type: 'PauseWebhook' | 'ResumeWebhook' | 'RemoveWebhook' | 'ReplayDeliveries' }
>;

/** Webhooks for administrators; each act is an event with who and when. */
export interface WebhookDesk {
  register(by: Asked, said: NewWebhook): Promise<WithSecret | Refused>;
  rotateSecret(id: string, by: Asked): Promise<WithSecret | Refused>;
  act(id: string, by: Asked, act: Act): Promise<WebhookAnswer>;
  /** In the order they were registered; removed ones too. */
  list(): Promise<readonly WebhookItem[]>;
  find(id: string): Promise<WebhookDetail | undefined>;
  /** What was set aside; undefined when there is no such webhook. */
  parked(id: string): Promise<readonly Parked[] | undefined>;
}

export interface WebhookDeskOptions {
  readonly engine: Engine;
  readonly store: Pick<EventLog, 'readAll'>;
  readonly clock: Clock;
  readonly secrets: WebhookSecrets;
  readonly standings: Pick<Standings, 'of'>;
  readonly targets: readonly Target[];
}

/** Types a webhook can be told of: what concerns webhooks themselves is for the feed only. */
const TOLD_OF: ReadonlySet<string> = new Set(
  describedEvents.map(({ type }) => type).filter((type) => !type.startsWith('Webhook')),
);

export function createWebhookDesk(options: WebhookDeskOptions): WebhookDesk {
  const { clock, secrets, standings, targets } = options;
  const board = createWebhookBoard(options.store);
  const shown = ({ parked, registered: _, ...rest }: Webhook): WebhookItem => ({
    ...rest,
    parkedCount: parked.size,
    listed: typeof targetOf(targets, rest.url) !== 'string',
  });
  /** The event first: a secret without its event would sign for a command that was refused. */
  const withSecret = async (id: string, by: Asked, said: Said): Promise<WithSecret | Refused> => {
    const done = await runOnWebhook(options, id, said, by);
    if (done.kind === 'rejected') return done;
    const secret = await secrets.renew(id, by.commandId, clock.now());
    return { ...done, webhookId: id, ...(secret === undefined ? {} : { secret }) };
  };

  return {
    register(by, said) {
      const webhookId = deriveId(by.commandId, 'webhook');
      return withSecret(webhookId, by, {
        type: 'RegisterWebhook',
        data: { ...said, webhookId },
        facts: factsFor(said, targets),
      });
    },
    rotateSecret: (id, by) => withSecret(id, by, { type: 'RotateSecret', data: {}, facts: {} }),
    async act(id, by, act) {
      const answer = await runOnWebhook(options, id, act, by);
      if (answer.kind === 'done' && act.type === 'RemoveWebhook') await secrets.forget(id);
      return answer;
    },
    list: async () => [...(await board.current()).values()].map(shown),
    async find(id) {
      const known = (await board.current()).get(id);
      return known && { ...shown(known), standing: await standings.of(id) };
    },
    async parked(id) {
      const known = (await board.current()).get(id);
      return known && [...known.parked.values()];
    },
  };
}

function factsFor({ url, eventTypes }: NewWebhook, targets: readonly Target[]): webhook.RegisterWebhook['facts'] {
  const target = targetOf(targets, url);
  return {
    target: typeof target === 'string' ? target : 'ALLOWED',
    unknownTypes: eventTypes.filter((type) => !TOLD_OF.has(type)),
  };
}
