import fc from 'fast-check';
import { PROBLEMS, type ProblemCode } from '../../../apps/api/index.ts';
import { ENDLESS, requestFor, routesOf, send, type Request, type Sent } from './routes.ts';
import { startWorld, type World } from './world.ts';

/** `KHEO_SEED` replays a run. */
const SEED = Number(process.env['KHEO_SEED'] ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env['KHEO_RUNS'] ?? 25);

let world: World;

beforeAll(async () => {
  world = await startWorld();
  process.stdout.write(`hostile input: KHEO_SEED=${String(SEED)}\n`);
}, 120_000);

afterAll(() => world?.stop());

const deep = (levels: number): unknown => (levels === 0 ? 'sâu' : { sâu: [deep(levels - 1)] });

const hostileText = fc.oneof(
  fc.constantFrom(
    'Đường hoa'.normalize('NFD'),
    'a\u0000b',
    '\ud800',
    '\u202eabc',
    "'; DROP TABLE kheo_log.events; --",
    '../../etc/passwd',
    '2026-02-30',
    '9999-99-99T99:99:99Z',
    '-0',
    '1e400',
    '=1+1',
    '{{7*7}}',
    '',
    ' '.repeat(50),
    'x'.repeat(30_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const hostileValue = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, [], {}, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 1, deep(6), deep(60), [
    [[[]]],
  ]),
  fc.array(fc.oneof(hostileText, fc.double(), fc.constant(null)), { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** The names of headers that the API reads, with what may stand in them. */
const hostileHeaders = fc.dictionary(
  fc.constantFrom(
    'if-match',
    'idempotency-key',
    'x-kheo-wait-for',
    'accept-language',
    'traceparent',
    'x-kheo-dry-run',
    'last-event-id',
    'content-type',
    'authorization',
  ),
  fc.oneof(
    fc.constantFrom('"-1"', '"99999999999999999999"', 'W/"1"', '*', 'en;q=x,,;', '00-zz-1-1', 'Bearer x', 'abc', '-5'),
    fc
      .string({ unit: fc.constantFrom(...'abc019-"\'*;,=/\\%ÿ '), maxLength: 60 })
      .filter((text) => !/^\d+$/u.test(text)),
  ),
  { maxKeys: 3 },
);

/** One part of a well-formed body, or all of it, gives way to something else. */
const spoilt = (body: unknown): fc.Arbitrary<unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return hostileValue;
  const keys = Object.keys(body);
  if (keys.length === 0) return fc.oneof(hostileValue, fc.dictionary(fc.string({ maxLength: 10 }), hostileValue));
  const inner = fc.constantFrom(...keys).chain((key) => {
    const part = spoilt((body as Readonly<Record<string, unknown>>)[key]);
    return part.map((value) => ({ ...body, [key]: value }));
  });
  return fc.oneof({ weight: 5, arbitrary: inner }, { weight: 1, arbitrary: hostileValue });
};

/** The parameters that any route may take; `wait` only in forms that do not make it wait. */
const hostileQuery = fc.dictionary(
  fc.constantFrom(
    'q',
    'after',
    'limit',
    'unit',
    'cycle',
    'status',
    'sort',
    'asOf',
    'knownAt',
    'format',
    'groupBy',
    'x',
  ),
  fc.oneof(hostileText, fc.integer().map(String)).map((text) => text.slice(0, 3000)),
  { maxKeys: 3 },
);

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const urlWith = (url: string, name: string, query: Readonly<Record<string, string>>): string => {
  const parameters = Object.entries(query).map(([key, value]) => `${key}=${encoded(value)}`);
  if (ENDLESS.includes(name)) return `${url}?after=999999999`;
  return parameters.length === 0 ? url : `${url}?${parameters.join('&')}`;
};

const LEAKS =
  /\n\s+at |node_modules|\.ts:\d|\.js:\d|\bSELECT\b|\bINSERT\b|kheo_log|read_models|pg_catalog|syntax error|(registration|decision|unit|person|numbering)-[0-9a-f]{8}-/u;

/** What is wrong with an answer; nothing when it is a plain answer, or a refusal as documented. */
const faultOf = ({ status, code, text, headers }: Sent): string | undefined => {
  if (status >= 500) return `${String(status)}: ${text.slice(0, 300)}`;
  if (status < 400) return undefined;
  if (LEAKS.test(text)) return `leaks: ${text.slice(0, 300)}`;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `no problem: ${text.slice(0, 300)}`;
  const entry = PROBLEMS[code as ProblemCode] as (typeof PROBLEMS)[ProblemCode] | undefined;
  if (entry?.status !== status) return `undocumented: ${String(status)} ${code}`;
  const language = headers['content-language'] === 'en' ? 'en' : 'vi';
  const { detail } = JSON.parse(text) as { readonly detail: string };
  const begins = entry[language].split(/[{[]/u)[0] ?? '';
  return detail.startsWith(begins) && !/\{\w+\}/u.test(detail) ? undefined : `not in ${language}: ${detail}`;
};

const arbitraryFor = (request: Request): fc.Arbitrary<Request> =>
  fc
    .record({
      body:
        request.body === undefined || Buffer.isBuffer(request.body) ? fc.constant(request.body) : spoilt(request.body),
      query: hostileQuery,
      headers: hostileHeaders,
      path: fc.option(hostileText, { nil: undefined, freq: 8 }),
      language: fc.constantFrom('vi', 'en'),
    })
    .map(({ body, query, headers, path, language }) => {
      const url =
        path === undefined ? request.url : request.url.replace(/[0-9a-f]{8}-[^/]+/u, encoded(path.slice(0, 500)));
      const isJson = body !== undefined && !Buffer.isBuffer(body);
      return {
        ...request,
        url: request.name.startsWith('GET ') ? urlWith(url, request.name, query) : url,
        ...(isJson ? { body: JSON.stringify(body) ?? '' } : { body }),
        headers: {
          'accept-language': language,
          ...(isJson ? { 'content-type': 'application/json' } : {}),
          ...request.headers,
          ...headers,
        },
      };
    });

describe('no input crashes the API or makes it tell of its inside', () => {
  it('every route, with parts of its path, query, body and headers gone wrong', async () => {
    for (const name of routesOf(world).keys()) {
      if (name === 'DELETE /api/session') continue;
      const request = await requestFor(world, name, world.belongings.A, world.keeper.cookie);
      const property = fc.asyncProperty(arbitraryFor(request), async (hostile) => {
        const fault = faultOf(await send(world, hostile));
        if (fault !== undefined) throw new Error(`${name}: ${fault}`);
      });
      await fc.assert(property, { seed: SEED, numRuns: RUNS });
    }
  }, 240_000);

  it.each([
    ['an address that is no UTF-8', { url: '/api/registrations/%E0%A4%A' }],
    ['a lone percent sign', { url: '/api/registrations/%' }],
    ['an address that is nowhere', { url: '/api/../../etc/passwd' }],
    ['a very long address', { url: `/api/registrations/${'a'.repeat(5000)}` }],
    ['a cursor of another making', { url: `/api/registrations?after=${Buffer.from('["x",1]').toString('base64url')}` }],
    ['half a body', { body: '{"unitId": "' }],
    ['a body that is too large', { body: JSON.stringify({ name: 'x'.repeat(300_000) }) }],
    ['a body of another type', { body: 'a=b', headers: { 'content-type': 'text/plain' } }],
    ['a cookie full of rubbish', { cookie: 'kheo_session=%00%ff;;==;' }],
  ])('%s is refused in both languages', async (_what, wrong: Partial<Request>) => {
    for (const language of ['vi', 'en']) {
      const answer = await send(world, {
        name: 'body' in wrong ? 'POST *' : 'GET *',
        url: '/api/registrations',
        cookie: world.keeper.cookie,
        ...wrong,
        headers: { 'content-type': 'application/json', 'accept-language': language, ...wrong.headers },
      });
      expect([answer.status >= 400, faultOf(answer)]).toEqual([true, undefined]);
    }
  });
});
