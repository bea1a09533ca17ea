import { randomUUID } from 'node:crypto';
import { ROLES } from '#domain';
import type { Session } from '#support';
import { buildOpenApi } from '../../../apps/api/index.ts';
import { BODIES } from './bodies.ts';
import { requestFor, send } from './routes.ts';
import { startWorld, type Belongings, type World } from './world.ts';

/** Fields that name what everybody who is signed in may see, or what only administrators of the whole name. */
const SEEN_BY_ALL = new Set([
  ...['unitId', 'parentId', 'adoptingUnitId', 'toUnitId', 'cycleId', 'regulationId'],
  ...['byRegulationId', 'againstRegulationId', 'eventIds'],
]);

type Named = (foreign: Belongings) => string;
type Changed = (id: string) => Readonly<Record<string, unknown>>;

const evidence = ({ evidence: id }: Belongings): string => id;
const registration = ({ registration: id }: Belongings): string => id;
const inList =
  (name: string): Changed =>
  (id) => ({ [name]: [id] });
const alone =
  (name: string): Changed =>
  (id) => ({ [name]: id });
const draftOf =
  (act: string, kind: string): Changed =>
  (id) => ({ act, items: [{ kind, id, reason: 'Theo đề nghị' }] });
const model: Changed = (id) => ({ achievement: { kind: 'RECOGNIZED_MODEL', registrationId: id } });

/** Every field of a body that names a thing of somebody, with how it is filled in. */
const NAMING: readonly (readonly [route: string, field: string, named: Named, changed: Changed])[] = [
  [
    'POST /api/registrations',
    'registrationId',
    registration,
    (id) => ({ origin: { kind: 'CONTINUES', registrationId: id } }),
  ],
  [
    'POST /api/registrations',
    'registrationId',
    registration,
    (id) => ({ origin: { kind: 'REPLICATES', registrationId: id } }),
  ],
  ['POST /api/registrations/{id}/record-progress', 'evidenceIds', evidence, inList('evidenceIds')],
  ['POST /api/registrations/{id}/request-recognition', 'evidenceIds', evidence, inList('evidenceIds')],
  ['POST /api/registrations/{id}/provide-supplement', 'evidenceIds', evidence, inList('evidenceIds')],
  ['POST /api/registrations/{id}/open-appraisal', 'team', ({ person }) => person, inList('team')],
  ['POST /api/registrations/{id}/conclude-appraisal', 'minutesId', evidence, alone('minutesId')],
  ['POST /api/registrations/{id}/record-vote', 'minutesId', evidence, alone('minutesId')],
  ['POST /api/registrations/{id}/approve-correction', 'correctionId', registration, alone('correctionId')],
  ['POST /api/registrations/{id}/decline-correction', 'correctionId', registration, alone('correctionId')],
  ['POST /api/session/second-factor/add', 'secondFactorId', ({ person }) => person, alone('secondFactorId')],
  ['POST /api/decisions', 'id', registration, draftOf('REFUSE_RECOGNITION', 'registration')],
  ['POST /api/decisions', 'id', ({ draft }) => draft, draftOf('REVOKE_RECOGNITION', 'registration')],
  ['POST /api/decisions', 'id', ({ commendation }) => commendation, draftOf('REFUSE_COMMENDATION', 'commendation')],
  ['POST /api/decisions/{id}/issue', 'paperId', evidence, alone('paperId')],
  ['POST /api/decisions/{id}/file-paper', 'paperId', evidence, alone('paperId')],
  ['POST /api/decisions/{id}/void-number', 'bookId', ({ decision }) => decision, alone('bookId')],
  ['POST /api/commendations', 'registrationId', registration, model],
  ['POST /api/commendations', 'evidenceIds', evidence, inList('evidenceIds')],
  ['POST /api/commendations/{id}/revise', 'evidenceIds', evidence, inList('evidenceIds')],
  ['POST /api/commendations/{id}/record-council-review', 'minutesId', evidence, alone('minutesId')],
  ['POST /api/reports/{id}/submit', 'evidenceIds', evidence, inList('evidenceIds')],
  ['POST /api/people/{id}/confirm-appointment', 'appointmentId', ({ proposal }) => proposal, alone('appointmentId')],
  ['POST /api/people/{id}/decline-appointment', 'appointmentId', ({ proposal }) => proposal, alone('appointmentId')],
  ['POST /api/people/{id}/end-appointment', 'appointmentId', ({ appointment }) => appointment, alone('appointmentId')],
];

let world: World;
let inA: Session;

beforeAll(async () => {
  world = await startWorld();
  inA = (await world.person('moi-vai', 'A', ...ROLES)).session;
}, 120_000);

afterAll(() => world?.stop());

type Schema = Readonly<Record<string, unknown>> & {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly format?: string;
};

/** The names of the fields of a body that hold an id, inner ones too. */
const idFields = (schema: Schema, schemas: Readonly<Record<string, Schema>>): readonly string[] => {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const inner = ref === undefined ? schema : (schemas[ref.split('/').at(-1) ?? ''] ?? {});
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) =>
    [field.format, field.items?.format].includes('uuid') ? [name] : idFields(field.items ?? field, schemas),
  );
};

it('every field that names a thing of somebody is tried', () => {
  const { paths, components } = buildOpenApi(world.api.app);
  const schemas = (components?.schemas ?? {}) as unknown as Readonly<Record<string, Schema>>;
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(
      methods as Readonly<Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>,
    ).flatMap(([method, { requestBody }]) =>
      Object.entries(requestBody?.content ?? {})
        .filter(([type]) => type === 'application/json')
        .flatMap(([, { schema }]) => idFields(schema, schemas))
        .filter((name) => !SEEN_BY_ALL.has(name))
        .map((name) => `${method.toUpperCase()} ${path} ${name}`),
    ),
  );
  expect([...new Set(found)].sort()).toEqual([...new Set(NAMING.map(([route, field]) => `${route} ${field}`))].sort());
});

it.each(NAMING)(
  '%s answers for a %s that is not yours as if it did not exist',
  async (route, _field, named, changed) => {
    const own = world.belongings.A;
    const answered = async (id: string): Promise<object> => {
      const asked = await requestFor(world, route, own, inA.cookie);
      const body = { ...(BODIES[route]?.(own, world) ?? {}), ...changed(id) };
      const { status, code, text } = await send(world, { ...asked, body, headers: { 'x-kheo-dry-run': 'true' } });
      const told = text.replaceAll(id, '<id>').replaceAll(/[0-9a-f]{32}|"commandId":"[^"]*"|"id":"[^"]*"/gu, '');
      return { status, code, told };
    };
    const nobodys = await answered(randomUUID());
    for (const foreign of [world.belongings.B, world.belongings.B1, world.belongings.P])
      expect(await answered(named(foreign))).toEqual(nobodys);
  },
);

it('a decision is not drafted on what is not yours, nor on nothing', async () => {
  const { A, B } = world.belongings;
  for (const id of [B.registration, randomUUID()]) {
    const items = [{ kind: 'registration', id }];
    const draft = { unitId: A.unitId, act: 'RECOGNIZE', title: 'Công nhận', items };
    const { status, body } = await inA.post('/api/decisions', draft);
    expect([status, body.code]).toEqual([422, 'item-not-found']);
  }
});
