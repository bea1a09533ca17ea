import type { DomainEvent, Role } from '#domain';
import type { EventLog } from '#event-store';
import { startPostgres, type TestPostgres } from '#support';
import {
  commune,
  CYCLE,
  furniture,
  id,
  lifeOf,
  PROVINCE,
  reportLifeOf,
  sampleLife,
  type Happening,
} from '#support/histories';
import { happening } from '../testing/history.ts';
import { planOf } from '../testing/plan.ts';
import { openProjectedLog, type ProjectedLog } from '../testing/projected-log.ts';
import { getWaiting, listTasks } from './queries.ts';

let server: TestPostgres;
let projected: ProjectedLog;
let count = 0;

/** What more happens, each under an id of its own. */
const then = (stream: string, type: string, data: object, personId = id('person', 1)): Happening => {
  const event = { type, data } as Parameters<typeof happening>[1];
  const actor = { personId, role: 'STANDING_BODY_OFFICER', unitId: PROVINCE } as const;
  const happened = happening(stream, event, { actor });
  count += 1;
  return { ...happened, event: { ...happened.event, id: id('event', 7000 + count) } };
};

/** Appends to streams that are there already, and waits until it is seen. */
const happens = async (...happenings: readonly Happening[]): Promise<void> => {
  const { store, projector } = projected;
  for (const { stream, event } of happenings) {
    const before = await store.readStream(stream, { from: 0, limit: 100 });
    const anything = store as EventLog<DomainEvent>;
    const answer = await anything.append(stream, before.length === 0 ? 'no-stream' : before.length - 1, [event]);
    if (answer.kind !== 'appended' || !(await projector.waitFor(answer.position, 10_000))) throw new Error(answer.kind);
  }
};

const acts = async (of: string, role: Role, { personId = 'somebody', unitId = PROVINCE } = {}) => {
  const scope = { unitIds: [unitId, ...(unitId === PROVINCE ? [commune(1), commune(2)] : [])] };
  const { items } = await listTasks(projected.db, { personId, today: '2026-12-01', roles: [{ role, scope }] });
  const task = items.find((each) => each.id === of);
  return task?.acts.map(({ command, act }) => (act === undefined ? command : `${command} ${act}`));
};

const BODY = 'STANDING_BODY_OFFICER';
const appraised = id('registration', 1);
const commended = id('commendation', 2);
const [asker, other] = [id('person', 41), id('person', 42)];

beforeAll(async () => {
  server = await startPostgres();
  projected = await openProjectedLog(server);
  await projected.happens([...furniture(), ...lifeOf(1, { ...sampleLife(1), ending: 'appraised', unit: 1 })]);
});

afterAll(async () => {
  await projected.close();
  await server.stop();
});

describe('what is to be decided', () => {
  const decisionId = id('decision', 71);
  const items = [{ kind: 'registration', id: appraised }];
  const draft = { decisionId, unitId: PROVINCE, act: 'RECOGNIZE', title: 'Công nhận', items };
  const stream = `decision-${decisionId}`;

  it('says for which act, and is nobody’s task while another draft is on its way', async () => {
    expect(await acts(appraised, BODY)).toEqual(['DraftDecision RECOGNIZE']);
    await happens(then(stream, 'DecisionDrafted', draft));
    expect(await acts(appraised, BODY)).toBeUndefined();
    await happens(then(stream, 'DecisionDraftCancelled', { decisionId, reason: 'Nhầm' }));
    expect(await acts(appraised, BODY)).toEqual(['DraftDecision RECOGNIZE']);
  });
});

describe('what is asked of one and kept from another', () => {
  it('a correction is approved by another than who asked for it', async () => {
    const correction = {
      correctionId: id('command', 41),
      entryRevision: 0,
      field: 'name',
      oldValue: 'A',
      newValue: 'B',
    };
    const data = {
      registrationId: appraised,
      ...correction,
      reason: 'Sai',
      document: { number: '1', issuedOn: '2026-11-01' },
    };
    await happens(then(`registration-${appraised}`, 'CorrectionRequested', data, asker));
    const both = ['DraftDecision RECOGNIZE', 'ApproveCorrection'];
    expect(await acts(appraised, BODY, { personId: other })).toEqual(both);
    expect(await acts(appraised, BODY, { personId: asker })).toEqual(both.slice(0, 1));
    const decisionId = id('decision', 72);
    const items = [{ kind: 'registration', id: appraised }];
    const draft = { decisionId, unitId: PROVINCE, act: 'RECOGNIZE', title: 'Công nhận', items };
    await happens(then(`decision-${decisionId}`, 'DecisionDrafted', draft));
    expect(await acts(appraised, BODY, { personId: other })).toEqual(['ApproveCorrection']);
    expect(await acts(appraised, BODY, { personId: asker })).toBeUndefined();
  });

  it('a commendation is decided by the body it was submitted to', async () => {
    const stream = `commendation-${commended}`;
    const unit = { unitId: commune(1), cycleId: id('cycle', 1), regulationId: id('regulation', 1) };
    const recipient = { type: 'COLLECTIVE', name: 'Tổ dân vận' };
    const kind = { achievement: { kind: 'OTHER', description: 'Hiến đất' }, form: 'PUBLIC_PRAISE', scope: 'MOVEMENT' };
    const of = { commendationId: commended };
    await projected.happens([
      then(stream, 'CommendationProposed', { ...of, ...unit, ...kind, recipient, evidence: [] }),
      then(stream, 'CommendationVerified', { ...of, note: 'Đúng' }),
      then(stream, 'CouncilReviewRecorded', { ...of, favourable: true, opinion: 'Nhất trí', minutes: MINUTES }),
      then(stream, 'CommendationSubmitted', { ...of, toUnitId: PROVINCE }),
    ]);
    expect(await acts(commended, BODY)).toEqual(['DraftDecision COMMEND']);
    expect(await acts(commended, BODY, { unitId: commune(1) })).toBeUndefined();
  });
});

describe('a report that is made of others', () => {
  it('is a task once one of those is approved', async () => {
    const whole = id('report', 11);
    await projected.happens(
      reportLifeOf(11, { ending: 'owed', kind: 'CONSOLIDATED', unitId: PROVINCE, receiverId: id('unit', 999) }),
    );
    expect(await acts(whole, BODY)).toBeUndefined();
    await projected.happens(reportLifeOf(12, { ending: 'submitted', unitId: commune(1) }));
    expect(await acts(whole, BODY)).toBeUndefined();
    await projected.happens(reportLifeOf(13, { ending: 'approved', unitId: commune(2) }));
    expect(await acts(whole, BODY)).toEqual(['ConsolidateReports']);
  });
});

it('comes by the day it is due where that is asked for, page by page, and what has none comes last', async () => {
  const DAYS = ['2026-09-01', '2026-07-01', '2026-08-01'];
  for (const [index, dueOn] of DAYS.entries())
    await projected.happens(reportLifeOf(21 + index, { ending: 'owed', unitId: commune(1), dueOn }));
  const roles = (['UNIT_OFFICER', 'UNIT_HEAD', BODY] as const).map((role) => ({ role, scope: 'all' as const }));
  const asked = { personId: 'somebody', today: '2026-12-01', roles, sort: 'dueOn' } as const;
  const told: (string | null)[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await listTasks(projected.db, { ...asked, limit: 2, ...(after === '' ? {} : { after }) });
    told.push(...page.items.map(({ dueOn }) => dueOn));
    after = page.next;
  }
  const dated = told.filter((day) => day !== null);
  expect(told).toEqual([...dated.toSorted(), ...told.filter((day) => day === null)]);
  expect(dated).toEqual(expect.arrayContaining(DAYS));
});

it('a dossier is due when its cycle ends handing it in, on the page of the model as among tasks', async () => {
  await projected.happens(lifeOf(33, { ...sampleLife(33), ending: 'inspected', unit: 1 }));
  const waiting = await getWaiting(projected.db, { id: id('registration', 33), today: '2026-12-01' });
  expect(waiting).toMatchObject({ status: 'IN_PROGRESS', dueOn: '2026-10-31', report: null });
});

it('a draft is due when its cycle ends registration, to whatever day that is moved, while the cycle is open', async () => {
  await projected.happens(lifeOf(31, { ...sampleLife(31), ending: 'drafted', unit: 1 }));
  const draft = async () => {
    const roles = [{ role: 'UNIT_HEAD', scope: 'all' }] as const;
    const { items } = await listTasks(projected.db, { personId: 'somebody', today: '2026-12-01', roles, limit: 200 });
    return items.find((each) => each.id === id('registration', 31))?.dueOn;
  };
  expect(await draft()).toBe('2026-03-31');
  const moved = { cycleId: CYCLE, step: 'REGISTRATION', originalDueOn: '2026-03-31', dueOn: '2026-04-15' };
  await happens(then(`cycle-${CYCLE}`, 'DeadlineExtended', { ...moved, reason: 'Mưa lũ', document: DOCUMENT }));
  expect(await draft()).toBe('2026-04-15');
  await happens(then(`cycle-${CYCLE}`, 'CycleClosed', { cycleId: CYCLE, reason: 'Hết đợt' }));
  expect(await draft()).toBeNull();
});

it('what others hold is read once for all tasks: row by row, a minute would not do', async () => {
  const roles = [{ role: BODY, scope: 'all' }] as const;
  const plan = await planOf(projected.db, (db) => listTasks(db, { personId: 'somebody', today: '2026-12-01', roles }));
  expect(plan.match(/(hashed )?SubPlan \d+\)/gu)?.filter((each) => !each.startsWith('hashed'))).toEqual([]);
});

const DOCUMENT = { number: '3-CV/BDV', issuedOn: '2026-03-20' };

const MINUTES = {
  ...{ evidenceId: id('evidence', 1), kind: 'MINUTES', fileName: 'bb.pdf', sha256: 'a'.repeat(64) },
  ...{ addedBy: id('person', 1), addedAt: '2026-11-01T01:00:00.000Z' },
};
