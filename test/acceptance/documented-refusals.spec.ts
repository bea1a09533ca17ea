import { randomUUID } from 'node:crypto';
import { PROBLEMS, type Problem } from '../../apps/api/index.ts';
import { CASES, FORMS, type Case } from './refusals/cases.ts';
import { setStage, type Stage } from './refusals/stage.ts';
import { BODIES } from './security/bodies.ts';
import { differences, routesOf, send, type Request, type Sent } from './security/routes.ts';
import { done, quickRules, TODAY } from './security/world.ts';

let stage: Stage;
let document: OpenApi;

beforeAll(async () => {
  stage = await setStage();
  document = (await stage.world.keeper.get('/api/openapi.json')).body as unknown as OpenApi;
}, 120_000);

interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, object>> }>>>
  >;
}

/** What the document says of a refusal of a step with a status. */
const toldOf = (name: string, status: number): object | undefined => {
  const [method = '', path = ''] = name.split(' ');
  return document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
};

afterAll(() => stage?.world.stop());

const requestOf = async (name: string, wrong: Case): Promise<Request> => {
  const { world, home, things, cookies } = stage;
  const path = name.slice(name.indexOf(' ') + 1);
  const url = path.replace('{id}', wrong.on === undefined ? '' : things[wrong.on]).replace('{viewId}', things.nothing);
  const said = typeof wrong.saying === 'function' ? wrong.saying(stage) : wrong.saying;
  const request = { name, url, cookie: cookies[wrong.by ?? 'author'] };
  const form = FORMS[name];
  if (form !== undefined) {
    const { payload, type } = await form(said ?? {}, home.unitId);
    return { ...request, body: payload, headers: { 'content-type': type } };
  }
  const usual = BODIES[name]?.(home, world);
  return usual === undefined ? request : { ...request, body: { ...usual, ...said } };
};

const ask = (request: Request, language: string): Promise<Sent> =>
  send(stage.world, { ...request, headers: { ...request.headers, 'accept-language': language } });

/** A sentence of the table, with any value in its `{name}` places; what stands in `[…]` may be left out. */
const sentence = (text: string): RegExp => {
  const parts = text.split(/\{\w+\}/u).map((part) =>
    part
      .replaceAll(/[.*+?^${}()|\\]/gu, '\\$&')
      .replaceAll('[', '(?:')
      .replaceAll(']', ')?'),
  );
  return new RegExp(`^${parts.join('[^{}]+')}$`, 'u');
};

/** What only programs read: ids, codes, and values nobody filled in; not what is quoted, a setting, or a name on the stage. */
const codesIn = (text: string): readonly string[] => {
  const own = text.replaceAll(/“[^”]*”|bí mật [0-9a-f-]+|KHEO_[A-Z_]+|[A-Z_]+ \([^)]*\)/gu, '');
  const words = own.match(/[0-9a-f-]{36}|\{\w+\}|\d{4}-\d{2}-\d{2}|\b[A-Z_]{5,}\b|\b[a-z]+(?:[-_][a-z]+)+\b/gu) ?? [];
  return words.filter((word) => !/^[a-z-]+$/u.test(word) || word in PROBLEMS);
};

const head = (): Promise<number> => stage.world.api.ports.store.head();

describe('a wrong input is refused as documented, in both languages, and changes nothing', () => {
  it('no sentence of the table speaks in codes', () => {
    const sentences = Object.values(PROBLEMS).flatMap(({ vi, en }) => [vi, en]);
    const left = sentences.map((text) => text.replaceAll(/\[|\]|\{\w+\}/gu, ' '));
    expect(left.filter((text) => codesIn(text).length > 0)).toEqual([]);
  });

  it('every step that changes something has a case, and every case a step', () => {
    const steps = [...routesOf(stage.world).keys()].filter((name) => !name.startsWith('GET '));
    expect(differences(steps, Object.keys(CASES))).toEqual({ withoutRow: [], withoutRoute: [] });
  });

  it.each(Object.entries(CASES).map(([name, wrong]) => ({ name, ...wrong })))(
    '$name, but $wrong: $code',
    async ({ name, ...wrong }) => {
      const { status, vi, en } = PROBLEMS[wrong.code];
      const request = await requestOf(name, wrong);
      const before = await head();
      for (const [language, text] of Object.entries({ vi, en })) {
        const answer = await ask(request, language);
        const { code, detail } = JSON.parse(answer.text || '{}') as Partial<Problem>;
        expect({ language, status: answer.status, code }).toEqual({ language, status, code: wrong.code });
        expect(detail).toMatch(sentence(text));
        expect(codesIn(detail ?? '')).toEqual([]);
        expect(JSON.stringify(toldOf(name, status))).toContain(`"${wrong.code}"`);
      }
      expect(await head()).toBe(before);
    },
  );
});

it('a regulation with faults is not put in force, and the refusal names each of them', async () => {
  const content = { ...quickRules(), fields: [] };
  const unitId = stage.world.belongings.P.unitId;
  const { id } = done(await stage.world.keeper.post('/api/regulations', { unitId, content }));
  const before = await head();
  const publication = { number: '15-QĐ/TU', issuedOn: TODAY, from: TODAY };
  const { status, body } = await stage.reader.post(`/api/regulations/${id}/publish`, publication);
  expect([status, body.code]).toEqual([422, 'regulation-invalid']);
  expect(body['errors']).toContainEqual({
    pointer: '/fields',
    code: 'fields-missing',
    message: 'Chưa có lĩnh vực nào.',
  });
  expect(await head()).toBe(before);
});

describe('a command that names the revision it was made for', () => {
  const MATCH = 'if-match';

  it('is refused when somebody acted meanwhile, and takes neither a number nor a name', async () => {
    const { things, cookies } = stage;
    const before = await head();
    const steps = [
      ['POST /api/registrations/{id}/accept', things.submitted, cookies.author],
      ['POST /api/decisions/{id}/issue', things.frozenDecision, cookies.author],
      ['POST /api/people/{id}/invite', things.personWithoutAccount, cookies.author],
    ] as const;
    for (const [name, id, cookie] of steps) {
      const usual = BODIES[name]?.(stage.home, stage.world);
      const url = name.slice('POST '.length).replace('{id}', id);
      const body = name.endsWith('invite') ? { ...usual, username: 'ten-moi' } : usual;
      const answer = await send(stage.world, { name, url, cookie, body, headers: { [MATCH]: '"99"' } });
      expect([name, answer.status, answer.code]).toEqual([name, 412, 'stale-revision']);
    }
    expect(await head()).toBe(before);
  });

  it.each([
    ['/api/registrations/{id}/accept', 'submitted', {}, 'reader'],
    ['/api/decisions/{id}/issue', 'frozenDecision', BODIES['POST /api/decisions/{id}/issue'], 'signer'],
    ['/api/people/{id}/invite', 'personWithoutAccount', { username: 'ten-khac' }, 'author'],
    ['/api/units/{id}/rename', 'unit', { name: 'Đảng ủy xã Đổi Mới Hai', from: '2026-02-02' }, 'author'],
  ] as const)('gets the recorded answer when it is sent again: %s', async (path, thing, said, by) => {
    const url = path.replace('{id}', stage.things[thing]);
    const body = typeof said === 'function' ? said(stage.home, stage.world) : said;
    const key = randomUUID();
    const name = `POST ${path}`;
    const sendWith = (revision: number): Promise<Sent> =>
      send(stage.world, {
        name,
        url,
        cookie: stage.cookies[by],
        body,
        headers: { [MATCH]: `"${String(revision)}"`, 'idempotency-key': key },
      });
    const revision = await revisionOf(path.split('/')[2] ?? '', stage.things[thing]);
    const first = await sendWith(revision);
    expect([first.status, first.code]).toEqual([200, '']);
    const again = await sendWith(revision);
    expect([again.status, told(again)]).toEqual([200, told(first)]);
  });
});

/** A code and the slip that carries it are shown once. */
const told = ({ text }: Sent): object => {
  const { code: _code, slip: _slip, ...answer } = JSON.parse(text) as Record<string, unknown>;
  return answer;
};

const CATEGORY: Readonly<Record<string, string>> = {
  registrations: 'registration',
  decisions: 'decision',
  people: 'person',
  units: 'unit',
};

const revisionOf = async (collection: string, id: string): Promise<number> => {
  const stream = `${CATEGORY[collection] ?? ''}-${id}`;
  const events = await stage.world.api.ports.store.readStream(stream, { from: 0, limit: 1000 });
  return events.length - 1;
};
