import { getMetadataStorage } from 'class-validator';
import { BODIES } from './bodies.ts';
import { requestFor, routesOf, send } from './routes.ts';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
}, 120_000);

afterAll(() => world?.stop());

/** Names that would do harm if they were taken over: what the server settles, and ways to an object's prototype. */
const INTRUDERS = ['status', 'unitId', 'revision', 'id', 'actor', '__proto__', 'constructor', 'prototype'] as const;

/** Routes that take no body at all. */
const WITHOUT_BODY = new Set([
  'DELETE /api/session',
  'DELETE /api/views/{id}',
  'DELETE /api/units/{id}/views/{viewId}',
]);
/** The bodies that are not JSON; their fields are validated one by one. */
const MULTIPART = ['POST /api/evidence', 'POST /api/imports'];

type Json = Readonly<Record<string, unknown>>;

/** The body with one more name, in the body itself and in each object within it. As text: `__proto__` is a name there. */
const withIntruder = (body: Json, intruder: string): readonly string[] => {
  const places = [[], ...objectsIn(body, [])].filter((path) => !Object.hasOwn(at(body, path), intruder));
  return places.map((path) => {
    const copy = structuredClone(body);
    Object.defineProperty(at(copy, path), intruder, { value: 'RECOGNIZED', enumerable: true });
    return JSON.stringify(copy);
  });
};

const objectsIn = (value: unknown, path: readonly string[]): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const here = [...path, key];
        const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
        return [...(isObject ? [here] : []), ...objectsIn(inner, here)];
      });

const at = (body: Json, path: readonly string[]): object =>
  path.reduce((value: object, key) => (value as Readonly<Record<string, object>>)[key] ?? {}, body);

describe('no unexpected field gets in', () => {
  it('every route that takes a body has a validator, and a body in the table of bodies', () => {
    const taking = [...routesOf(world)].filter(([name]) => !name.startsWith('GET ') && !WITHOUT_BODY.has(name));
    const open = taking.filter(([name, { body }]) => {
      if (MULTIPART.includes(name)) return false;
      if (body === undefined) return true;
      const checks = getMetadataStorage().getTargetValidationMetadatas(body, '', true, false);
      return checks.length === 0 && body.name !== 'NoFields';
    });
    expect(open.map(([name]) => name)).toEqual([]);
    expect(
      taking
        .map(([name]) => name)
        .filter((name) => !MULTIPART.includes(name))
        .sort(),
    ).toEqual(Object.keys(BODIES).sort());
  });

  it('no two bodies share a name, so that the description tells them apart', () => {
    const bodies = new Set([...routesOf(world).values()].flatMap(({ body }) => body ?? []));
    const names = [...bodies].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(Object.keys(BODIES))('%s refuses what its form does not name, and records nothing', async (name) => {
    const request = await requestFor(world, name, world.belongings.A, world.keeper.cookie);
    const before = await world.api.ports.store.head();
    const wrong: string[] = [];
    for (const intruder of INTRUDERS) {
      for (const body of withIntruder(request.body as Json, intruder)) {
        const headers = { 'content-type': 'application/json' };
        const answer = await send(world, { ...request, body, headers });
        const named = (JSON.parse(answer.text) as { errors?: readonly { pointer: string }[] }).errors ?? [];
        const told = named.some(({ pointer }) => pointer.endsWith(`/${intruder}`));
        if (answer.status !== 400 || answer.code !== 'malformed' || !told)
          wrong.push(`${intruder}: ${String(answer.status)} ${answer.code} ${body.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await world.api.ports.store.head()).toBe(before);
  });
});

/** Each list of a body, at whatever depth. */
const listsIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        ...(Array.isArray(inner) ? [[...path, key]] : []),
        ...listsIn(inner, [...path, key]),
      ]);

describe('no list holds what its form does not', () => {
  it.each(Object.entries(BODIES))('%s', async (name) => {
    const request = await requestFor(world, name, world.belongings.A, world.keeper.cookie);
    const before = await world.api.ports.store.head();
    const wrong: string[] = [];
    for (const path of listsIn(request.body)) {
      for (const odd of [[[]], [null], [{}], [[{}]]]) {
        const body = structuredClone(request.body) as Json;
        const [last = '', ...rest] = path.toReversed();
        Object.assign(at(body, rest.toReversed()), { [last]: odd });
        const answer = await send(world, { ...request, body });
        if (answer.status !== 400) wrong.push(`/${path.join('/')} ${JSON.stringify(odd)}: ${String(answer.status)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await world.api.ports.store.head()).toBe(before);
  });
});
