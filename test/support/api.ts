import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openPool, type Pool } from '#postgres';
import { pino } from 'pino';
import type { Role } from '#domain';
import { adjustableClock, createEngine, type AdjustableClock } from '#engine';
import {
  createObligations,
  openAccount,
  personUseCase,
  unitUseCase,
  type Answer,
  type Answered,
  type Obligations,
} from '#use-cases';
import type { Mailer } from '#reminders';
import { openLog } from './log.ts';
import { createApi, PORTS, type ApiConfig, type Ports } from '../../apps/api/index.ts';
import { startProjectorApp } from '../../apps/projector/index.ts';
import type { TestDatabase } from './postgres.ts';

/** The whole system in this process, on a database of its own, with a clock that the test moves. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly ports: Ports;
  readonly clock: AdjustableClock;
  readonly pool: Pool;
  unit(name: string, kind: 'PROVINCE' | 'COMMUNE' | 'UNIT', parentId?: string): Promise<string>;
  /** A person with an account under that name and the given appointments. */
  person(
    username: string,
    ...appointments: readonly { readonly role: Role; readonly unitId: string }[]
  ): Promise<string>;
  signIn(username: string): Promise<Session>;
  /** Obliges whatever the regulations in force ask for today, as a sweep does. */
  readonly obligations: Obligations;
  stop(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: ReplyBody;
}

/** What the API answers, as loosely as a client sees it. */
// A reply is read in many shapes; the tests say which.
type ReplyBody = Record<string, unknown> & {
  readonly id: string;
  readonly code: string;
  readonly revision: number;
  readonly position: number;
  readonly items: readonly Record<string, unknown>[];
};

interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed-in person, as a browser would speak for them. */
export interface Session {
  readonly cookie: string;
  get(path: string, options?: SendOptions): Promise<Reply>;
  post(path: string, body?: unknown, options?: SendOptions): Promise<Reply>;
  put(path: string, body: unknown, options?: SendOptions): Promise<Reply>;
  delete(path: string, options?: SendOptions): Promise<Reply>;
}

export const PASSWORD = 'mot-mat-khau-that-dai';

const CONFIG: Omit<ApiConfig, 'dataDir'> = {
  trustProxy: false,
  sessionIdleMinutes: 30,
  sessionMaxHours: 12,
  rateLimitPerMinute: 100_000,
  signInFailuresPerMinute: 10_000,
  passwordCost: { memoryCost: 1024, timeCost: 1 },
};

export const startApi = async (
  database: TestDatabase,
  options: {
    readonly at?: string;
    readonly config?: Partial<ApiConfig>;
    /** Everybody has an address there; nobody has one when absent. */
    readonly mailDomain?: string;
    /** Takes the codes that set a password. */
    readonly mailer?: Pick<Mailer, 'send'>;
  } = {},
): Promise<TestApi> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-api-'));
  const clock = adjustableClock(options.at ?? '2026-02-02T02:00:00.000Z');
  const logger = pino({ level: process.env['KHEO_LOG_LEVEL'] ?? 'silent' });
  const store = await openLog(database.url);
  const pool = openPool({ url: database.url, name: 'test', connections: 10 });
  const engine = createEngine({ store });
  const config = { ...CONFIG, dataDir, ...options.config };
  const projector = await startProjectorApp({
    ...{ store, pools: { readModels: pool }, clock, logger, engine },
    webhookTargets: config.webhookTargets,
  });
  const { mailer } = options;
  const app = await createApi({
    ...{ store, pool, logger, config, clock, engine, mailer },
    projector: projector.projector,
  });
  const ports = app.get<Ports>(PORTS);

  const done = async (answering: Promise<Answered>): Promise<Answer> => {
    const answer = await answering;
    if (answer.kind === 'rejected') throw new Error(`refused: ${answer.reason}`);
    return answer;
  };
  const caller = { kind: 'system' } as const;

  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    cookie: string,
    body: unknown,
    headers: object,
  ): Promise<Reply> => {
    const reply = await app.inject({
      method,
      url,
      headers: { cookie, 'x-kheo-client': 'test', ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json = (reply.headers['content-type'] ?? '').includes('json');
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: (json ? reply.json() : reply.payload) as ReplyBody,
    };
  };

  const tree = async () => (await ports.directory.current()).tree;
  return {
    app,
    ports,
    obligations: createObligations({ engine, store, clock, rules: ports.rules, tree }),
    clock,
    pool,
    unit: async (name, kind, parentId) =>
      (
        await done(
          unitUseCase.run(ports, {
            caller,
            type: 'EstablishUnit',
            data: { name, kind, from: '2025-07-01', ...(parentId === undefined ? {} : { parentId }) },
          }),
        )
      ).id,
    person: async (username, ...appointments) => {
      const { mailDomain } = options;
      const address = mailDomain === undefined ? {} : { email: `${username}@${mailDomain}` };
      const entered = { name: username, ...address };
      const { id } = await done(personUseCase.run(ports, { caller, type: 'EnterPerson', data: entered }));
      const document = { number: '01-QĐ/TU', issuedOn: '2025-07-01' };
      for (const { role, unitId } of appointments) {
        const data = { unitId, role, from: '2025-07-01', document };
        await done(personUseCase.run(ports, { caller, type: 'AppointPerson', id, data }));
      }
      const opened = await openAccount(ports, { personId: id, username, password: PASSWORD });
      if ('reason' in opened) throw new Error(`refused: ${opened.reason}`);
      return id;
    },
    signIn: async (username) => {
      const reply = await send('POST', '/api/session', '', { username, password: PASSWORD }, {});
      if (reply.status !== 204) throw new Error(`could not sign in: ${JSON.stringify(reply.body)}`);
      const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? '';
      return {
        cookie,
        get: (path, { headers = {} } = {}) => send('GET', path, cookie, undefined, headers),
        post: (path, body = {}, { headers = {} } = {}) => send('POST', path, cookie, body, headers),
        put: (path, body, { headers = {} } = {}) => send('PUT', path, cookie, body, headers),
        delete: (path, { headers = {} } = {}) => send('DELETE', path, cookie, undefined, headers),
      };
    },
    stop: async () => {
      await app.close();
      await projector.stop();
      await store.close();
      await pool.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
