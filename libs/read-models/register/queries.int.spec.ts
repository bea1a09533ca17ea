import type { DataOf } from '#domain';
import type { TestPostgres } from '#support';
import type { Life } from '#support/histories';
import { startPostgres } from '#support';
import { commune, CYCLE, furniture, id, lifeOf, sampleLife } from '#support/histories';
import { planOf } from '../testing/plan.ts';
import { openProjectedLog } from '../testing/projected-log.ts';
import type { ProjectedLog } from '../testing/projected-log.ts';
import { InvalidCursorError } from '../paging/page.ts';
import { getRegistration, searchRegistrations } from './queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const NAMES = [
  'Vườn dân ấm no',
  'Vận động nhân dân hiến đất',
  'Van nước sạch đầu làng',
  'Đổi mới cách làm',
  'Dời chợ ra đường lớn',
];

const named = (name: string, number: number): Life => ({
  ...sampleLife(number),
  ending: 'registered',
  name,
  tags: ['NONG_THON_MOI'],
});

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens([...furniture(), ...NAMES.flatMap((name, number) => lifeOf(number, named(name, number)))]);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

const namesFor = async (q: string): Promise<string[]> =>
  (await searchRegistrations(projected.db, { scope: 'all', q })).items.map(({ name }) => name);

describe('searching the register', () => {
  it('finds names whatever their diacritics, đ included', async () => {
    expect(await namesFor('doi moi')).toEqual(['Đổi mới cách làm']);
    expect(await namesFor('ĐỔI MỚI')).toEqual(['Đổi mới cách làm']);
  });

  it('does not care whether diacritics came composed or decomposed', async () => {
    expect(await namesFor('đổi mới'.normalize('NFD'))).toEqual(await namesFor('đổi mới'.normalize('NFC')));
    expect(await namesFor('đổi mới'.normalize('NFD'))).toHaveLength(1);
  });

  it('puts the names that match the typed diacritics first', async () => {
    expect((await namesFor('vận'))[0]).toBe('Vận động nhân dân hiến đất');
    expect((await namesFor('van'))[0]).toBe('Van nước sạch đầu làng');
    expect((await namesFor('vận')).sort()).toEqual((await namesFor('van')).sort());
  });

  it('finds a word while it is still being typed, and nothing for punctuation', async () => {
    expect(await namesFor('hien da')).toEqual(['Vận động nhân dân hiến đất']);
    expect(await namesFor(`'; drop & | ! :*`)).toEqual([]);
    expect(await namesFor('!!')).toEqual([]);
  });
});

describe('listing the register', () => {
  it('filters by cycle, unit, status, tag and type', async () => {
    const all = { scope: 'all', cycleId: CYCLE, tag: 'NONG_THON_MOI', status: ['REGISTERED'] } as const;
    expect((await searchRegistrations(projected.db, all)).items).toHaveLength(5);
    expect((await searchRegistrations(projected.db, { ...all, unitIds: [commune(1)] })).items).toHaveLength(1);
    expect((await searchRegistrations(projected.db, { ...all, subjectType: 'INDIVIDUAL' })).items).toHaveLength(2);
    expect((await searchRegistrations(projected.db, { ...all, status: ['DRAFT'] })).items).toEqual([]);
  });

  it('lists those that are named, as far as their reader sees them', async () => {
    const ids = [id('registration', 0), id('registration', 1)];
    const named = async (asked: Partial<Parameters<typeof searchRegistrations>[1]>) =>
      (await searchRegistrations(projected.db, { scope: 'all', ids, ...asked })).items.map((line) => line.id).sort();
    expect(await named({})).toEqual(ids.toSorted());
    expect(await named({ scope: { unitIds: [commune(1)] } })).toEqual([id('registration', 1)]);
    expect(await named({ ids: [] })).toEqual([]);
  });

  it('shows each reader their own units only', async () => {
    const { items } = await searchRegistrations(projected.db, { scope: { unitIds: [commune(0), commune(1)] } });
    expect(items.map(({ unitId }) => unitId).sort()).toEqual([commune(0), commune(1)].sort());
    expect((await searchRegistrations(projected.db, { scope: { unitIds: [] } })).items).toEqual([]);
  });

  it.each(['name', '-name', 'statusSince', '-registeredOn'] as const)(
    'pages through every line once, by %s',
    async (sort) => {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null;) {
        const page = await searchRegistrations(projected.db, {
          scope: 'all',
          sort,
          limit: 2,
          ...(after ? { after } : {}),
        });
        seen.push(...page.items.map(({ id: one }) => one));
        after = page.next;
      }
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    },
  );

  it('refuses a cursor that it did not hand out', async () => {
    const asked = searchRegistrations(projected.db, { scope: 'all', after: 'bm9uc2Vuc2U' });
    await expect(asked).rejects.toBeInstanceOf(InvalidCursorError);
  });
});

describe('the register as it was', () => {
  const registrationId = id('registration', 0);

  it('tells what was recorded by an instant', async () => {
    const then = await getRegistration(projected.db, {
      id: registrationId,
      sight: 'WHOLE',
      scope: 'all',
      knownAt: '2026-03-02T01:31:00.000Z',
    });
    const now = await getRegistration(projected.db, { id: registrationId, sight: 'WHOLE', scope: 'all' });
    expect([then?.status, now?.status]).toEqual(['SUBMITTED', 'REGISTERED']);
    expect(then?.dossier?.form?.name).toBe(NAMES[0]);
  });

  it('knows nothing of what was not in force yet', async () => {
    expect(
      await getRegistration(projected.db, { id: registrationId, sight: 'WHOLE', scope: 'all', asOf: '2026-03-01' }),
    ).toBeUndefined();
    expect((await searchRegistrations(projected.db, { scope: 'all', asOf: '2026-03-01' })).items).toEqual([]);
    expect((await searchRegistrations(projected.db, { scope: 'all', asOf: '2026-03-02' })).items).toHaveLength(5);
  });

  it('does not show a registration of another unit', async () => {
    expect(
      await getRegistration(projected.db, { id: registrationId, sight: 'WHOLE', scope: { unitIds: [commune(3)] } }),
    ).toBeUndefined();
  });
});

describe('what is due by a day', () => {
  const [drafted, returned, inspected, appraised, requested, remedied] = [41, 42, 43, 44, 45, 46].map((number) =>
    id('registration', number),
  );
  const due = async (asked: Partial<Parameters<typeof searchRegistrations>[1]>) => {
    const { items } = await searchRegistrations(projected.db, { scope: { unitIds: [commune(7)] }, ...asked });
    return items.map((line) => [line.id, line.dueOn]);
  };

  beforeAll(async () => {
    for (const [number, ending] of [
      [41, 'drafted'],
      [42, 'returned'],
      [43, 'inspected'],
      [44, 'appraised'],
    ] as const)
      await projected.happens(lifeOf(number, { ...sampleLife(number), ending, unit: 7 }));
    const whole = lifeOf(45, { ...sampleLife(45), ending: 'appraised', unit: 7 });
    const asked = whole.findIndex(({ event }) => event.type === 'RecognitionRequested');
    await projected.happens(whole.slice(0, asked + 1));
    await projected.happens(
      lifeOf(46, { ...sampleLife(46), ending: 'inspected', unit: 7 }).map((each) =>
        each.event.type === 'InspectionRecorded'
          ? {
              ...each,
              event: {
                ...each.event,
                data: { ...(each.event.data as DataOf<'InspectionRecorded'>), remedyDueOn: '2026-08-01' },
              },
            }
          : each,
      ),
    );
  });

  it('is told of each line: the day that was set, else the deadline of its open cycle; what is due by none comes last', async () => {
    expect(await due({ sort: 'dueOn' })).toEqual([
      [returned, '2026-03-20'],
      [drafted, '2026-03-31'],
      [remedied, '2026-08-01'],
      [inspected, '2026-10-31'],
      [requested, '2026-11-30'],
      [appraised, null],
    ]);
  });

  it.each([
    ['2026-03-20', []],
    ['2026-03-31', [returned]],
    ['2026-04-01', [returned, drafted]],
    ['2026-12-01', [returned, drafted, remedied, inspected, requested]],
  ] as const)('is overdue from the day after on: on %s', async (overdueOn, ids) => {
    expect((await due({ overdueOn, sort: 'dueOn' })).map(([one]) => one)).toEqual(ids);
    expect(await due({ overdueOn, scope: { unitIds: [commune(6)] } })).toEqual([]);
  });

  it('is of the past as far as a day was set: what a cycle waits for is no figure of a closed day', async () => {
    const [asOf, overdueOn] = ['2026-12-01', '2026-12-01'];
    expect(await due({ asOf, overdueOn, sort: 'dueOn' })).toEqual([
      [returned, '2026-03-20'],
      [remedied, '2026-08-01'],
    ]);
  });

  it('is found by indexes, however long the register is', async () => {
    await projected.pool.query(
      `insert into read_models.registrations
      select (jsonb_populate_record(r, jsonb_build_object('id', 'x' || n))).*
      from read_models.registrations r, generate_series(1, 5000) n where r.id = $1`,
      [id('registration', 0)],
    );
    await projected.pool.query('analyze read_models.registrations');
    const plan = await planOf(projected.db, (db) =>
      searchRegistrations(db, { scope: 'all', overdueOn: '2026-12-01', sort: 'dueOn' }),
    );
    expect(plan).toContain('registrations');
    expect(plan).not.toMatch(/Seq Scan on registrations/u);
  });
});
