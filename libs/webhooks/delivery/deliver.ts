import { setTimeout as sleep } from 'node:timers/promises';
import { deriveId, type Clock, type Leaseholder } from '#engine';
import { pause, type Backoff, type RecordedEvent } from '#event-store';
import type { WebhookSecrets } from '../sending/secrets.ts';
import type { Standings } from './standings.ts';
import { payloadOf } from '../sending/feed-event.ts';
import { post, type SendOptions } from '../sending/send.ts';
import { signedHeaders } from '../sending/signature.ts';

export interface DeliverOptions {
  readonly webhookId: string;
  readonly url: string;
  /** It is told personal data too. */
  readonly personal: boolean;
  /** The target is listed as one inside the operator's network. */
  readonly private: boolean;
  readonly clock: Clock;
  readonly secrets: Pick<WebhookSecrets, 'valid'>;
  readonly standings: Pick<Standings, 'succeeded' | 'failed'>;
  readonly holder: Pick<Leaseholder, 'check'>;
  /** Attempts in all before an event is set aside. */
  readonly tries: number;
  readonly backoff: Backoff;
  readonly sending: SendOptions;
}

export type Delivered =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly cause: string; readonly attempts: number };

/**
 * Sends an event until it is taken or the attempts are used up. Throws when the event is not to blame: the lease is
 * lost, the process stops, the database is out of reach.
 */
export async function deliver(event: RecordedEvent, options: DeliverOptions, signal: AbortSignal): Promise<Delivered> {
  const { webhookId, clock, standings, tries } = options;
  const message = { id: deriveId(event.id, `webhook:${webhookId}`), body: payloadOf(event, options) };
  for (let attempts = 1; ; attempts += 1) {
    options.holder.check();
    const attempted = await attempt(message, options, signal);
    signal.throwIfAborted();
    if (attempted.kind === 'taken') {
      await standings.succeeded(webhookId, clock.now());
      return attempted;
    }
    const cause = attempted.kind === 'gone' ? 'answered 410' : attempted.cause;
    await standings.failed(webhookId, cause, clock.now());
    if (attempted.kind === 'gone') return attempted;
    if (attempts >= tries) return { kind: 'refused', cause, attempts };
    await wait(attempted.retryAfterMs ?? 0, attempts, options.backoff, signal);
  }
}

async function attempt(
  message: { readonly id: string; readonly body: string },
  options: DeliverOptions,
  signal: AbortSignal,
) {
  const { webhookId, url, clock, sending } = options;
  const now = clock.now();
  const secrets = await options.secrets.valid(webhookId, now);
  if (secrets.length === 0) throw new Error('the webhook has no secret to sign with: rotate it');
  const headers = signedHeaders(message, new Date(now), secrets);
  return post({ url, headers, body: message.body, private: options.private }, sending, signal);
}

/** As long as the receiver asks for, within the bound of the back-off, and never shorter than the back-off. */
async function wait(askedMs: number, attempts: number, backoff: Backoff, signal: AbortSignal): Promise<void> {
  await Promise.all([
    pause(backoff, attempts - 1, signal),
    sleep(Math.min(askedMs, backoff.maxMs), undefined, { signal }).catch(() => undefined),
  ]);
  signal.throwIfAborted();
}
