import fc from 'fast-check';
import { sql } from 'kysely';
import { openPool } from '#postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestPostgres } from '#support';
import type { Happening, Life, ReportLife } from '#support/histories';
import { startPostgres } from '#support';
import {
  appendAll,
  commune,
  ENDINGS,
  furniture,
  id,
  interleave,
  lifeOf,
  remindersOf,
  REPORT_ENDINGS,
  reportLifeOf,
  sampleLife,
} from '#support/histories';
import { allProjections } from '../all.ts';
import { dutyIdOf } from '../duties/duty.ts';
import type { Projection } from '../projection.port.ts';
import { searchRegistrations } from '../register/queries.ts';
import { startProjector } from './projector.ts';
import { readProjectionStatus } from './status.ts';
import { clock, openProjectedLog, quietLogger } from '../testing/projected-log.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

const life: fc.Arbitrary<Life> = fc.record({
  ending: fc.constantFrom(...ENDINGS),
  name: fc.constantFrom('Vườn dân', 'Đổi mới', 'Tổ 5 “nhất”', "Xóm 'Đình'\\"),
  individual: fc.boolean(),
  field: fc.constantFrom('KINH_TE', 'VAN_HOA_XA_HOI'),
  tags: fc.subarray(['NONG_THON_MOI', 'GIAM_NGHEO']),
  unit: fc.nat(7),
});

const reportLife: fc.Arbitrary<ReportLife> = fc.record({
  ending: fc.constantFrom(...REPORT_ENDINGS),
  unitId: fc.nat(7).map(commune),
  kind: fc.constantFrom('OWN', 'CONSOLIDATED'),
});

const remindersOfReport = (number: number, { unitId }: ReportLife): Happening[] => {
  const subjectId = id('report', number);
  const dutyId = dutyIdOf(subjectId, 'REPORT', 1);
  return remindersOf(number, { dutyId, kind: 'REPORT', subjectId, unitId, dueOn: '2026-06-15' });
};

/** Lives of several registrations and reports, as the log saw them. */
const histories: fc.Arbitrary<Happening[]> = fc
  .tuple(fc.array(life, { minLength: 1, maxLength: 25 }), fc.array(reportLife, { minLength: 1, maxLength: 10 }))
  .map(([registrations, reports]) => [
    ...furniture(),
    ...interleave([
      ...registrations.map((one, number) => lifeOf(number, one)),
      ...reports.map((one, number) => reportLifeOf(number, one)),
      ...reports.map((one, number) => remindersOfReport(number, one)),
    ]),
  ]);

describe('a rebuild', () => {
  it('equals the live tables row by row, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 60 }), async (history, batchSize) => {
        const projected = await openProjectedLog(server, { batchSize });
        try {
          await projected.happens(history);
          const report = await projected.projector.rebuild();
          expect(report.projections.map(({ name }) => name)).toEqual(allProjections.map(({ name }) => name));
          expect(report.projections.every(({ compared }) => compared)).toBe(true);
          expect(report.projections.flatMap(({ differences }) => differences)).toEqual([]);
        } finally {
          await projected.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('lists a row that somebody changed in the live tables, and puts it right', async () => {
    const projected = await openProjectedLog(server);
    await projected.happens(lifeOf(1, sampleLife(1)));
    await sql`update read_models.registrations set name = 'Tên khác'`.execute(projected.db);
    const report = await projected.projector.rebuild({ names: ['register'] });
    const { items } = await searchRegistrations(projected.db, { scope: 'all' });
    await projected.close();
    expect(report.projections[0]?.differences).toMatchObject([{ table: 'registrations', live: { name: 'Tên khác' } }]);
    expect(items[0]?.name).toBe(sampleLife(1).name);
  }, 30_000);

  it('happens by itself when the meaning of a read model has changed', async () => {
    const projected = await openProjectedLog(server);
    await projected.happens(lifeOf(1, sampleLife(1)));
    await projected.projector.stop();
    await sql`update read_models.registrations set name = 'Theo nghĩa cũ'`.execute(projected.db);
    const projections = allProjections.map((one) => (one.name === 'register' ? { ...one, version: 99 } : one));
    const newer = await startProjector({
      store: projected.store,
      pool: projected.pool,
      clock,
      logger: quietLogger,
      projections,
    });
    const status = await newer.projectionStatus();
    const { items } = await searchRegistrations(projected.db, { scope: 'all' });
    await newer.stop();
    await projected.close();
    const version = 99 + projected.store.upcasts;
    expect(status.find(({ name }) => name === 'register')).toMatchObject({ version, lagEvents: 0 });
    expect(items[0]?.name).toBe(sampleLife(1).name);
  }, 30_000);

  it.each(['{"5"}, NULL', 'back\\slash', '  NULL'])(
    'keeps the name %s as it was typed',
    async (name) => {
      const projected = await openProjectedLog(server);
      await projected.happens(lifeOf(1, { ...sampleLife(1), name, ending: 'recognized' }));
      const { items } = await searchRegistrations(projected.db, { scope: 'all' });
      await projected.close();
      expect(items[0]).toMatchObject({ name, programmeTags: sampleLife(1).tags });
    },
    30_000,
  );

  it('leaves the projections following the log behind the switch', async () => {
    const projected = await openProjectedLog(server, { leaseMs: 300 });
    await projected.happens(lifeOf(1, sampleLife(1)));
    await projected.projector.rebuild();
    await projected.happens(lifeOf(2, sampleLife(2)));
    const { items } = await searchRegistrations(projected.db, { scope: 'all' });
    await projected.close();
    expect(items).toHaveLength(2);
  }, 30_000);
});

describe('an event a projection cannot digest', () => {
  const poisoned: Projection = {
    name: 'poisoned',
    version: 1,
    categories: ['registration'],
    tables: [{ name: 'poisoned', columns: { position: 'double precision' }, key: ['position'], indexes: [] }],
    apply: async (events, tx) => {
      for (const { position, type } of events) {
        if (type === 'ModelRegistered') throw new Error('no such field');
        await sql`insert into poisoned values (${position}::double precision)`.execute(tx);
      }
    },
  };

  it('stops that projection alone, with the cause and the place, and the others go on', async () => {
    const errors: object[] = [];
    const logger = { info: () => undefined, warn: () => undefined, error: (details: object) => errors.push(details) };
    const projected = await openProjectedLog(server, { projections: [...allProjections, poisoned], logger });
    await projected.happens(lifeOf(1, { ...sampleLife(1), ending: 'registered' }));
    for (let tries = 0; tries < 100 && errors.length === 0; tries += 1) await sleep(20);
    const status = await projected.projector.projectionStatus();
    const { items } = await searchRegistrations(projected.db, { scope: 'all' });
    await projected.close();
    expect(status.find(({ name }) => name === 'poisoned')).toMatchObject({
      status: 'stopped',
      error: 'no such field',
      errorPosition: 3,
      position: 2,
      lagEvents: 1,
    });
    expect(errors).toHaveLength(1);
    expect(items).toMatchObject([{ id: id('registration', 1), status: 'REGISTERED' }]);
  }, 30_000);
});

describe('a projection that is far behind', () => {
  it('holds no other up: they go on to the head while it is still at its first event', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const behind: Projection = {
      ...{ name: 'behind', version: 1, categories: ['registration'] },
      tables: [{ name: 'behind', columns: { position: 'double precision' }, key: ['position'], indexes: [] }],
      apply: async () => released,
    };
    const projected = await openProjectedLog(server, { projections: [...allProjections, behind], leaseMs: 60_000 });
    const isThere = ({ name, lagEvents }: { name: string; lagEvents: number }) => name === 'behind' || lagEvents === 0;
    await appendAll(projected.store, lifeOf(1, sampleLife(1)));
    await appendAll(projected.store, lifeOf(2, sampleLife(2)));
    while (!(await projected.projector.projectionStatus()).every(isThere)) await sleep(20);
    const { items } = await searchRegistrations(projected.db, { scope: 'all' });
    const status = await projected.projector.projectionStatus();
    release(undefined);
    await projected.close();
    expect(items).toHaveLength(2);
    expect(status.find(({ name }) => name === 'behind')).toMatchObject({ status: 'running', position: 0 });
  }, 20_000);
});

describe('the state of the read models', () => {
  it('can be read without a projector, also before anything was projected', async () => {
    const { url } = await server.createDatabase();
    const pool = openPool({ url: url, name: 'test', connections: 10 });
    const projected = await openProjectedLog(server);
    await projected.happens(lifeOf(1, sampleLife(1)));
    const head = await projected.store.head();
    const now = '2026-12-01T01:00:00.000Z';
    const before = await readProjectionStatus({ store: projected.store, pool }, now);
    const after = await readProjectionStatus({ store: projected.store, pool: projected.pool }, now);
    await pool.end();
    await projected.close();
    expect(before).toHaveLength(allProjections.length);
    expect(before.every(({ position, lagEvents }) => position === 0 && lagEvents > 0)).toBe(true);
    expect(after).toHaveLength(allProjections.length);
    expect(
      after.every(({ status, position, lagEvents }) => status === 'running' && position === head && lagEvents === 0),
    ).toBe(true);
  }, 30_000);
});

describe('reading your own writes', () => {
  it('waits until every read model has seen a position, and says when it has not', async () => {
    const projected = await openProjectedLog(server);
    await projected.happens(lifeOf(1, sampleLife(1)));
    expect(await projected.projector.waitFor(await projected.store.head(), 1_000)).toBe(true);
    expect(await projected.projector.waitFor(1_000_000, 50)).toBe(false);
    await projected.close();
  }, 30_000);
});
