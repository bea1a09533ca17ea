import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from '../target/addresses.ts';
import { guardedLookup, PrivateAddress, type Resolve } from '../target/guarded-lookup.ts';

/** What became of one attempt. */
export type Attempted =
  | { readonly kind: 'taken' }
  /** The receiver wants no more: 410. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly cause: string; readonly retryAfterMs?: number };

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The operator listed this target as one inside their own network. */
  readonly private: boolean;
}

export interface SendOptions {
  /** Longest wait for a connection, in milliseconds; 5,000 unless told. */
  readonly connectMs?: number;
  /** Longest time of the whole exchange, in milliseconds; 15,000 unless told. */
  readonly totalMs?: number;
  readonly resolve?: Resolve;
}

/** Bytes of an answer that are read, and thrown away, before the connection is closed. */
const ANSWER_BYTES = 64 * 1024;

/** Longest cause kept, in characters. */
const CAUSE_LENGTH = 500;

/**
 * Posts once. A redirect is not followed: it would lead to where nobody allowed. Never throws for the receiver's
 * sake; when aborted, it is a failure as any other.
 */
export function post(posting: Posting, options: SendOptions, signal: AbortSignal): Promise<Attempted> {
  const { connectMs = 5000, totalMs = 15_000 } = options;
  const url = new URL(posting.url);
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (!posting.private && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.resolve(failed(new PrivateAddress()));
  const body = Buffer.from(posting.body);
  const settings: RequestOptions = {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'Kheo-Webhooks/1',
      ...posting.headers,
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(totalMs)]),
    ...(posting.private ? {} : { lookup: guardedLookup(options.resolve) }),
  };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, settings);
    request.on('error', (error) => resolve(failed(error)));
    request.on('response', (response) => {
      throwAway(response);
      resolve(answered(response));
    });
    limitConnecting(request, connectMs);
    request.end(body);
  });
}

function limitConnecting(request: ClientRequest, connectMs: number): void {
  const late = setTimeout(() => request.destroy(new Error(`no connection within ${connectMs} ms`)), connectMs);
  request.on('close', () => clearTimeout(late));
  request.on('socket', (socket) => {
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => clearTimeout(late));
  });
}

/** The answer's status is all that counts; a body without end is cut off. */
function throwAway(response: IncomingMessage): void {
  let size = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > ANSWER_BYTES) response.destroy();
  });
}

function answered({ statusCode = 0, headers }: IncomingMessage): Attempted {
  if (statusCode >= 200 && statusCode < 300) return { kind: 'taken' };
  if (statusCode === 410) return { kind: 'gone' };
  const wait = retryAfterMs(headers['retry-after'], new Date());
  return { kind: 'failed', cause: `answered ${statusCode}`, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
}

/** Milliseconds a receiver asks to wait: its `Retry-After` in seconds or as a date; undefined when it says nothing. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/u.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}

/** Never the text of the answer: the receiver does not write into our log. */
function failed(error: NodeJS.ErrnoException): Attempted {
  const reason: NodeJS.ErrnoException = error.cause instanceof Error ? error.cause : error;
  return { kind: 'failed', cause: `${reason.code ?? reason.name}: ${reason.message}`.slice(0, CAUSE_LENGTH) };
}
