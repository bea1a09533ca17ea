import type { TestPostgres } from '#support';
import type { Happening, ReportLife } from '#support/histories';
import { startPostgres } from '#support';
import { commune, CYCLE, furniture, id, lifeOf, PROVINCE, reportLifeOf, sampleLife } from '#support/histories';
import { happening } from '../testing/history.ts';
import { openProjectedLog } from '../testing/projected-log.ts';
import type { ProjectedLog } from '../testing/projected-log.ts';
import { dutyIdOf } from './duty.ts';
import { findOpenDuties, listDutyGroups, listOpenDuties } from './queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const regulationId = id('regulation', 1);

const LIVES: readonly ReportLife[] = [
  { ending: 'owed', unitId: commune(0) },
  { ending: 'owed', unitId: commune(1) },
  { ending: 'owed', unitId: commune(2), regulationId: id('regulation', 2) },
  { ending: 'extended', unitId: commune(3) },
  { ending: 'approved', unitId: commune(4) },
  { ending: 'owed', unitId: PROVINCE, kind: 'CONSOLIDATED', dueOn: '2026-06-17' },
];

const lives = (['drafted', 'returned', 'inspected', 'recognized', 'drafted'] as const).flatMap((ending, number) =>
  lifeOf(number, { ...sampleLife(number), ending }),
);

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens([...furniture(), ...lives, ...LIVES.flatMap((life, number) => reportLifeOf(number, life))]);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

const group = { regulationId, kind: 'REPORT', dueOn: '2026-06-15' } as const;

describe('what is due', () => {
  it('is counted by what a ladder depends on', async () => {
    expect(await listDutyGroups(projected.db)).toEqual([
      { ...group, kind: 'RETURNED_REGISTRATION', dueOn: '2026-03-20', open: 1 },
      { ...group, kind: 'REGISTRATION_STEP', dueOn: '2026-03-31', open: 2 },
      { ...group, open: 2 },
      { ...group, regulationId: id('regulation', 2), open: 1 },
      { ...group, dueOn: '2026-06-17', open: 1 },
      { ...group, dueOn: '2026-06-30', open: 1 },
      { ...group, kind: 'DOSSIER_STEP', dueOn: '2026-10-31', open: 1 },
    ]);
  });

  it('is handed out piece by piece, each duty once, whatever the group', async () => {
    for (const { open, ...one } of await listDutyGroups(projected.db)) {
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const [duty] = await listOpenDuties(projected.db, { ...one, after, limit: 1 });
        if (!duty) break;
        expect(duty).toMatchObject(one);
        seen.push(duty.dutyId);
        after = duty.dutyId;
      }
      expect([...new Set(seen)].sort()).toEqual(seen);
      expect(seen).toHaveLength(open);
    }
  });

  it('says what is owed, by whom and to whom', async () => {
    const reportId = id('report', 5);
    expect(await findOpenDuties(projected.db, [dutyIdOf(reportId, 'REPORT', 1)])).toEqual([
      {
        dutyId: dutyIdOf(reportId, 'REPORT', 1),
        kind: 'REPORT',
        subjectId: reportId,
        title: '',
        report: { kind: 'CONSOLIDATED', period: { kind: 'H1', year: 2026 } },
        unitId: PROVINCE,
        ownerRole: 'STANDING_BODY_OFFICER',
        receiverId: PROVINCE,
        regulationId,
        dueOn: '2026-06-17',
        originalDueOn: '2026-06-17',
        since: '2026-03-02T01:30:00.000Z',
      },
    ]);
    const returned = dutyIdOf(id('registration', 1), 'RETURNED_REGISTRATION', 1);
    expect(await findOpenDuties(projected.db, [returned])).toMatchObject([
      { title: `${sampleLife(1).name} (sửa)`, report: null, unitId: commune(1), ownerRole: 'UNIT_OFFICER' },
    ]);
  });

  it('is no longer found once it is done', async () => {
    const ids = [4, 0].map((number) => dutyIdOf(id('report', number), 'REPORT', 1));
    expect(await findOpenDuties(projected.db, ids)).toMatchObject([{ subjectId: id('report', 0) }]);
  });
});

describe('the deadline of a cycle', () => {
  const dossier = dutyIdOf(id('registration', 2), 'DOSSIER_STEP', 1);
  const after = async <Answer>(
    last: Happening | readonly Happening[],
    ask: (db: ProjectedLog['db']) => Promise<Answer>,
  ): Promise<Answer> => {
    const other = await openProjectedLog(server);
    try {
      await other.happens([...furniture(), ...lives, ...(Array.isArray(last) ? last : [last])]);
      return await ask(other.db);
    } finally {
      await other.close();
    }
  };

  it('moves every duty that follows it, which stays the same duty', async () => {
    const extended = happening(`cycle-${CYCLE}`, {
      type: 'DeadlineExtended',
      data: {
        cycleId: CYCLE,
        step: 'DOSSIER',
        originalDueOn: '2026-10-31',
        dueOn: '2026-11-15',
        reason: 'Mưa lũ',
        document: { number: '3-CV/BDV', issuedOn: '2026-10-20' },
      },
    });
    expect(await after(extended, (db) => findOpenDuties(db, [dossier]))).toMatchObject([
      { dueOn: '2026-11-15', originalDueOn: '2026-10-31', since: '2026-12-01T01:00:00.000Z' },
    ]);
  });

  it('binds no draft that is made after it, as by an import, until it is moved', async () => {
    const drafted = (number: number, recordedAt: string) =>
      lifeOf(number, { ...sampleLife(number), ending: 'drafted' }).map(({ stream, event }) => ({
        stream,
        event: { ...event, meta: { ...event.meta, recordedAt } },
      }));
    const steps = async (db: ProjectedLog['db']) =>
      (await listDutyGroups(db)).filter(({ kind }) => kind === 'REGISTRATION_STEP');
    const last = drafted(90, '2026-03-31T16:59:59.999Z');
    const late = drafted(91, '2026-03-31T17:00:00.000Z');
    const step = { ...group, kind: 'REGISTRATION_STEP', dueOn: '2026-03-31' };
    expect(await after([...last, ...late], steps)).toEqual([{ ...step, open: 3 }]);
    const moved = { originalDueOn: '2026-03-31', dueOn: '2026-04-01', reason: 'Mưa lũ' };
    const extended = happening(`cycle-${CYCLE}`, {
      type: 'DeadlineExtended',
      data: {
        ...{ cycleId: CYCLE, step: 'REGISTRATION', ...moved },
        document: { number: '4-CV/BDV', issuedOn: '2026-03-30' },
      },
    });
    expect(await after([...last, ...late, extended], steps)).toEqual([{ ...step, dueOn: '2026-04-01', open: 4 }]);
  });

  it('is no longer owed once the cycle is closed; what has a day of its own still is', async () => {
    const closed = happening(`cycle-${CYCLE}`, { type: 'CycleClosed', data: { cycleId: CYCLE, reason: 'Hết năm' } });
    expect(await after(closed, listDutyGroups)).toEqual([
      { ...group, kind: 'RETURNED_REGISTRATION', dueOn: '2026-03-20', open: 1 },
    ]);
    expect(await after(closed, (db) => findOpenDuties(db, [dossier]))).toEqual([]);
  });
});
