import type { EvidenceRef } from '#domain';
import type { TestPostgres } from '#support';
import type { Life } from '#support/histories';
import { startPostgres } from '#support';
import { commune, CYCLE, ENDINGS, furniture, id, lifeOf, PROVINCE, reportLifeOf, sampleLife } from '#support/histories';
import { getCommendation, listCommendations } from './commendation-book/queries.ts';
import { getDecision, isPaperShownTo, listDecisions, listNumbers } from './decision-book/queries.ts';

import { allPages, type Page, type Scope } from './paging/page.ts';
import { searchRegistrations } from './register/queries.ts';
import { getCycle, getRegulation, listCycles, listRegulations } from './rules/queries.ts';
import { knownFigures } from './statistics/known-figures.ts';
import { movementStatistics } from './statistics/queries.ts';
import { withNames } from './names/queries.ts';
import { listTasks } from './tasks/queries.ts';
import { happening } from './testing/history.ts';
import { planOf } from './testing/plan.ts';
import { openProjectedLog } from './testing/projected-log.ts';
import type { ProjectedLog } from './testing/projected-log.ts';
import { getTimeline } from './timeline/queries.ts';
import { getAudit, type Auditing, type AuditQuery } from './audit/queries.ts';
import type { Reading } from './audit/reading.ts';
import type { TimelineEntry } from './timeline/entries.ts';
import { listPeople } from './units/people-queries.ts';
import { getUnit, listUnits } from './units/queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;

const officer = id('person', 1);
const office = {
  appointmentId: id('appointment', 1),
  personId: officer,
  unitId: commune(1),
  role: 'UNIT_OFFICER',
} as const;
const document = { number: '1-QĐ', issuedOn: '2026-01-01' };
const appointed = happening(`person-${officer}`, {
  type: 'PersonAppointed',
  data: { ...office, from: '2026-01-01', document },
});

/** By the clock in Vietnam on 1 July already. */
const AFTER_MIDNIGHT = '2026-06-30T17:30:00.000Z';
const deputy = id('person', 777);
const chosen = happening(
  `recipient-${officer}`,
  { type: 'DeliveryChosen', data: { personId: officer, email: true, language: 'vi' } },
  {
    actor: { personId: deputy, onBehalfOf: officer, role: 'UNIT_OFFICER', unitId: commune(1) },
    recordedAt: AFTER_MIDNIGHT,
  },
);
const forAnother = { ...chosen, event: { ...chosen.event, id: id('event', 777) } };

const number = (ending: Life['ending']): number => ENDINGS.indexOf(ending) + 1;

const bookId = id('book', number('recognized'));
const onPaper = happening(`numbering-${bookId}`, {
  type: 'NumbersIssuedOnPaper',
  data: { bookId, from: 80, to: 90 },
});

/** A unit of its own that changes its name. */
const renamed = id('unit', 990);
const renaming = [
  { unitId: renamed, kind: 'UNIT', name: 'Chi bộ Một', from: '2025-07-01', parentId: PROVINCE },
  { unitId: renamed, name: 'Chi bộ Hai', from: '2026-07-01' },
] as const;
const history = [
  happening(`unit-${renamed}`, { type: 'UnitEstablished', data: renaming[0] }),
  happening(`unit-${renamed}`, { type: 'UnitRenamed', data: renaming[1] }),
].map((each, index) => ({ ...each, event: { ...each.event, id: id('event', 991 + index) } }));

const neverTaken = { ...onPaper, event: { ...onPaper.event, id: id('event', 90) } };

/** A dossier that lacks something, to be supplemented by a day. */
const LACKING = id('registration', 91);
const asked = happening(`registration-${LACKING}`, {
  type: 'SupplementRequired',
  data: { registrationId: LACKING, missing: ['Biên bản'], dueOn: '2026-06-20' },
});
const lacking = [
  ...lifeOf(91, { ...sampleLife(91), ending: 'drafted', unit: 2 }),
  { ...asked, event: { ...asked.event, id: id('event', 95) } },
];

/** An issued decision that names a model of each of two communes, with its paper; and a draft that names them too. */
const SHARED = id('decision', 960);
const DRAFT = id('decision', 961);
const SCAN: EvidenceRef = {
  ...{ evidenceId: id('evidence', 960), kind: 'DECISION' as const, fileName: 'QĐ 77.pdf', sha256: 'd'.repeat(64) },
  ...{ addedBy: officer, addedAt: '2026-12-01T01:00:00.000Z' },
};
const shared = (() => {
  const named = [92, 91].map((each) => ({
    ...{ kind: 'registration', id: id('registration', each), reason: `Vì sao ${String(each)}` },
  })) as { kind: 'registration'; id: string; reason: string }[];
  const manifest = named.map((item) => ({ ...item, revision: 1 }));
  const draft = { unitId: PROVINCE, act: 'REFUSE_RECOGNITION', title: 'Hai xã', items: named } as const;
  const paper = { number: 77, symbol: 'QĐ/TU', issuerId: PROVINCE, docType: 'QĐ', issuedOn: '2026-12-01' };
  const [decisionId, stream] = [SHARED, `decision-${SHARED}`];
  return [
    happening(`decision-${DRAFT}`, { type: 'DecisionDrafted', data: { decisionId: DRAFT, ...draft } }),
    happening(stream, { type: 'DecisionDrafted', data: { decisionId, ...draft } }),
    happening(stream, { type: 'DecisionFrozen', data: { decisionId, manifest, manifestSha256: 'e'.repeat(64) } }),
    happening(stream, {
      type: 'DecisionIssued',
      data: {
        ...{ decisionId, act: 'REFUSE_RECOGNITION', unitId: PROVINCE, documentNumber: { ...paper, text: '77-QĐ/TU' } },
        ...{ signerId: id('person', 3), capacity: 'TM.', manifest },
      },
    }),
    happening(stream, { type: 'SignedPaperFiled', data: { decisionId, paper: SCAN } }),
    ...named.map((item) =>
      happening(stream, {
        type: 'DecisionItemRejected',
        data: { decisionId, ...item, reason: 'changed-after-freeze' },
      }),
    ),
  ].map((each, index) => ({ ...each, event: { ...each.event, id: id('event', 960 + index) } }));
})();

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  const lives = ENDINGS.flatMap((ending) => lifeOf(number(ending), { ...sampleLife(number(ending)), ending }));
  await projected.happens([
    ...furniture(),
    appointed,
    ...history,
    ...lives,
    neverTaken,
    ...lacking,
    forAnother,
    ...lifeOf(92, { ...sampleLife(92), ending: 'drafted', unit: 5 }),
    ...shared,
    ...reportLifeOf(1, { ending: 'submitted', unitId: commune(1) }),
  ]);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

const everybody = { scope: 'all' } as const;

describe('every list', () => {
  const pagesOf = (list: (query: object) => Promise<Page<{ readonly id: string }>>) => async (sort: string) =>
    (await allPages((page) => list({ ...page, ...everybody, sort, limit: 2 }))).map((each) => each.id);

  it.each([
    ['decisions', listDecisions, ['issuedOn', 'title']],
    ['commendations', listCommendations, ['statusSince', 'recipientName', 'proposedOn']],
    ['units', listUnits, ['name', 'from']],
    ['cycles', listCycles, ['year', 'name']],
    ['regulations', listRegulations, ['fromOn', 'title']],
  ] as const)('of %s is paged through once, in the order that is asked for', async (_, list, sorts) => {
    const seen = pagesOf((query) => list(projected.db, query as never));
    for (const sort of sorts) {
      const ids = await seen(sort);
      expect(new Set(ids).size).toBe(ids.length);
      expect([sort, await seen(`-${sort}`)]).toEqual([sort, ids.toReversed()]);
    }
    expect(new Set(await Promise.all(sorts.map(async (sort) => (await seen(sort)).length))).size).toBe(1);
  });

  it('is in that order', async () => {
    const units = (await listUnits(projected.db, { ...everybody, sort: '-from' })).items.map(({ from }) => from);
    expect(units).toEqual(units.toSorted().reverse());
    const { items } = await listCommendations(projected.db, { ...everybody, sort: 'proposedOn' });
    expect(items.map(({ proposedOn }) => proposedOn)).toEqual(items.map(({ proposedOn }) => proposedOn).toSorted());
  });

  it('is read in the order of an index, however long it is', async () => {
    await projected.pool
      .query(`insert into read_models.decisions (id, unit_id, act, title, status, item_count, drafted_by,
        applied, rejected, revision, position, effective_on, recorded_at, folded)
      select 'd' || n, 'u', 'RECOGNIZE', 'Quyết định ' || n, 'DRAFT', 1, 'p', 0, 0, 0, 1e6 + n, '2027-01-01', '2027', 'x'
      from generate_series(1, 5000) n`);
    await projected.pool.query('analyze read_models.decisions');
    for (const sort of ['-issuedOn', 'issuedOn', 'title', '-title'] as const) {
      const plan = await planOf(projected.db, (db) => listDecisions(db, { ...everybody, sort }));
      expect([sort, plan.match(/^.*\bSort {2}\(.*$/mu)?.[0]]).toEqual([sort, undefined]);
    }
    await projected.pool.query(`delete from read_models.decisions where position > 1e6`);
  });
});

describe('the decision book', () => {
  it.each(['77–QĐ/TU', 'Số 77-QĐ/TU', '77 - qd / tu', ' 077-QĐ/TU ', 'số 77-QĐ', '77-', '77 qd tu', '77-QĐ/TU 2026'])(
    'finds the number that is typed as %s',
    async (typed) => {
      const { items } = await listDecisions(projected.db, { ...everybody, q: typed });
      expect(items.map(({ numberText }) => numberText)).toEqual(['77-QĐ/TU']);
    },
  );

  it('finds nothing by a mark alone that stands nowhere', async () => {
    expect((await listDecisions(projected.db, { ...everybody, q: '&' })).items).toEqual([]);
  });

  it('lists decisions with their number and shows what became of each item', async () => {
    const { items } = await listDecisions(projected.db, { scope: 'all', act: 'RECOGNIZE' });
    expect(items.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    const found = await getDecision(projected.db, { id: id('decision', number('recognized')), scope: 'all' });
    expect(found?.numberText).toBe(`${number('recognized')}-QĐ/TU`);
    const { name, unit } = sampleLife(number('recognized'));
    expect(found?.items).toMatchObject([{ outcome: 'APPLIED', name, unitId: commune(unit) }]);
  });

  it('shows a unit that an issued decision names what it says of the unit, and the paper', async () => {
    const scope = { unitIds: [commune(2)] };
    const reader = { scope, concerned: scope.unitIds };
    const own = id('registration', 91);
    const one = (query: object) => getDecision(projected.db, { id: SHARED, ...reader, ...query });
    const outcomeSentence = { vi: 'đã thay đổi sau khi chốt danh sách', en: 'it changed after the list was frozen' };
    expect(await one({})).toMatchObject({
      ...{ partial: true, items: [{ itemId: own, outcomeSentence, nameNow: null }], papers: [SCAN] },
    });
    expect((await one({}))?.items).toHaveLength(1);
    const { items } = await listDecisions(projected.db, { ...reader, act: 'REFUSE_RECOGNITION' });
    expect(items).toMatchObject([{ id: SHARED, fileSha256: SCAN.sha256 }]);
    const trail = await getTimeline(projected.db, { subject: `decision-${SHARED}`, items: [own] });
    expect(trail.items.map(({ type }) => type)).toEqual([
      'DecisionDrafted',
      'DecisionFrozen',
      'DecisionIssued',
      'SignedPaperFiled',
      'DecisionItemRejected',
    ]);
    const other = id('registration', 92);
    expect([JSON.stringify(trail), JSON.stringify(await one({}))].filter((told) => told.includes(other))).toEqual([]);
    expect(trail.items[2]?.sentence.vi).toContain('cho 2 mục');
    expect(await one({ scope: { unitIds: [PROVINCE] } })).toMatchObject({ partial: false, items: [{}, {}] });
    expect(await isPaperShownTo(projected.db, { evidenceId: SCAN.evidenceId, ...reader })).toBe(true);
  });

  it('shows it to no other unit, and no draft', async () => {
    const elsewhere = { scope: { unitIds: [commune(3)] }, concerned: [commune(3)] };
    const silent = { scope: { unitIds: [commune(2)] }, concerned: [] };
    for (const reader of [elsewhere, silent]) {
      expect(await getDecision(projected.db, { id: SHARED, ...reader })).toBeUndefined();
      expect(await isPaperShownTo(projected.db, { evidenceId: SCAN.evidenceId, ...reader })).toBe(false);
      expect((await listDecisions(projected.db, reader)).items.map((each) => each.id)).not.toContain(SHARED);
    }
    const reader = { scope: { unitIds: [commune(2)] }, concerned: [commune(2)] };
    expect(await getDecision(projected.db, { id: DRAFT, ...reader })).toBeUndefined();
    const before = { ...reader, id: SHARED, knownAt: '2026-11-30T00:00:00.000Z' };
    expect(await getDecision(projected.db, before)).toBeUndefined();
  });

  it('lists the decisions of a signer', async () => {
    const signed = async (signerId: string) => (await listDecisions(projected.db, { scope: 'all', signerId })).items;
    const all = (await listDecisions(projected.db, { scope: 'all' })).items;
    const [{ signerId } = { signerId: null }] = all.filter(({ status }) => status === 'COMPLETED');
    expect(await signed(signerId ?? '')).toEqual(all.filter((one) => one.signerId === signerId));
    expect(await signed(id('person', 778))).toEqual([]);
  });

  it('shows a decision as it stood before its items were applied', async () => {
    const asked = {
      id: id('decision', number('recognized')),
      scope: 'all',
      knownAt: '2026-03-02T01:45:00.000Z',
    } as const;
    const then = await getDecision(projected.db, asked);
    expect(then).toMatchObject({ status: 'ISSUED', items: [{ outcome: 'PENDING' }] });
  });

  it('lists the numbers with the decisions that bear them', async () => {
    const { items: all } = await listNumbers(projected.db, { scope: 'all', year: 2026, issuerId: PROVINCE });
    const items = all.filter(({ decisionId }) => decisionId !== null);
    expect(items).toHaveLength(4);
    expect(items.every(({ decisionStatus }) => decisionStatus === 'COMPLETED')).toBe(true);
    expect(items.every(({ status }) => status === 'ISSUED')).toBe(true);
  });

  it('has the numbers that were given out on paper in the book of its year and issuer', async () => {
    const scope = { unitIds: [PROVINCE] };
    const { items } = await listNumbers(projected.db, { scope, year: 2026, issuerId: PROVINCE });
    expect(items).toHaveLength(5);
    expect(items.filter((each) => each.bookId === bookId).map(({ nextNumber }) => nextNumber)).toEqual([91, 91]);
    expect(items.find((each) => each.lastNumber === 90)).toMatchObject({ status: 'ON_PAPER', issuerId: PROVINCE });
    expect((await listNumbers(projected.db, { scope, year: 2025 })).items).toEqual([]);
  });

  it('finds a decision by part of its number', async () => {
    const { items } = await listDecisions(projected.db, { scope: 'all', q: `${number('revoked')}-qđ/` });
    expect(items.map(({ id: one }) => one)).toEqual([id('decision', number('revoked'))]);
  });
});

describe('the commendation book', () => {
  it('lists who was commended for which model', async () => {
    const { items } = await listCommendations(projected.db, { scope: 'all', status: ['AWARDED'], q: 'to dan van' });
    expect(items).toHaveLength(2);
    const one = await getCommendation(projected.db, { id: id('commendation', number('commended')), scope: 'all' });
    expect(one).toMatchObject({ status: 'AWARDED', registrationId: id('registration', number('commended')) });
  });
});

describe('the statistics', () => {
  it('count acts, not states: a revoked recognition stays counted and is shown as an adjustment', async () => {
    const { total } = await movementStatistics(projected.db, { today: '2026-12-31', scope: 'all', cycleIds: [CYCLE] });
    expect(total).toMatchObject({
      registered: 8,
      distinctModels: 8,
      recognized: 3,
      refused: 1,
      proposed: 2,
      commended: 2,
    });
    expect(total.recognizedCollectives + total.recognizedIndividuals).toBe(3);
    expect(total.adjustments).toMatchObject({ revoked: 1, revokedLater: 0 });
    expect(total.shares.recognizedOfRegistered).toEqual({ numerator: 3, denominator: 8 });
  });

  it('reproduce a closed figure by its cut-off, with the later revocation beside it', async () => {
    const { total } = await movementStatistics(projected.db, {
      today: '2026-12-31',
      scope: 'all',
      knownAt: '2026-03-02T01:48:00.000Z',
    });
    expect(total).toMatchObject({ recognized: 3, adjustments: { revoked: 0, revokedLater: 1 } });
  });

  it.each(['unit', 'field', 'subjectType', 'cycle'] as const)('group by %s into parts that add up', async (groupBy) => {
    const { total, groups } = await movementStatistics(projected.db, { today: '2026-12-31', scope: 'all', groupBy });
    expect(groups.reduce((sum, group) => sum + group.registered, 0)).toBe(total.registered);
    expect(groups.reduce((sum, group) => sum + group.recognized, 0)).toBe(total.recognized);
  });

  it('let tags overlap: their sum is not the total', async () => {
    const { total, groups } = await movementStatistics(projected.db, {
      today: '2026-12-31',
      scope: 'all',
      groupBy: 'tag',
    });
    expect(groups.find(({ key }) => key === 'NONG_THON_MOI')?.registered).toBe(total.registered);
    expect(groups.find(({ key }) => key === 'GIAM_NGHEO')?.registered).toBeGreaterThan(0);
  });

  it('roll units up to those they are shown under', async () => {
    const unitIds = Array.from({ length: 8 }, (_, index) => commune(index));
    const unitGroups = [{ groupId: PROVINCE, unitIds }];
    const { groups } = await movementStatistics(projected.db, {
      today: '2026-12-31',
      scope: 'all',
      groupBy: 'unit',
      unitGroups,
    });
    expect(groups).toMatchObject([{ key: PROVINCE, keyName: 'Tỉnh minh họa', registered: 8 }]);
  });

  it('count only what the reader may see', async () => {
    const { total } = await movementStatistics(projected.db, {
      ...{ today: '2026-12-31', scope: { unitIds: [commune(number('recognized'))] } },
    });
    expect(total.registered).toBe(1);
  });
});

describe('the figures of a report that the log knows', () => {
  const definitions = [
    { code: 'DANG_KY', name: 'Mô hình đăng ký', known: 'REGISTERED' },
    { code: 'CONG_NHAN', name: 'Mô hình được công nhận', known: 'RECOGNIZED' },
    { code: 'DIEN_HINH', name: 'Tiêu biểu', known: 'TYPICAL' },
    { code: 'TUYEN_TRUYEN', name: 'Buổi tuyên truyền' },
  ] as const;
  const of = (ending: Life['ending'], from = '2026-03-02', until = '2026-03-02') =>
    knownFigures(projected.db, { unitId: commune(number(ending)), from, until, definitions });

  it('are the acts of the unit in the period: 0 where nothing happened, nothing where the unit must say', async () => {
    expect(await of('recognized')).toEqual({ DANG_KY: 1, CONG_NHAN: 1, DIEN_HINH: 0 });
    expect(await of('registered')).toEqual({ DANG_KY: 1, CONG_NHAN: 0, DIEN_HINH: 0 });
    expect(await of('recognized', '2026-03-03', '2026-12-31')).toEqual({ DANG_KY: 0, CONG_NHAN: 0, DIEN_HINH: 0 });
  });

  it('keep an act that was taken back later', async () => {
    expect(await of('revoked')).toMatchObject({ CONG_NHAN: 1 });
  });
});

describe('what waits for me', () => {
  const asker = { personId: 'nobody', today: '2026-12-01' } as const;

  it('shows a unit head the drafts of their unit and nobody else’s', async () => {
    const mine = { role: 'UNIT_HEAD', scope: { unitIds: [commune(number('drafted'))] } } as const;
    const { items } = await listTasks(projected.db, { ...asker, roles: [mine], kind: 'registration' });
    expect(items).toMatchObject([
      { id: id('registration', number('drafted')), acts: [{ command: 'SubmitRegistration' }] },
    ]);
  });

  it('shows the standing body what was appraised and now needs a decision', async () => {
    const mine = { role: 'STANDING_BODY_OFFICER', scope: 'all' } as const;
    const { items } = await listTasks(projected.db, { ...asker, roles: [mine] });
    expect(items.map(({ id: one }) => one)).toContain(id('registration', number('appraised')));
    expect(items.map(({ id: one }) => one)).not.toContain(id('registration', number('recognized')));
  });

  it('shows a submitted report to the officer of the unit that receives it, as the unit’s', async () => {
    const officer = (unitId: string) => ({ role: 'STANDING_BODY_OFFICER', scope: { unitIds: [unitId] } }) as const;
    const asked = { ...asker, kind: 'report' } as const;
    const received = await listTasks(projected.db, { ...asked, roles: [officer(PROVINCE)] });
    expect(received.items).toMatchObject([{ unitId: commune(1), acts: [{ command: 'ApproveReport' }] }]);
    expect((await listTasks(projected.db, { ...asked, roles: [officer(commune(1))] })).items).toEqual([]);
  });

  it('asks the unit for a supplement until the end of its day, and from then on the standing body to let it lapse', async () => {
    const tasks = (role: 'UNIT_HEAD' | 'STANDING_BODY_OFFICER', today: string) =>
      listTasks(projected.db, { personId: 'nobody', today, roles: [{ role, scope: { unitIds: [commune(2)] } }] });
    const acts = async (...asked: Parameters<typeof tasks>) =>
      (await tasks(...asked)).items
        .filter((task) => task.id === LACKING)
        .map((task) => task.acts.map((act) => act.command));
    expect([await acts('UNIT_HEAD', '2026-06-20'), await acts('UNIT_HEAD', '2026-06-21')]).toEqual([
      [['ProvideSupplement']],
      [],
    ]);
    const officer = 'STANDING_BODY_OFFICER';
    expect([await acts(officer, '2026-06-20'), await acts(officer, '2026-06-21')]).toEqual([[], [['LapseDossier']]]);
  });

  it('shows nothing to somebody without an office', async () => {
    expect((await listTasks(projected.db, { ...asker, roles: [] })).items).toEqual([]);
  });
});

describe('units, people and rules', () => {
  it('finds units by their folded name and leaves out what did not exist yet', async () => {
    expect((await listUnits(projected.db, { scope: 'all', q: 'dong hai' })).items).toHaveLength(8);
    expect((await listUnits(projected.db, { scope: 'all', asOf: '2025-06-30' })).items).toEqual([]);
    expect((await listUnits(projected.db, { scope: 'all', parentId: PROVINCE, limit: 3 })).next).not.toBeNull();
    const unit = await getUnit(projected.db, { id: commune(1), scope: 'all', asOf: '2026-01-01' });
    expect(unit).toMatchObject({ name: 'Xã Đông Hải 2', parentId: PROVINCE, closedOn: null });
  });

  it('finds people by their folded name', async () => {
    expect((await listPeople(projected.db, { scope: 'all', q: 'dao' })).items).toMatchObject([
      { name: 'Nguyễn Thị Đào' },
    ]);
    expect((await listPeople(projected.db, { scope: { unitIds: [PROVINCE] } })).items).toEqual([]);
  });

  it('finds people by the office they hold in the units one may see', async () => {
    const { items } = await listPeople(projected.db, { scope: { unitIds: [commune(1)] }, role: 'UNIT_OFFICER' });
    expect(items).toMatchObject([{ id: officer, appointments: [{ unitId: commune(1) }] }]);
    expect((await listPeople(projected.db, { scope: 'all', role: 'AUDITOR' })).items).toEqual([]);
    expect((await listPeople(projected.db, { scope: { unitIds: [commune(2)] } })).items).toEqual([]);
    const unit = await getUnit(projected.db, { id: commune(1), scope: 'all' });
    expect(unit?.appointments).toMatchObject([{ personId: officer }]);
  });

  it('lists cycles and regulations', async () => {
    expect((await listCycles(projected.db, { year: 2026 })).items).toMatchObject([{ id: CYCLE, status: 'OPEN' }]);
    expect((await getCycle(projected.db, CYCLE))?.registrationDeadline).toBe('2026-03-31');
    const { items } = await listRegulations(projected.db, { status: 'DRAFT' });
    expect(items).toMatchObject([{ illustrative: true, fromOn: null }]);
    expect((await getRegulation(projected.db, items[0]?.id ?? ''))?.content.fields).toHaveLength(4);
  });
});

describe('names beside ids', () => {
  const named = <Answer>(answer: Answer, asOf = {}) =>
    withNames(projected.db, answer, { today: '2026-12-31', ...asOf });

  it('of a unit are the one of the day: of the decision, of the question, or of today', async () => {
    const unit = { unitId: renamed };
    const one = { ...unit, items: [unit] };
    expect(await named([{ ...one, issuedOn: '2026-06-30' }, unit])).toEqual([
      { ...one, issuedOn: '2026-06-30', unitName: 'Chi bộ Một', items: [{ ...unit, unitName: 'Chi bộ Một' }] },
      { ...unit, unitName: 'Chi bộ Hai' },
    ]);
    expect(await named({ parentId: renamed, decidedOn: null }, { asOf: '2026-01-01' })).toEqual({
      ...{ parentId: renamed, parentName: 'Chi bộ Một', decidedOn: null },
    });
    expect(await named({ ...unit, issuedOn: '2020-01-01' })).toMatchObject({ unitName: 'Chi bộ Một' });
  });

  it('are of everything that has one; null stays null, and what is told as recorded stays as it is', async () => {
    const [row] = (await searchRegistrations(projected.db, { scope: 'all', status: ['RECOGNIZED'] })).items;
    expect(
      await named({ personId: officer, cycleId: CYCLE, registrationId: row?.id, decisionId: row?.decisionId }),
    ).toMatchObject({
      ...{ personName: 'Nguyễn Thị Đào', cycleName: expect.stringContaining('2026') as string },
      ...{ registrationName: row?.name, decisionTitle: expect.any(String) as string },
    });
    expect(await named({ signerId: null, draftedBy: 'system', actor: { personId: officer } })).toEqual({
      ...{ signerId: null, signerName: null, draftedBy: 'system', draftedByName: null },
      actor: { personId: officer },
    });
    expect(await named({ cycleId: CYCLE, field: 'KINH_TE', programmeTags: ['GIAM_NGHEO', 'X'] })).toMatchObject({
      ...{ fieldName: 'Kinh tế', programmeTagNames: ['Giảm nghèo', null] },
    });
    expect(await named({ grantedBy: [officer, 'system'] })).toMatchObject({ grantedByNames: ['Nguyễn Thị Đào', null] });
  });
});

describe('the audit trail', () => {
  it('tells the whole life in both languages, with who did it and on which paper', async () => {
    const { items } = await getTimeline(projected.db, {
      subject: `registration-${id('registration', number('recognized'))}`,
    });
    expect(items.map(({ revision }) => revision)).toEqual(items.map((_, index) => index));
    expect(items.at(-1)).toMatchObject({
      type: 'ModelRecognized',
      actorName: 'Nguyễn Thị Đào',
      unitName: 'Tỉnh minh họa',
      document: `${number('recognized')}-QĐ/TU`,
      sentence: { vi: `Công nhận mô hình theo Quyết định số ${number('recognized')}-QĐ/TU ngày 15/11/2026` },
    });
  });

  it('says what a revision changed', async () => {
    const { items } = await getTimeline(projected.db, {
      subject: `registration-${id('registration', number('returned'))}`,
    });
    const name = sampleLife(number('returned')).name;
    expect(items.find(({ type }) => type === 'RegistrationRevised')?.changes).toEqual([
      { pointer: '/form/name', before: name, after: `${name} (sửa)` },
    ]);
  });

  it('says what a revision changed though the page before tells what stood there', async () => {
    const subject = `registration-${id('registration', number('returned'))}`;
    const whole = await getTimeline(projected.db, { subject });
    const revised = whole.items.findIndex(({ type }) => type === 'RegistrationRevised');
    const before = await getTimeline(projected.db, { subject, limit: revised });
    const page = await getTimeline(projected.db, { subject, limit: 1, after: before.next ?? '' });
    expect(page.items).toEqual([whole.items[revised]]);
  });

  it('pages in the order of the log', async () => {
    const subject = `registration-${id('registration', number('recognized'))}`;
    const first = await getTimeline(projected.db, { subject, limit: 4 });
    const second = await getTimeline(projected.db, { subject, limit: 4, after: first.next ?? '' });
    expect(second.items[0]?.revision).toBe(4);
  });
});

describe('the trail across everything', () => {
  const auditor = { whole: 'all', audited: 'all' } as const;
  const recognized = number('recognized');
  const ask = async (query: Partial<AuditQuery>) =>
    (await getAudit(projected.db, { ...auditor, limit: 200, ...query })).items;
  const typesIn = (entries: readonly TimelineEntry[]): ReadonlySet<string> => new Set(entries.map(({ type }) => type));

  it('tells each event once, in the order in which it was recorded, also backwards', async () => {
    const forth = await allPages((page) => getAudit(projected.db, { ...auditor, ...page, limit: 90 }));
    const positions = forth.map(({ position }) => position);
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions).toContain(await projected.store.head());
    const back = await allPages((page) => getAudit(projected.db, { ...auditor, ...page, sort: '-recordedAt' }));
    expect(back.map(({ position }) => position)).toEqual(positions.toReversed());
  });

  it('tells it as the timelines do', async () => {
    const subject = `registration-${id('registration', number('returned'))}`;
    const revised = (await getTimeline(projected.db, { subject })).items.find(
      ({ type }) => type === 'RegistrationRevised',
    );
    expect(
      (await ask({ kind: 'REGISTRATIONS', personId: officer })).filter(({ stream }) => stream === subject),
    ).toContainEqual(expect.objectContaining(revised));
    expect(revised?.changes).toHaveLength(1);
  });

  it('tells who gave which power', async () => {
    const grants = await ask({ kind: 'GRANTS' });
    expect(grants.map(({ type }) => type)).toContain('PersonAppointed');
    expect(grants.every(({ stream }) => stream.startsWith('person-'))).toBe(true);
  });

  it('tells what a person did, and what was done for them', async () => {
    expect(await ask({ personId: deputy })).toMatchObject([{ type: 'DeliveryChosen', stream: `recipient-${officer}` }]);
    const theirs = await ask({ personId: officer });
    expect(theirs.length).toBeGreaterThan(100);
    expect(theirs.filter(({ type }) => type === 'DeliveryChosen')).toMatchObject([{ actor: { personId: deputy } }]);
  });

  it('tells what stands on a number however it is typed, with the whole path of its decision', async () => {
    const found = await ask({ document: `0${recognized} - qd/tu` });
    expect(typesIn(found)).toEqual(
      new Set([
        'DecisionDrafted',
        'DecisionFrozen',
        'NumberReserved',
        'DecisionIssued',
        'ModelRecognized',
        'DecisionItemApplied',
        'DecisionCompleted',
      ]),
    );
    expect(await ask({ document: `9${recognized}-QĐ/TU` })).toEqual([]);
  });

  it('tells one model’s whole file', async () => {
    const commended = number('commended');
    const found = await ask({ modelId: id('model', commended) });
    const streams = new Set(found.map(({ stream }) => stream));
    expect(streams).toContain(`registration-${id('registration', commended)}`);
    expect(streams).toContain(`commendation-${id('commendation', commended)}`);
    expect(typesIn(found)).toContain('DecisionItemApplied');
    expect([...streams].filter((stream) => stream === `registration-${id('registration', recognized)}`)).toEqual([]);
  });

  it('tells whose a report and a commendation are, and what they are called', async () => {
    const entries = await allPages((page) => getAudit(projected.db, { ...auditor, ...page, limit: 200 }));
    const named = await withNames(projected.db, entries, { today: '2026-12-31' });
    const last = (category: string) => named.findLast(({ stream }) => stream.startsWith(`${category}-`));
    const some = expect.any(String) as string;
    expect(last('report')).toMatchObject({ ofUnitId: some, ofUnitName: some, subjectName: some });
    expect(last('commendation')).toMatchObject({ ofUnitName: some, subjectName: some, registrationName: some });
    expect(last('registration')).toMatchObject({ ofUnitName: some, subjectId: null });
    expect(last('decision')).toMatchObject({ ofUnitName: some, subjectId: null });
  });

  it('tells what was done for a unit, and what was decided about it elsewhere', async () => {
    const unitIds = [commune(1)];
    const found = await allPages((page) => getAudit(projected.db, { ...auditor, ...page, unitIds, limit: 7 }));
    const positions = found.map(({ position }) => position);
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions).toEqual((await ask({ unitIds })).map(({ position }) => position));
    const instants = found.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual(instants.toSorted());
    const elsewhere = found.filter(({ actor }) => actor.unitId !== commune(1));
    expect(typesIn(elsewhere)).toContain('ModelRegistered');
    expect(typesIn(elsewhere)).toContain('PersonAppointed');
    expect(new Set(elsewhere.map(({ ofUnitId }) => ofUnitId))).toEqual(new Set(unitIds));
    expect(found.length).toBeGreaterThan(elsewhere.length);
    const theirs = await ask({ unitIds, personId: officer });
    expect(typesIn(theirs)).toEqual(new Set([...typesIn(theirs), 'DeliveryChosen', 'ModelRegistered']));
    expect(theirs.filter(({ position }) => !positions.includes(position))).toEqual([]);
  });

  it('tells what was recorded on days in Vietnam', async () => {
    const on = (from: string, to = from) => ask({ from, to });
    expect(await on('2026-07-01')).toMatchObject([{ type: 'DeliveryChosen', recordedAt: AFTER_MIDNIGHT }]);
    expect(await on('2026-06-30')).toEqual([]);
    expect(await on('2026-06-01', '2026-06-30')).toEqual([]);
    expect(
      (await ask({ from: '2026-07-02' })).length +
        (await allPages((page) => getAudit(projected.db, { ...auditor, ...page, to: '2026-07-01' }))).length,
    ).toBe((await allPages((page) => getAudit(projected.db, { ...auditor, ...page }))).length);
  });

  it('tells of nothing beyond the units of who asks, and of people to auditors only', async () => {
    const mine: Auditing = { whole: { unitIds: [commune(1)] }, audited: { unitIds: [] } };
    const own = await ask(mine);
    expect(own.length).toBeGreaterThan(10);
    const registrations = await searchRegistrations(projected.db, { scope: { unitIds: [commune(1)] }, limit: 200 });
    const seen = new Set(registrations.items.map((one) => `registration-${one.id}`));
    expect(own.filter(({ stream }) => stream.startsWith('registration-') && !seen.has(stream))).toEqual([]);
    expect(own.filter(({ stream }) => /^(person|decision|apikey)-/u.test(stream))).toEqual([]);
    const audited = await ask({ whole: mine.whole, audited: mine.whole, kind: 'GRANTS' });
    expect(audited.map(({ stream }) => stream)).toEqual([`person-${officer}`]);
    expect(await ask({ whole: mine.whole, audited: mine.whole, kind: 'ACCOUNTS' })).toEqual([]);
    expect(await ask({ whole: 'all', audited: { unitIds: [] }, kind: 'GRANTS' })).toEqual([]);
    expect(await ask({ whole: { unitIds: [] }, audited: { unitIds: [] } })).toEqual([]);
  });

  it('reads no more of the log than it has to', async () => {
    await projected.pool.query(`insert into read_models.timeline
      select 'registration-x' || n, 1e6 + n, 'e' || n, 'registration-x' || n, 0, 'ProgressRecorded', '{}',
        json_build_object('personId', case when n % 2 = 0 then 'p-busy' else 'p' || n % 500 end,
          'onBehalfOf', case when n % 4 = 1 then 'p-busy' end, 'unitId', 'u' || n % 500), '2027-01-01T00:00:' || n, '2027-01-01', 'c', 'c', true, null
      from generate_series(1, 20000) n`);
    await projected.pool.query('analyze');
    const units: Auditing = { whole: { unitIds: [commune(1)] }, audited: { unitIds: [commune(1)] } };
    const nothing = { unitIds: [] };
    const reading = (scope: Scope): Reading => {
      return { personId: officer, scope, concerned: [commune(1)], people: [officer], sightOf: () => 'RESULT' };
    };
    const appraiser = { personId: officer, whole: nothing, otherwise: nothing };
    const questions: Partial<AuditQuery>[] = [
      {},
      { from: '2026-01-01', to: '2026-12-31' },
      { kind: 'CORRECTIONS' },
      { personId: officer },
      { unitIds: [commune(1)] },
      { document: `${recognized}-QĐ/TU` },
      { modelId: id('model', recognized) },
      units,
      { whole: nothing, audited: nothing, reading: reading({ unitIds: [commune(1)] }) },
      { whole: nothing, audited: nothing, reading: reading({ unitIds: [commune(1)] }), kind: 'APPRAISALS' },
      { whole: nothing, audited: nothing, reading: { ...reading('all'), appraiser } },
      { whole: nothing, audited: nothing, reading: reading('all') },
    ];
    for (const question of questions) {
      const plan = await planOf(projected.db, (db) => getAudit(db, { ...auditor, ...question }));
      expect([question, plan.match(/Seq Scan on timeline.*/u)?.[0]]).toEqual([question, undefined]);
      expect(plan).toContain('timeline');
    }
    const busy = await planOf(projected.db, (db) => getAudit(db, { ...auditor, personId: 'p-busy' }));
    expect([busy.match(/^.*\bSort {2}\(.*$/mu)?.[0], busy.match(/Index Scan using timeline_\w+/gu)?.length]).toEqual([
      undefined,
      2,
    ]);
    await projected.pool.query(`delete from read_models.timeline where position > 1e6`);
  });
});
