import { Webhook } from 'standardwebhooks';

/** A number of random bytes. */
export type RandomBytes = (size: number) => Buffer;

const SECRET_BYTES = 32;

/** A new secret as both sides keep it: `whsec_` and base64. */
export const newWebhookSecret = (random: RandomBytes): string => `whsec_${random(SECRET_BYTES).toString('base64')}`;

export interface Message {
  /** The same for every delivery of one event to one webhook. */
  readonly id: string;
  readonly body: string;
}

/** The headers of Standard Webhooks: one signature per valid secret, so that a receiver can change secrets in its time. */
export const signedHeaders = (
  { id, body }: Message,
  at: Date,
  secrets: readonly string[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
});
