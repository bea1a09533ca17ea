import { Unreachable } from './unreachable.ts';

/** What went wrong with one request, in the words of the server. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly message: string }[];
}

export type Answer<T> =
  { readonly ok: true; readonly body: T; readonly etag?: string } | { readonly ok: false; readonly problem: Problem };

export interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
  readonly events: readonly string[];
}

interface CommandOptions {
  readonly idempotencyKey?: string;
  readonly ifMatch?: number;
  /** Asks what would happen: every check is made, nothing is recorded. */
  readonly dryRun?: boolean;
}

/** Speaks Khéo's public API for one signed-in person. */
export interface ApiClient {
  /** With a code where the account has a second factor (`second-factor-required`). */
  signIn(username: string, password: string, code?: string): Promise<Answer<void>>;
  /** Sets a password by the code that was handed out; signs nobody in. */
  setPassword(code: string, password: string): Promise<Answer<void>>;
  get<T>(path: string): Promise<Answer<T>>;
  /** Later reads wait until this position of the log is visible, as they do for what this client wrote. */
  readAfter(position: number): void;
  post(path: string, body: unknown, options?: CommandOptions): Promise<Answer<CommandAnswer>>;
  /** Sends a file with its fields; the fields come before the file. */
  upload<T = CommandAnswer>(path: string, form: FormData): Promise<Answer<T>>;
  /** A file, as it is. */
  download(path: string): Promise<Answer<Buffer>>;
}

const TRIES = 6;

/**
 * A client for the server at `baseUrl`. A request that is told to wait (429, 503) or finds nobody there is tried again
 * up to six times; commands carry an idempotency key, so a repeated one acts once.
 */
export const createApiClient = (
  baseUrl: string,
  options: {
    readonly language?: 'vi' | 'en';
    readonly sleep: (ms: number) => Promise<void>;
    readonly newId: () => string;
  },
): ApiClient => {
  let cookie = '';
  /** The last write of this client: a later read waits until it is visible. */
  let written = 0;

  const send: Send = (method, path, body, extra) => sendTo(baseUrl, options, { method, path, body, cookie, extra });

  return {
    signIn: async (username, password, code) => {
      const response = await send('POST', '/api/session', { username, password, code }, {});
      if (!response.ok) return { ok: false, problem: await problemOf(response) };
      cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      return { ok: true, body: undefined };
    },
    setPassword: async (code, password) =>
      answerOf(await send('POST', '/api/session/set-password', { code, password }, {})),
    upload: async <T>(path: string, form: FormData) =>
      answerOf<T>(await send('POST', path, form, { 'Idempotency-Key': options.newId() })),
    download: async (path) => {
      const response = await send('GET', path, undefined, {});
      return response.ok
        ? { ok: true, body: Buffer.from(await response.arrayBuffer()) }
        : { ok: false, problem: await problemOf(response) };
    },
    get: async <T>(path: string) =>
      answerOf<T>(await send('GET', path, undefined, written === 0 ? {} : { 'X-Kheo-Wait-For': String(written) })),
    readAfter: (position) => {
      written = Math.max(written, position);
    },
    post: async (path, body, command = {}) => {
      const answer = await answerOf<CommandAnswer>(
        await send('POST', path, body, {
          'Idempotency-Key': command.idempotencyKey ?? options.newId(),
          ...(command.ifMatch === undefined ? {} : { 'If-Match': `"${String(command.ifMatch)}"` }),
          ...(command.dryRun === true ? { 'X-Kheo-Dry-Run': 'true' } : {}),
        }),
      );
      if (answer.ok) written = Math.max(written, answer.body.position);
      return answer;
    },
  };
};

type Send = (method: string, path: string, body: unknown, extra: Record<string, string>) => Promise<Response>;

const sendTo = (
  baseUrl: string,
  { language = 'vi', sleep }: { readonly language?: 'vi' | 'en'; readonly sleep: (ms: number) => Promise<void> },
  {
    method,
    path,
    body,
    cookie,
    extra,
  }: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly cookie: string;
    readonly extra: Record<string, string>;
  },
): Promise<Response> => {
  const headers: Record<string, string> = {
    'Accept-Language': language,
    'X-Kheo-Client': 'kheo-cli',
    ...(cookie === '' ? {} : { Cookie: cookie }),
    ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
    ...extra,
  };
  const payload = body instanceof FormData ? body : JSON.stringify(body);
  const init = { method, headers, ...(body === undefined ? {} : { body: payload }) };
  return patiently(() => fetch(new URL(path, baseUrl), init), sleep).catch((error: unknown) => {
    throw new Unreachable(baseUrl, error);
  });
};

/** Tries again what was told to wait (429, 503) or found nobody there. */
const patiently = async (request: () => Promise<Response>, sleep: (ms: number) => Promise<void>): Promise<Response> => {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await request();
      if (![429, 503].includes(response.status) || attempt === TRIES) return response;
      await sleep(1000 * Math.min(Number(response.headers.get('Retry-After') ?? 1) || 1, 60));
    } catch (error) {
      if (attempt === TRIES) throw error;
      await sleep(200 * 2 ** attempt);
    }
  }
};

const answerOf = async <T>(response: Response): Promise<Answer<T>> => {
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  const etag = response.headers.get('ETag');
  const text = await response.text();
  const body = (text === '' ? undefined : JSON.parse(text)) as T;
  return etag === null ? { ok: true, body } : { ok: true, body, etag };
};

const problemOf = async (response: Response): Promise<Problem> => {
  const fallback = { code: 'unexpected-answer', detail: `HTTP ${String(response.status)}`, errors: [] };
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json') === true;
  const body = isProblem ? ((await response.json()) as Partial<Problem>) : {};
  return { ...fallback, ...body, status: response.status };
};
