import { allPages, listUnits, searchRegistrations } from '#read-models';
import { startApi, startPostgres, type TestApi, type TestPostgres } from '#support';
import { appendAll, furniture } from '#support/histories';
import { standingRules } from '#use-cases';
import { PROJECTIONS, type Projections } from '../http/answer/projections.ts';
import { Reader } from './reader.ts';

let postgres: TestPostgres;
let api: TestApi;
let reader: Reader;
let provinceId: string;
beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  reader = api.app.get(Reader, { strict: false });
  provinceId = await api.unit('Ban Dân vận Tỉnh ủy', 'PROVINCE');
});
afterAll(async () => {
  await api.stop();
  await postgres.stop();
});

/** Waits until the read models have seen all that was recorded. */
const allSeen = async (): Promise<number> => {
  const head = await api.ports.store.head();
  expect(await api.app.get<Projections>(PROJECTIONS).waitFor(head, 10_000)).toBe(true);
  return head;
};

const another = async (name: string): Promise<void> => {
  await api.unit(name, 'COMMUNE', provinceId);
  await allSeen();
};

it('claims no more of the log than its rows saw, though more is recorded while a list is made', async () => {
  const head = await allSeen();
  const list = { name: 'units', of: ['units'] } as const;
  const told = await reader.list(list, {}, async (db, page) => {
    const rows = await listUnits(db, { ...page, scope: 'all' });
    await another('Xã Một');
    return rows;
  });
  expect(told).toMatchObject({ position: head, value: { position: head, items: [{ id: provinceId }] } });
});

it('tells names from the moment of the rows, though something is renamed while they are read', async () => {
  await allSeen();
  const rename = (name: string) => api.pool.query('update read_models.unit_names set name = $1', [name]);
  const told = await reader.list({ name: 'units', of: ['units'] }, {}, async (db, page) => {
    const rows = await listUnits(db, { ...page, scope: 'all' });
    await rename('Tên khác');
    return rows;
  });
  await rename('Ban Dân vận Tỉnh ủy');
  expect(told).toMatchObject({ value: { items: [{}, { parentName: 'Ban Dân vận Tỉnh ủy' }] } });
});

it('reads all pages of a file at one moment', async () => {
  const head = await allSeen();
  const told = await reader.ask(['units'], (db) =>
    allPages(async (page) => {
      const found = await listUnits(db, { ...page, limit: 1, scope: 'all' });
      if (page.after === undefined) await another('Xã Hai');
      return found;
    }),
  );
  expect(told.position).toBe(head);
  expect(told.value.map(({ name }) => name)).not.toContain('Xã Hai');
});

it('knows the calendars by which reports stand as of the moment of the reports', async () => {
  const { store } = api.ports;
  const regulation = furniture().filter(({ stream }) => stream.startsWith('regulation-'));
  const whole = ['report-board', 'rules'] as const;
  const before = await reader.ask(whole, async (db) => {
    await appendAll(store, regulation);
    await allSeen();
    return standingRules(db, store, {});
  });
  const after = await reader.ask(whole, (db) => standingRules(db, store, {}));
  expect([before.value.size, after.value.size]).toEqual([0, 1]);
});

it('claims no more than a stopped read model saw that the answer is made of', async () => {
  const head = await allSeen();
  await api.pool.query(`update read_models.projections set status = 'stopped', position = 0 where name = 'register'`);
  const registrations = await reader.ask(['register'], (db) => searchRegistrations(db, { scope: 'all' }));
  const units = await reader.ask(['units'], (db) => listUnits(db, { scope: 'all' }));
  expect([registrations.position, units.position]).toEqual([0, head]);
});

it('lets nothing be written by who asks', async () => {
  const writes = reader.ask(['units'], (db) => db.deleteFrom('units').execute());
  await expect(writes).rejects.toThrow('read-only');
});
