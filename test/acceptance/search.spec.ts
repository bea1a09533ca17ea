import type { Session } from '#support';
import { until } from '#support/until';
import { done, form, startWorld, type World } from './security/world.ts';

let world: World;
let ofA: Session;
let ofB: Session;

beforeAll(async () => {
  world = await startWorld();
  ofA = (await world.person('tim-a', 'A', 'UNIT_OFFICER')).session;
  ofB = (await world.person('tim-b', 'B', 'UNIT_OFFICER')).session;
  const { unitId } = world.belongings.A;
  for (const name of ['Được mùa lúa mới', 'Hòa giải ở ủy ban xã', 'Dược liệu vườn nhà', 'Duoc tu thien']) {
    const body = { unitId, cycleId: world.cycleId, form: form(name) };
    done(await world.keeper.post('/api/registrations', body));
  }
  await world.api.unit('Ủy ban Mặt trận xã', 'UNIT', unitId);
  const head = await world.api.ports.store.head();
  await until(async () => (await world.keeper.get('/api/search?q=hoa')).body.items.length > 0);
  await world.keeper.get('/api/tasks', { headers: { 'x-kheo-wait-for': String(head) } });
}, 300_000);

afterAll(() => world?.stop());

const found = async (session: Session, q: string, more = ''): Promise<readonly Record<string, unknown>[]> =>
  (await session.get(`/api/search?q=${encodeURIComponent(q)}${more}`)).body.items;
const namesOf = async (session: Session, q: string, kind: string): Promise<unknown[]> =>
  (await found(session, q)).filter((each) => each['kind'] === kind).map(({ name }) => name);

describe('a search through everything', () => {
  it.each(['uy ban', 'ủy ban', 'uỷ ban', 'ỦY BAN', 'ủy ban'.normalize('NFD'), 'Hoà giải', 'hòa giải', 'hoa giai'])(
    'finds a model for %s, however it is typed',
    async (typed) => expect(await namesOf(ofA, typed, 'registration')).toEqual(['Hòa giải ở ủy ban xã']),
  );

  it('puts the exact spelling first', async () => {
    expect((await namesOf(ofA, 'được', 'registration'))[0]).toBe('Được mùa lúa mới');
    expect((await namesOf(ofA, 'dược', 'registration'))[0]).toBe('Dược liệu vườn nhà');
    expect((await namesOf(ofA, 'duoc', 'registration')).sort()).toEqual([
      'Duoc tu thien',
      'Dược liệu vườn nhà',
      'Được mùa lúa mới',
    ]);
    await world.api.unit('Uy Ban', 'UNIT', world.belongings.A.unitId);
    await until(async () => (await namesOf(ofA, 'uy ban', 'unit')).length === 2);
    expect(await namesOf(ofA, 'uy ban', 'unit')).toEqual(['Uy Ban', 'Ủy ban Mặt trận xã']);
    expect(await namesOf(ofA, 'Ủy ban', 'unit')).toEqual(['Ủy ban Mặt trận xã', 'Uy Ban']);
  });

  it('tells nobody of a model of another unit, but every unit of every other', async () => {
    expect(await found(ofB, 'mùa lúa mới')).toEqual([]);
    expect(await namesOf(ofB, 'mat tran', 'unit')).toEqual(['Ủy ban Mặt trận xã']);
    const [row] = await found(world.keeper, 'mùa lúa mới');
    expect(row).toMatchObject({ kind: 'registration', unitName: 'Đảng ủy xã Đổi Mới', status: 'DRAFT', number: null });
  });

  it('finds a decision by its number, and a person for who administers them', async () => {
    const { life } = world;
    const id = await life.draft({ form: form('Tổ tự quản') });
    for (const step of [
      'submit',
      'accept',
      'start',
      'request',
      'openAppraisal',
      'declare',
      'score',
      'conclude',
    ] as const)
      done(await life[step](id));
    const decision = done(await life.draftDecision(id)).id;
    done(await life.freeze(decision));
    const signer = (await world.person('ky-so', 'P', 'DECISION_SIGNER')).session;
    const issue = { symbol: 'QĐ/TU', docType: 'Quyết định', issuedOn: '2026-02-02', capacity: 'TM. Ban Thường vụ' };
    done(await signer.post(`/api/decisions/${decision}/issue`, { ...issue, fileSha256: 'a'.repeat(64) }));
    const number = await until(async () => {
      const { body } = await world.keeper.get(`/api/decisions/${decision}`);
      return typeof body['numberText'] === 'string' ? body['numberText'] : undefined;
    });
    const words = number.replace(/[-/]/gu, ' ');
    for (const typed of [
      number.toLowerCase(),
      `Số ${number.replace('-', ' – ').replace('/', ' / ')}`,
      words.toLowerCase(),
      `${number} 2026`,
    ]) {
      const rows = await found(world.keeper, typed);
      expect(rows).toContainEqual(
        expect.objectContaining({ kind: 'decision', id: decision, number, issuedOn: '2026-02-02' }),
      );
    }
    expect(await namesOf(world.keeper, 'ky-so', 'person')).toEqual(['ky-so']);
    expect(await namesOf(ofA, 'ky-so', 'person')).toEqual([]);
  });

  it('gives few of each kind, and asks for words', async () => {
    expect(await found(ofA, 'duoc', '&limit=1')).toHaveLength(1);
    expect((await ofA.get('/api/search')).status).toBe(400);
    expect((await ofA.get('/api/search?q=a&limit=21')).status).toBe(400);
  });
});
