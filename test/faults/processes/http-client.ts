import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What came back; `unknown` when the request may have arrived, `unsent` when it cannot have. */
export type HttpOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unknown' | 'unsent' };

export interface HttpSend {
  readonly url: string;
  readonly cookie: string;
  readonly key: string;
  readonly body: unknown;
  readonly ifMatch?: number;
  /** Milliseconds after which the caller hangs up, whatever became of the request. */
  readonly cutAfterMs?: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const PATIENCE_MS = 20_000;

/** Sends one command. A 503 that says when to come back leaves the outcome unknown. */
export function post({ url, cookie, key, body, ifMatch, cutAfterMs }: HttpSend): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    const headers = {
      cookie,
      'content-type': 'application/json',
      'x-kheo-client': 'faults',
      'idempotency-key': key,
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    };
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve({ kind: 'unknown' }));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const answer = { kind: 'answered', status, body: parse(Buffer.concat(chunks)) } as const;
        resolve(saysLater(status, response.headers) ? { kind: 'unknown' } : answer);
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: error.code === 'ECONNREFUSED' ? 'unsent' : 'unknown' }),
    );
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')));
    sent.end(JSON.stringify(body), () => {
      if (cutAfterMs !== undefined) setTimeout(() => sent.destroy(new Error('hung up')), cutAfterMs);
    });
  });
}

const saysLater = (status: number, headers: IncomingHttpHeaders): boolean =>
  status === 503 && headers['retry-after'] !== undefined;

const parse = (bytes: Buffer): Record<string, unknown> => {
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
};
