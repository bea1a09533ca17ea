import { randomUUID } from 'node:crypto';
import { startApi, startPostgres, type Reply, type Session, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let communeId: string;
let otherId: string;
let officer: Session;
let colleague: Session;
let appraiser: Session;
let stranger: Session;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  communeId = await api.unit('Đảng ủy xã Đây', 'COMMUNE', province);
  otherId = await api.unit('Đảng ủy xã Kia', 'COMMUNE', province);
  const inCommune = async (name: string, role: 'UNIT_OFFICER' | 'UNIT_HEAD' | 'APPRAISER') => {
    await api.person(name, { role, unitId: communeId });
    return api.signIn(name);
  };
  officer = await inCommune('officer', 'UNIT_OFFICER');
  colleague = await inCommune('colleague', 'UNIT_HEAD');
  appraiser = await inCommune('appraiser', 'APPRAISER');
  await api.person('stranger', { role: 'UNIT_OFFICER', unitId: otherId });
  stranger = await api.signIn('stranger');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const VIEW = { list: 'registrations', name: 'Chờ tiếp nhận', query: 'status=SUBMITTED&sort=-name', columns: ['name'] };
const ifMatch = (version: number) => ({ headers: { 'if-match': `"${String(version)}"` } });
const told = ({ status, body }: Reply) => [status, body.code];
const namesOf = async (session: Session, query = ''): Promise<readonly unknown[]> =>
  (await session.get(`/api/views${query}`)).body.items.map(({ name }) => name);

describe('settings of one’s own', () => {
  it('are kept for the next sign-in, and for nobody else', async () => {
    expect((await officer.get('/api/settings')).body).toEqual({ version: 0, language: null, columns: [] });
    const wanted = { language: 'en', columns: [{ list: 'registrations', columns: ['name', 'status'] }] };
    expect((await officer.put('/api/settings', wanted)).body).toEqual({ version: 1, ...wanted });
    const again = await api.signIn('officer');
    expect((await again.get('/api/settings')).body).toEqual({ version: 1, ...wanted });
    expect((await colleague.get('/api/settings')).body).toMatchObject({ version: 0, language: null });
  });

  it('changed in another window meanwhile are not overwritten unseen', async () => {
    const first = await colleague.put('/api/settings', { language: 'vi', columns: [] }, ifMatch(0));
    expect(first.body).toMatchObject({ version: 1 });
    const stale = await colleague.put('/api/settings', { language: 'en', columns: [] }, ifMatch(0));
    expect(told(stale)).toEqual([412, 'stale-revision']);
    const seen = await colleague.put('/api/settings', { columns: [] }, ifMatch(1));
    expect(seen.body).toEqual({ version: 2, language: null, columns: [] });
    expect(told(await stranger.put('/api/settings', { columns: [] }, ifMatch(3)))).toEqual([412, 'stale-revision']);
  });

  it('are taken as they are told, and name each list once', async () => {
    const { body } = await colleague.get('/api/settings');
    expect(body['language']).toBeNull();
    const { version: _version, ...told } = body;
    expect((await colleague.put('/api/settings', told)).status).toBe(200);
    const columns = [{ list: 'registrations', columns: ['name'] }];
    const twice = await colleague.put('/api/settings', { columns: [...columns, ...columns] });
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ pointer: '/columns/1/list' }] } });
  });

  it('are bounded', async () => {
    const columns = Array.from({ length: 51 }, (_, index) => `c${String(index)}`);
    const wide = await officer.put('/api/settings', { columns: [{ list: 'registrations', columns }] });
    const strange = await officer.put('/api/settings', { columns: [{ list: 'nowhere', columns: [] }] });
    expect([wide.status, strange.status]).toEqual([400, 400]);
  });
});

describe('a saved view', () => {
  it('is found again by who saved it, and by nobody else', async () => {
    const id = randomUUID();
    const saved = await officer.put(`/api/views/${id}`, VIEW);
    expect(saved.body).toMatchObject({ ...VIEW, id, version: 1, unitId: null, personName: 'officer' });
    expect((await officer.get('/api/views?list=registrations')).body.items).toEqual([
      { ...saved.body, mayChange: true },
    ]);
    expect(await namesOf(officer, '?list=decisions')).toEqual([]);
    expect(await namesOf(colleague)).toEqual([]);
    await colleague.delete(`/api/views/${id}`);
    expect(await namesOf(officer)).toEqual([VIEW.name]);
    expect((await officer.delete(`/api/views/${id}`)).status).toBe(204);
    expect((await officer.delete(`/api/views/${id}`)).status).toBe(204);
    expect(await namesOf(officer)).toEqual([]);
  });

  it('sent twice is saved once; changed by another window it is not overwritten unseen', async () => {
    const path = `/api/views/${randomUUID()}`;
    expect((await officer.put(path, VIEW, ifMatch(1))).status).toBe(412);
    expect((await officer.put(path, VIEW)).body).toMatchObject({ version: 1 });
    expect((await officer.put(path, VIEW)).body).toMatchObject({ version: 1 });
    const other = { ...VIEW, query: 'status=DRAFT' };
    expect(told(await officer.put(path, other))).toEqual([412, 'stale-revision']);
    expect((await officer.put(path, other, ifMatch(1))).body).toMatchObject({ version: 2, query: 'status=DRAFT' });
    expect(told(await officer.put(path, VIEW, ifMatch(1)))).toEqual([412, 'stale-revision']);
    expect(told(await officer.delete(path, ifMatch(1)))).toEqual([412, 'stale-revision']);
    expect((await officer.delete(path, ifMatch(2))).status).toBe(204);
  });

  it('has a name of its own among those of its list, and one keeps fifty at most', async () => {
    await stranger.put(`/api/views/${randomUUID()}`, VIEW);
    const again = await stranger.put(`/api/views/${randomUUID()}`, { ...VIEW, name: VIEW.name.toUpperCase() });
    expect(told(again)).toEqual([409, 'view-name-taken']);
    expect((await stranger.put(`/api/views/${randomUUID()}`, { ...VIEW, list: 'reports' })).status).toBe(200);
    for (let count = 2; count < 50; count += 1)
      await stranger.put(`/api/views/${randomUUID()}`, { ...VIEW, name: `Chế độ xem ${String(count)}` });
    const more = await stranger.put(`/api/views/${randomUUID()}`, { ...VIEW, name: 'Một nữa' });
    expect(told(more)).toEqual([422, 'too-many-views']);
    expect(more.body['detail']).toContain('50');
    expect((await namesOf(stranger)).length).toBe(50);
  });

  it('is changed and removed under If-Match: * where it is there', async () => {
    const path = `/api/views/${randomUUID()}`;
    const any = { headers: { 'if-match': '*' } };
    expect(told(await colleague.put(path, VIEW, any))).toEqual([412, 'stale-revision']);
    expect(told(await colleague.delete(path, any))).toEqual([412, 'stale-revision']);
    await colleague.put(path, VIEW);
    const changed = await colleague.put(path, { ...VIEW, name: 'Tên khác' }, any);
    expect([changed.status, changed.body]).toMatchObject([200, { version: 2, name: 'Tên khác' }]);
    expect((await colleague.delete(path, any)).status).toBe(204);
  });

  it('that a unit shares is found by everybody appointed to it, and changed by who keeps its papers', async () => {
    const path = `/api/units/${communeId}/views/${randomUUID()}`;
    const shared = await officer.put(path, { ...VIEW, name: 'Của xã' });
    expect(shared.body).toMatchObject({ unitId: communeId, unitName: 'Đảng ủy xã Đây', version: 1 });
    const seenBy = async (session: Session) => (await session.get('/api/views')).body.items;
    expect(await seenBy(colleague)).toMatchObject([{ name: 'Của xã', mayChange: true }]);
    expect(await seenBy(appraiser)).toMatchObject([{ name: 'Của xã', mayChange: false }]);
    expect(await namesOf(stranger)).not.toContain('Của xã');
    expect(told(await appraiser.put(path, VIEW, ifMatch(1)))).toEqual([403, 'role-not-allowed']);
    const offered = async (session: Session) => (await session.get('/api/session')).body.appointments;
    expect(await offered(colleague)).toMatchObject([{ unitId: communeId, keepsViews: true }]);
    expect(await offered(appraiser)).toMatchObject([{ unitId: communeId, keepsViews: false }]);
    expect(told(await stranger.put(path, VIEW, ifMatch(1)))).toEqual([404, 'not-found']);
    expect(told(await stranger.delete(path))).toEqual([404, 'not-found']);
    expect((await colleague.put(path, { ...VIEW, name: 'Của xã ta' }, ifMatch(1))).body).toMatchObject({ version: 2 });
    expect(await namesOf(officer)).toEqual(['Của xã ta']);
    expect((await colleague.delete(path)).status).toBe(204);
    expect(await namesOf(officer)).toEqual([]);
  });

  it('takes the query of an address, and nothing else', async () => {
    const path = `/api/views/${randomUUID()}`;
    for (const query of ['q=x y', 'q=ơn', '<script>', `q=${'x'.repeat(2001)}`])
      expect((await officer.put(path, { ...VIEW, query })).status).toBe(400);
    expect((await officer.put(path, { ...VIEW, query: 'q=%C6%A1n&status=DRAFT' })).status).toBe(200);
  });
});
