import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { PASSWORD, type Reply, type Session } from '#support';
import { playUntil } from './security/life.ts';
import { fileForm, done, form, startWorld, type World } from './security/world.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, object>>; readonly headers?: Readonly<Record<string, object>> }
    >
  >;
}

/** Said beside the body, but not by us of the answer. */
const NOT_TOLD = [
  // Of the connection and the bytes on it (RFC 9110, RFC 9112); the type stands in the document as the key of the content.
  ...['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding'],
  // For browsers alone and the same with every answer: what a page of this origin may do (helmet).
  ...['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'origin-agent-cluster'],
  ...['referrer-policy', 'strict-transport-security', 'x-content-type-options', 'x-dns-prefetch-control'],
  ...['x-download-options', 'x-frame-options', 'x-permitted-cross-domain-policies', 'x-xss-protection'],
];

let world: World;
let recognized: string;
let model: string;
let issued: string;
let incident: string;
let picture: string;
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
let ajv: Ajv2020;

beforeAll(async () => {
  world = await startWorld();
  const { life, belongings } = world;
  recognized = await life.draft({ unitId: belongings.A.unitId, form: form('Mô hình mẫu') });
  await playUntil(life, recognized, 'score');
  const { session: other } = await world.person('other', 'P', 'STANDING_BODY_OFFICER');
  done(await other.post(`/api/registrations/${recognized}/conclude-appraisal`, {}));
  model = String(done(await world.keeper.get(`/api/registrations/${recognized}`))['modelId']);
  issued = done(await life.draftDecision(recognized)).id;
  done(await life.freeze(issued));
  done(await life.issue(issued));
  incident = await raiseIncident();
  picture = await uploadPicture();
  const { body } = await world.keeper.get('/api/openapi.json');
  paths = body['paths'] as typeof paths;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(body, 'openapi');
}, 180_000);

afterAll(() => world?.stop());

/** A file that a browser shows. */
const uploadPicture = async (): Promise<string> => {
  const { payload, type } = await fileForm({ unitId: world.belongings.A.unitId, kind: 'PHOTO' }, 'ảnh.pdf', '%PDF-1.7');
  const headers = { cookie: world.keeper.cookie, 'x-kheo-client': 'test', 'content-type': type };
  const reply = await world.api.app.inject({ method: 'POST', url: '/api/evidence', headers, payload });
  return reply.json<{ readonly id: string }>().id;
};

/** As a reaction does that cannot go on. */
const raiseIncident = async (): Promise<string> => {
  const [stream, incidentId] = [`registration-${recognized}`, crypto.randomUUID()];
  const [first] = await world.api.ports.store.readStream(stream, { from: 0, limit: 1 });
  if (first === undefined) throw new Error('no event to fail on');
  const { revision, position, id: eventId, type: eventType } = first;
  const failure = { stream, revision, position, eventId, eventType, cause: 'không tới được', attempts: 3 };
  const data = { ...failure, incidentId, reaction: 'thu-nghiem' };
  const raised = { id: crypto.randomUUID(), type: 'IncidentRaised', data, meta: first.meta } as const;
  await world.api.ports.store.append(`incident-${incidentId}`, 'no-stream', [raised]);
  return incidentId;
};

const pointerTo = (...parts: readonly string[]): string => {
  const escaped = parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  return `openapi#/${escaped.join('/')}`;
};

/** The answer says beside its body what the document tells of it, all of that, and nothing else. */
const expectHeadersAsDocumented = (
  method: string,
  path: string,
  { status, headers }: Pick<Reply, 'status' | 'headers'>,
): void => {
  const named = Object.keys(paths[path]?.[method]?.responses[String(status)]?.headers ?? {});
  const expected = named.map((name) => name.toLowerCase());
  const sent = Object.keys(headers).filter((name) => !NOT_TOLD.includes(name));
  const maybe = expected.filter((name) => MAYBE.includes(name) && !sent.includes(name));
  expect({ method, path, status, sent: [...sent, ...maybe].sort() }).toEqual({
    ...{ method, path, status },
    sent: expected.sort(),
  });
};

/** The answer is one of those the document tells of this route, with this status and type, in this shape. */
const expectAsDocumented = (method: string, path: string, { status, headers, body }: Reply): void => {
  const type = String(headers['content-type']).split(';')[0] ?? '';
  const told = paths[path]?.[method]?.responses[String(status)]?.content ?? {};
  expect({ path, status, told: Object.keys(told), body }).toMatchObject({
    told: expect.arrayContaining([type]) as string[],
  });
  expectHeadersAsDocumented(method, path, { status, headers });
  const validate = ajv.getSchema(
    pointerTo('paths', path, method, 'responses', String(status), 'content', type, 'schema'),
  );
  if (validate === undefined) throw new Error(`no schema for ${method} ${path} ${type}`);
  void validate(body);
  expect({ path, errors: validate.errors ?? [] }).toEqual({ path, errors: [] });
};

/** Told of a route of which not every answer has it: the file of a list, the wait after a refusal. */
const MAYBE = ['content-disposition', 'retry-after'];

/** Which of the things of a collection is asked for. */
const things = (): Readonly<Record<string, string>> => ({
  units: world.belongings.A.unitId,
  people: world.belongings.A.person,
  regulations: world.regulationId,
  cycles: world.cycleId,
  registrations: recognized,
  decisions: issued,
  commendations: world.belongings.A.commendation,
  reports: world.belongings.P.report,
  evidence: picture,
  models: model,
  imports: world.importId,
  webhooks: world.webhookId,
  'api-keys': world.apiKeyId,
  incidents: incident,
});

/** What a question cannot be asked without. */
const questions = (): Readonly<Record<string, string>> => ({
  '/api/reports/coverage': '?period=H1-2026',
  '/api/decisions/candidates': `?act=RECOGNIZE&unit=${world.belongings.P.unitId}`,
  '/api/units/{id}/signing-bodies': '?act=RECOGNIZE',
  '/api/search': '?q=mau',
});

const addressOf = (path: string): string =>
  (path + (questions()[path] ?? ''))
    .replace('{id}', things()[path.split('/')[2] ?? ''] ?? 'nothing')
    .replace('{type}', 'ModelRecognized')
    .replace('{version}', '1')
    .replace('{kind}', 'COMMUNE');

const read = async (session: Session, path: string): Promise<Reply> => {
  const head = await world.api.ports.store.head();
  return session.get(addressOf(path), { headers: { 'x-kheo-wait-for': String(head) } });
};

/** The reasons a refusal may have. */
const codesOf = ({ content = {} }: Operation['responses'][string]): readonly string[] => {
  const { schema } = (content['application/problem+json'] ?? {}) as {
    readonly schema?: {
      readonly allOf: readonly { readonly properties?: { readonly code: { readonly enum: readonly string[] } } }[];
    };
  };
  return schema?.allOf.flatMap(({ properties }) => properties?.code.enum ?? []) ?? [];
};

/** What pages write out as JSON right behind the route it is sent to. */
const bodiesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((page) => {
      const text = readFileSync(join(folder, page), 'utf8');
      const written = /(POST \/api\/[\w{}/-]+)(?:(?!POST \/api)[^]){0,300}?```json\n([^`]*)```/gu;
      return [...text.matchAll(written)].map(([, route = '', json = '']) => ({
        page,
        route,
        body: JSON.parse(json) as unknown,
      }));
    });

/** They never end, so they are asked over the network and left. */
const ENDLESS = ['/api/feed/stream', '/api/updates'];

describe('the document of the API', () => {
  it('tells what every route for reading answers', async () => {
    const read200 = Object.keys(paths).filter((path) => paths[path]?.['get'] !== undefined && !ENDLESS.includes(path));
    expect(read200.length).toBeGreaterThan(25);
    for (const path of read200) {
      const reply = await read(world.keeper, path);
      expect({ path, status: reply.status, body: reply.body }).toMatchObject({ status: 200 });
      expectAsDocumented('get', path, reply);
    }
  });

  it.each([
    '/api/units',
    '/api/people',
    '/api/regulations',
    '/api/cycles',
    '/api/registrations',
    '/api/registrations/{id}/timeline',
    '/api/decisions',
    '/api/decisions/numbers',
    '/api/commendations',
    '/api/reports',
    '/api/reports/{id}/timeline',
    '/api/inbox',
    '/api/reminders',
    '/api/reminders/messages',
    '/api/tasks',
    '/api/api-keys',
    '/api/webhooks',
    '/api/incidents',
  ])('tells the fields of each row of %s', async (path) => {
    const reply = await read(world.keeper, path);
    expect(reply.body.items.length).toBeGreaterThan(0);
    const strange = { ...reply, body: { ...reply.body, items: [{ ...reply.body.items[0], strange: 1 }] } };
    expect(() => expectAsDocumented('get', path, strange)).toThrow('additionalProperties');
  });

  it.each(ENDLESS)('tells the type of the endless %s', (path) => {
    expect(paths[path]?.['get']?.responses['200']?.content).toHaveProperty(['text/event-stream']);
  });

  it('tells what a filtered view is as a file', async () => {
    for (const path of ['/api/registrations', '/api/reports', '/api/reminders', '/api/statistics/movement'])
      for (const format of ['csv', 'xlsx'])
        expectAsDocumented('get', path, await world.keeper.get(`${path}?format=${format}`));
  });

  it('tells what the routes for programs ask for', () => {
    const asked = paths['/api/feed']?.['get']?.security ?? [];
    expect(asked.flatMap((each) => Object.keys(each)).sort()).toEqual(['bearer', 'cookie']);
  });

  it('tells what a command answers, and what a refused one does', async () => {
    const { keeper, belongings } = world;
    const unit = { name: 'Đảng ủy xã', kind: 'COMMUNE', parentId: belongings.P.unitId, from: '2025-07-01' };
    const made = await keeper.post('/api/units', unit);
    expect(made.status).toBe(201);
    expectAsDocumented('post', '/api/units', made);
    const path = `/api/units/${made.body.id}`;
    const { session: auditor } = await world.person('auditor', 'P', 'AUDITOR');
    expectAsDocumented('post', '/api/units/{id}/rename', await keeper.post(`${path}/rename`, {}));
    const rename = { name: 'Đảng ủy xã Mới', from: '2026-01-01' };
    expectAsDocumented('post', '/api/units/{id}/rename', await keeper.post(`${path}/rename`, rename));
    expectAsDocumented('post', '/api/units/{id}/rename', await keeper.post(`${path}/rename`, rename));
    expectAsDocumented('post', '/api/units/{id}/rename', await auditor.post(`${path}/rename`, rename));
    expectAsDocumented('get', '/api/units/{id}', await keeper.get(`/api/units/${crypto.randomUUID()}`));
  });

  it('tells what a refused question answers', async () => {
    const { keeper, belongings } = world;
    const refused = [
      ['/api/regulations/examples/{kind}', '/api/regulations/examples/LANG', 404],
      ['/api/reports/{id}/consolidation', `/api/reports/${belongings.A.report}/consolidation`, 422],
    ] as const;
    for (const [path, address, status] of refused) {
      const reply = await keeper.get(address);
      expect([path, reply.status]).toEqual([path, status]);
      expectAsDocumented('get', path, reply);
    }
    const adopters = Object.values(paths['/api/registrations/{id}/adopters']?.['get']?.responses ?? {});
    expect(adopters.flatMap(codesOf)).not.toContain('already-replicated');
  });

  it('tells what the other acts answer', async () => {
    const { keeper, regulationId } = world;
    const key = await keeper.post('/api/api-keys', { consumer: 'Cổng thông tin', scopes: ['feed'] });
    expectAsDocumented('post', '/api/api-keys', key);
    expectAsDocumented('post', '/api/api-keys/{id}/revoke', await keeper.post(`/api/api-keys/${key.body.id}/revoke`));
    const said = { url: 'https://cong.example.vn/openapi', eventTypes: ['CalendarAmended'] };
    const webhook = await keeper.post('/api/webhooks', said);
    expectAsDocumented('post', '/api/webhooks', webhook);
    for (const act of ['rotate-secret', 'replay']) {
      const answer = await keeper.post(`/api/webhooks/${webhook.body.id}/${act}`);
      expectAsDocumented('post', `/api/webhooks/{id}/${act}`, answer);
    }
    const dryRun = `/api/regulations/${regulationId}/dry-run`;
    expectAsDocumented('post', '/api/regulations/{id}/dry-run', await keeper.post(dryRun, {}));
  });

  it('tells of each body that a page of the documentation writes out, that its route takes it', () => {
    const bodies = bodiesIn('docs');
    expect(bodies.length).toBeGreaterThan(25);
    for (const { page, route, body } of bodies) {
      const [method = '', path = ''] = route.toLowerCase().split(' ');
      const pointer = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
      const validate = ajv.getSchema(
        `openapi#/${pointer.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/')}`,
      );
      expect({ page, route, known: validate !== undefined }).toEqual({ page, route, known: true });
      void validate?.(body);
      expect({ page, route, errors: validate?.errors ?? [] }).toEqual({ page, route, errors: [] });
    }
  });

  it('says in Vietnamese and in English what every route does', () => {
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ summary = '' }) => summary).filter((summary) => !/\S · \S/u.test(summary))).toEqual([]);
  });

  it('tells of a command who may give it, and with which reasons it is refused', () => {
    const operation = paths['/api/registrations/{id}/accept']?.['post'];
    expect(operation).toMatchObject({ 'x-kheo-roles': ['STANDING_BODY_OFFICER'] });
    const codes = Object.values(operation?.responses ?? {}).flatMap(codesOf);
    expect(codes).toEqual(expect.arrayContaining(['own-registration', 'name-taken', 'stale-revision', 'wrong-status']));
    expect(codes).not.toContain('date-in-past');
    const asked = Object.entries(paths['/api/registrations']?.['get']?.responses ?? {});
    expect(asked.map(([status]) => status)).toEqual(['200', '400', '401', '403', '429', '500', '503']);
  });

  it('tells of signing in that it sets the cookie, and of too many attempts how long to wait', async () => {
    const { api } = world;
    const signIn = async (password: string): Promise<Reply> => {
      const payload = { username: 'keeper', password };
      const reply = await api.app.inject({ method: 'POST', url: '/api/session', payload });
      const body = (reply.body === '' ? {} : reply.json()) as Reply['body'];
      return { status: reply.statusCode, headers: reply.headers, body };
    };
    const wrong = await signIn('không phải mật khẩu này');
    expect(wrong.status).toBe(401);
    expectAsDocumented('post', '/api/session', wrong);
    const responses = paths['/api/session']?.['post']?.responses ?? {};
    expect(Object.keys(responses['429']?.headers ?? {})).toContain('Retry-After');
    const right = await signIn(PASSWORD);
    expect(right.headers['set-cookie']).toBeDefined();
    expectHeadersAsDocumented('post', '/api/session', right);
  });

  it('tells the headers a command takes', () => {
    const headersOf = (path: string): readonly string[] =>
      (paths[path]?.['post']?.parameters ?? []).filter((each) => each.in === 'header').map(({ name }) => name);
    for (const path of ['/api/units/{id}/rename', '/api/incidents/{id}/retry', '/api/incidents/{id}/resolve'])
      expect(headersOf(path)).toEqual(
        expect.arrayContaining(['Idempotency-Key', 'If-Match', 'X-Kheo-Client', 'X-Kheo-Dry-Run', 'Accept-Language']),
      );
    for (const path of [...['/api/api-keys', '/api/evidence', '/api/reminders/{id}/retry'], '/api/webhooks/{id}/pause'])
      expect(headersOf(path)).toEqual(expect.arrayContaining(['Idempotency-Key', 'X-Kheo-Client']));
  });
});
