import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { startApi, startPostgres, type Reply, type Session, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let admin: Session;
let auditor: Session;
let province: string;
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
let ajv: Ajv2020;

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: province });
  await api.person('auditor', { role: 'AUDITOR', unitId: province });
  [admin, auditor] = [await api.signIn('admin'), await api.signIn('auditor')];
  const { body } = await admin.get('/api/openapi.json');
  paths = body['paths'] as typeof paths;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(body, 'openapi');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

/** The answer is one of those the document tells of this route, with this status and type, in this shape. */
const expectAsDocumented = (method: string, path: string, reply: Reply): void => {
  const type = String(reply.headers['content-type']).split(';')[0] ?? '';
  const told = paths[path]?.[method]?.responses[String(reply.status)]?.content ?? {};
  expect(Object.keys(told)).toContain(type);
  const pointer = ['paths', path, method, 'responses', String(reply.status), 'content', type, 'schema']
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/');
  const validate = ajv.getSchema(`openapi#/${pointer}`);
  if (validate === undefined) throw new Error(`no schema for ${method} ${path} ${type}`);
  void validate(reply.body);
  expect(validate.errors ?? []).toEqual([]);
};

const LISTS = [
  '/api/units',
  '/api/people',
  '/api/regulations',
  '/api/cycles',
  '/api/registrations',
  '/api/decisions',
  '/api/decisions/numbers',
  '/api/commendations',
];

describe('the document of the API', () => {
  it.each(LISTS)('tells what %s answers', async (path) => {
    expectAsDocumented('get', path, await auditor.get(path));
  });

  it('tells what a command answers, and what a refused one does', async () => {
    const unit = { name: 'Đảng ủy xã', kind: 'COMMUNE', parentId: province, from: '2025-07-01' };
    const made = await admin.post('/api/units', unit);
    expect(made.status).toBe(201);
    expectAsDocumented('post', '/api/units', made);
    const path = `/api/units/${made.body.id}`;
    expectAsDocumented('post', '/api/units/{id}/rename', await admin.post(`${path}/rename`, {}));
    const rename = { name: 'Đảng ủy xã Mới', from: '2026-01-01' };
    expectAsDocumented('post', '/api/units/{id}/rename', await admin.post(`${path}/rename`, rename));
    expectAsDocumented('post', '/api/units/{id}/rename', await admin.post(`${path}/rename`, rename));
    expectAsDocumented('post', '/api/units/{id}/rename', await auditor.post(`${path}/rename`, rename));
    expectAsDocumented('get', '/api/units/{id}', await admin.get(`/api/units/${crypto.randomUUID()}`));
  });

  it('has a summary for every route, and the headers a command takes', () => {
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.filter(({ summary }) => summary === undefined || summary === '')).toEqual([]);
    const rename = paths['/api/units/{id}/rename']?.['post']?.parameters ?? [];
    expect(rename.filter((each) => each.in === 'header').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Idempotency-Key', 'If-Match', 'X-Kheo-Client', 'X-Kheo-Dry-Run', 'Accept-Language']),
    );
  });
});
