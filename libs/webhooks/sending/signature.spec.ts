import { Webhook } from 'standardwebhooks';
import { retryAfterMs } from './send.ts';
import { newWebhookSecret, signedHeaders } from './signature.ts';

const secret = newWebhookSecret((size) => Buffer.alloc(size, 1));
const other = newWebhookSecret((size) => Buffer.alloc(size, 2));
const now = new Date();
const message = { id: 'msg-1', body: '{"type":"ModelRecognized"}' };

describe('a signed message', () => {
  it('is what the standard says, bit by bit', () => {
    // HMAC-SHA256 of `msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}`, the example of the standard.
    const example = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
    const headers = signedHeaders(example, new Date(1_614_265_330_000), ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
    expect(headers).toEqual({
      'webhook-id': example.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is recognised with each of the secrets, and with no other nor after a change', () => {
    const headers = signedHeaders(message, now, [secret, other]);
    for (const one of [secret, other]) expect(new Webhook(one).verify(message.body, headers)).toBeDefined();
    expect(() =>
      new Webhook(newWebhookSecret((size) => Buffer.alloc(size, 3))).verify(message.body, headers),
    ).toThrow();
    expect(() => new Webhook(secret).verify(`${message.body} `, headers)).toThrow();
  });
});

describe('a receiver that asks to wait', () => {
  it('says so in seconds or by a date', () => {
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Fri, 02 Jan 2026 00:00:30 GMT', new Date('2026-01-02T00:00:00Z'))).toBe(30_000);
    expect(retryAfterMs('Fri, 02 Jan 2026 00:00:00 GMT', new Date('2026-01-02T01:00:00Z'))).toBe(0);
    for (const nothing of [undefined, 'soon', '-1x']) expect(retryAfterMs(nothing, now)).toBeUndefined();
  });
});
