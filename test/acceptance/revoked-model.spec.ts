import { ROLES } from '#domain';
import type { Reply, Session } from '#support';
import { untilPasses, untilQuiet } from '#support/until';
import { ISSUE, lifeIn, playUntil } from './security/life.ts';
import { done, form, startWorld, upload, type World } from './security/world.ts';

/** What rests on the recognized model of unit A, by how it came to. */
interface Resting {
  readonly replicated: string;
  readonly carried: string;
  readonly drafted: string;
  readonly given: string;
  readonly commendation: string;
  /** The one carried forward was carried forward again. */
  readonly carriedAgain: string;
}

let world: World;
let source: string;
let resting: Resting;

const seen = async (session: Session, url: string): Promise<Reply['body']> => {
  await untilQuiet(world.api.ports.store);
  const head = String(await world.api.ports.store.head());
  return done(await session.get(url, { headers: { 'x-kheo-wait-for': head } }));
};

const decide = async (act: string, reason?: string): Promise<void> => {
  const items = [{ kind: 'registration', id: source, ...(reason === undefined ? {} : { reason }) }];
  const draft = { unitId: world.belongings.P.unitId, cycleId: world.cycleId, act, title: 'Về một mô hình', items };
  const { id } = done(await world.second.post('/api/decisions', draft));
  done(await world.keeper.post(`/api/decisions/${id}/freeze`));
  done(await signer.post(`/api/decisions/${id}/issue`, ISSUE));
  await untilPasses(async () => {
    expect((await world.second.get(`/api/decisions/${id}`)).body).toMatchObject({ status: 'COMPLETED' });
  });
};

let signer: Session;

const recognize = async (): Promise<string> => {
  const { keeper, second, cycleId, belongings } = world;
  const team = await world.person('scores', 'P', 'APPRAISER');
  const cast = { officer: keeper, head: keeper, body: second, appraiser: team.session, appraiserId: team.id };
  const life = lifeIn({ ...cast, freezer: keeper, signer }, cycleId, belongings.A.unitId, belongings.P.unitId);
  const id = await life.draft({ form: form('Mô hình gốc') });
  await playUntil(life, id, 'conclude');
  return id;
};

const cycleOf = async (year: number): Promise<string> => {
  const { keeper, belongings, regulationId } = world;
  const cycle = { unitId: belongings.P.unitId, name: `Năm ${year}`, year, movement: 'Dân vận khéo', regulationId };
  return done(await keeper.post('/api/cycles', { ...cycle, deadlinesOutsideYear: true })).id;
};

/** The draft that followed by itself from this one. */
const followedFrom = async (id: string, kind: 'REPLICATES' | 'CONTINUES'): Promise<string> => {
  const { items } = await seen(world.second, '/api/registrations?limit=200');
  const rows = items as unknown as readonly {
    readonly id: string;
    readonly originId: string | null;
    originKind: string;
  }[];
  return rows.find(({ originId, originKind }) => originId === id && originKind === kind)?.id ?? '';
};

const carryForward = async (id: string, year: number): Promise<string> => {
  const cycleId = await cycleOf(year);
  done(await world.keeper.post(`/api/registrations/${id}/carry-forward`, { cycleId }));
  return followedFrom(id, 'CONTINUES');
};

const restOnIt = async (): Promise<Resting> => {
  const { api, keeper, second, belongings, cycleId } = world;
  const path = `/api/registrations/${source}`;
  done(await second.post(`${path}/replicate`, { adoptingUnitId: belongings.B.unitId, cycleId }));
  const replicated = await followedFrom(source, 'REPLICATES');
  const carried = await carryForward(source, 2027);
  done(await keeper.post(`/api/registrations/${carried}/submit`));
  done(await second.post(`/api/registrations/${carried}/accept`));
  const carriedAgain = await carryForward(carried, 2028);
  const origin = { kind: 'REPLICATES', registrationId: source };
  const draft = (unitId: string, name: string) =>
    keeper.post('/api/registrations', { unitId, cycleId, origin, form: form(name) });
  const evidenceIds: string[] = [];
  for (const kind of ['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES'])
    evidenceIds.push(await upload(api, keeper, belongings.A.unitId, kind, `${kind}.txt`));
  const proposal = {
    ...{ unitId: belongings.A.unitId, cycleId, evidenceIds, form: 'PUBLIC_PRAISE', scope: 'MOVEMENT' },
    recipient: { type: 'COLLECTIVE', name: 'Nhân dân xã Đổi Mới' },
    achievement: { kind: 'RECOGNIZED_MODEL', registrationId: source },
  };
  const drafted = done(await draft(belongings.B.unitId, 'Tự soạn theo mô hình gốc')).id;
  const given = done(await draft(belongings.A1.unitId, 'Tự soạn rồi rút')).id;
  const commendation = done(await keeper.post('/api/commendations', proposal)).id;
  return { drafted, given, commendation, replicated, carried, carriedAgain };
};

const tasksAbout = async (session: Session, id: string): Promise<readonly string[]> => {
  const { items } = await seen(session, '/api/tasks?limit=200');
  const tasks = items as unknown as readonly {
    readonly id: string;
    readonly acts: readonly { readonly command: string }[];
  }[];
  return tasks.filter((task) => task.id === id).flatMap(({ acts }) => acts.map(({ command }) => command));
};

beforeAll(async () => {
  world = await startWorld();
  signer = (await world.person('signs', 'P', ...ROLES)).session;
  source = await recognize();
  await decide('RECOGNIZE');
  resting = await restOnIt();
}, 120_000);

afterAll(() => world?.stop());

it('nothing is marked while the recognition stands', async () => {
  const { items } = await seen(world.second, '/api/registrations?limit=200');
  expect(new Set(items.map((row) => row['sourceRevoked']))).toEqual(new Set([null]));
  expect(await tasksAbout(world.second, resting.replicated)).not.toContain('settle-revoked-source');
});

it('after the revocation all that rests on it is marked, and waits for the standing body', async () => {
  await decide('REVOKE_RECOGNITION', 'Kê khai gian dối');
  const { commendation, ...registrations } = resting;
  for (const id of Object.values(registrations)) {
    expect(await seen(world.second, `/api/registrations/${id}`)).toMatchObject({ id, sourceRevoked: 'PENDING' });
    expect(await tasksAbout(signer, id)).toContain('settle-revoked-source');
  }
  // Whoever took the model up does not say that it may stand.
  expect(await tasksAbout(world.second, registrations.replicated)).not.toContain('settle-revoked-source');
  expect(await seen(world.second, `/api/commendations/${commendation}`)).toMatchObject({
    achievementRevoked: 'PENDING',
  });
  expect(await tasksAbout(world.second, commendation)).toContain('settle-revoked-achievement');
  expect(await seen(world.second, `/api/registrations/${world.belongings.A.registration}`)).toMatchObject({
    sourceRevoked: null,
  });
  const { items } = await seen(world.second, `/api/registrations/${resting.replicated}/timeline`);
  expect(items.at(-1)).toMatchObject({
    type: 'SourceRevoked',
    actor: { role: 'SYSTEM' },
    sentence: { vi: expect.stringContaining('bị thu hồi công nhận theo Quyết định số 02-QĐ/TU') as unknown },
  });
});

it('the work ends by an act of somebody who did not write it, or when the registration ends', async () => {
  const { drafted, given, commendation } = resting;
  const settle = (session: Session, path: string) =>
    session.post(path, { reason: 'Tự đứng vững, không dựa vào số liệu sai' });
  const source = `/api/registrations/${drafted}/settle-revoked-source`;
  const achievement = `/api/commendations/${commendation}/settle-revoked-achievement`;
  const [own, proposal] = [await settle(world.keeper, source), await settle(world.keeper, achievement)];
  expect([own.status, own.body.code]).toEqual([422, 'own-registration']);
  expect([proposal.status, proposal.body.code]).toEqual([422, 'own-proposal']);
  done(await settle(world.second, source));
  done(await settle(world.second, achievement));
  done(await world.keeper.post(`/api/registrations/${given}/withdraw`, { reason: 'Thôi' }));
  for (const id of [drafted, given, commendation])
    expect((await tasksAbout(world.second, id)).filter((act) => act.startsWith('settle-'))).toEqual([]);
  for (const id of [drafted, given])
    expect(await seen(world.second, `/api/registrations/${id}`)).toMatchObject({ sourceRevoked: 'SETTLED' });
  expect(await seen(world.second, `/api/commendations/${commendation}`)).toMatchObject({
    achievementRevoked: 'SETTLED',
  });
  const again = await settle(world.second, source);
  expect([again.status, again.body.code]).toEqual([422, 'nothing-to-settle']);
});

it('what was to be commended for it can only be refused: the council’s favour does not bring the model back', async () => {
  const path = `/api/commendations/${resting.commendation}`;
  const { api, keeper, second, belongings } = world;
  const minutesId = await upload(api, keeper, belongings.A.unitId, 'MINUTES', 'hop.txt');
  done(await second.post(`${path}/verify`, { note: 'Đúng thực tế' }));
  done(await second.post(`${path}/record-council-review`, { favourable: true, opinion: 'Nhất trí', minutesId }));
  done(await second.post(`${path}/submit`, { toUnitId: belongings.P.unitId }));
  const candidate = async (act: string) => {
    const { items } = await seen(second, `/api/decisions/candidates?act=${act}&unit=${belongings.P.unitId}`);
    return items.find(({ id }) => id === resting.commendation);
  };
  expect(await candidate('COMMEND')).toMatchObject({ eligible: false, reason: 'model-not-recognized' });
  expect(await candidate('REFUSE_COMMENDATION')).toMatchObject({ eligible: true });
  const { items } = await seen(second, '/api/tasks?kind=commendation&limit=200');
  expect(items.find(({ id }) => id === resting.commendation)).toMatchObject({
    acts: [{ command: 'draft-decision', act: 'REFUSE_COMMENDATION' }],
  });
});
