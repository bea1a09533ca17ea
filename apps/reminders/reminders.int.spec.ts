import { randomUUID } from 'node:crypto';
import { rebuildReadModels } from '#read-models';
import { startPostgres, startSmtp, type TestPostgres, type TestSmtp } from '#support';
import { openFixture, type Fixture, type FixtureOptions } from './testing/fixture.ts';

let postgres: TestPostgres;
let smtp: TestSmtp;
let fixture: Fixture;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

const open = async (options: FixtureOptions = {}, script: Parameters<typeof startSmtp>[0] = {}): Promise<Fixture> => {
  smtp = await startSmtp(script);
  fixture = await openFixture(await postgres.createDatabase(), smtp, options);
  return fixture;
};

afterEach(async () => {
  await fixture.close();
  await smtp.stop();
});

/** 08:00 in Vietnam. */
const morning = (date: string): string => `${date}T01:00:00.000Z`;
const night = (date: string): string => `${date}T15:00:00.000Z`;

const mailsTo = (personId: string | undefined) =>
  smtp.caught.filter(({ to }) => to.includes(`${personId ?? ''}@example.vn`));

const rungsSent = async () =>
  (await fixture.told())
    .filter(({ type, data }) => type === 'ReminderSent' && (data as { channel: string }).channel === 'EMAIL')
    .map(({ data }) => (data as { rungs: readonly string[] }).rungs);

describe('a report that is owed', () => {
  it('is reminded of once for each rung by mail and inbox, however often it is swept and by whomever', async () => {
    const { start, at, people, service, told } = await open({ communes: 3 });
    const [one, other] = [await start(), await start()];
    await at(one, morning('2026-06-01'));
    await Promise.all([one.sweepNow(), other.sweepNow(), one.settled(), other.settled()]);
    await at(other, morning('2026-06-01'));
    expect(smtp.caught).toHaveLength(3);
    expect(mailsTo(people['officer0'])).toHaveLength(1);
    expect((await service.listInbox(people['officer0'] ?? '', { limit: 10 })).items).toMatchObject([
      { items: [{ kind: 'REPORT', rungs: ['T-10'], workingDaysLeft: 10, unitName: 'Xã số 1' }], readAt: null },
    ]);
    expect((await told()).map(({ type }) => type)).toEqual(Array.from({ length: 6 }, () => 'ReminderSent'));
    expect(await service.status()).toEqual({ planned: 0, queued: 0, parked: 0, oldestQueuedSeconds: 0 });
  });

  it('climbs the ladder to the receiving body, overdue and escalated once', async () => {
    const { start, at, people, told } = await open();
    const app = await start();
    for (const day of ['06-01', '06-10', '06-15', '06-16', '06-18', '06-22', '06-23'])
      await at(app, morning(`2026-${day}`));
    expect(await rungsSent()).toEqual([['T-10'], ['T-3'], ['T0'], ['T+1'], ['T+3'], ['T+5']]);
    expect([mailsTo(people['head0']), mailsTo(people['body']), mailsTo(people['chief'])].map((m) => m.length)).toEqual([
      1, 1, 1,
    ]);
    const others = (await told()).map(({ type }) => type).filter((type) => type !== 'ReminderSent');
    expect(others).toEqual(['ReportOverdue', 'ReportEscalated', 'ReportEscalated']);
  });

  it('is told of in one message for each person after forty days of silence', async () => {
    const { start, at } = await open();
    const app = await start();
    await at(app, morning('2026-06-01'));
    await at(app, morning('2026-07-11'));
    expect((await rungsSent()).sort()).toEqual([['T+1'], ['T+3'], ['T+5'], ['T-10'], ['T-3', 'T0']]);
  });

  it('waits for the morning: what fell due at night comes in one digest', async () => {
    const { start, at, people } = await open({ communes: 3, without: ['officer', 'head'] });
    const app = await start();
    await at(app, night('2026-06-16'));
    expect(smtp.caught).toHaveLength(0);
    await at(app, morning('2026-06-17'));
    expect(mailsTo(people['body'])).toHaveLength(1);
  });

  it('moves to the next rung at once when nobody is there, with a note', async () => {
    const { start, at, people, told } = await open({ without: ['officer'] });
    await at(await start(), morning('2026-06-01'));
    expect(mailsTo(people['head0'])).toHaveLength(1);
    expect((await told()).map(({ type, data }) => [type, data])).toEqual(
      expect.arrayContaining([
        ['ReminderFailed', expect.objectContaining({ rungs: ['T-10'], cause: 'no-recipient', movedTo: 'T+1' })],
        ['ReminderSent', expect.objectContaining({ rungs: ['T+1'], recipient: 'HEAD', movedUp: true })],
      ]),
    );
  });

  it('is reminded of no more once it is excused, though the message was planned', async () => {
    const { start, at, clock, write, communeIds, reportOf, service } = await open();
    const app = await start();
    await at(app, night('2026-06-01'));
    expect((await service.status()).planned).toBe(2);
    const reportId = reportOf(communeIds[0] ?? '');
    await write(`report-${reportId}`, { type: 'ReportExcused', data: { reportId, version: 1, reason: 'x' } });
    clock.set(morning('2026-06-02'));
    await app.settled();
    expect(smtp.caught).toHaveLength(0);
    expect((await service.listMessages({ limit: 10 })).items.map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });

  it('is not reminded of again when the read models are built anew', async () => {
    const { start, at, store, pool } = await open();
    const app = await start();
    await at(app, morning('2026-06-16'));
    const [mails, head] = [smtp.caught.length, await store.head()];
    await rebuildReadModels({ store, pool });
    await at(app, morning('2026-06-16'));
    expect([smtp.caught.length, await store.head()]).toEqual([mails, head]);
    expect(mails).toBe(2);
  });

  it('is reminded of in the inbox alone without a mail server', async () => {
    const { start, at, people, service } = await open();
    await at(await start({ mailer: undefined }), morning('2026-06-01'));
    const officer = people['officer0'] ?? '';
    const { items, unread } = await service.listInbox(officer, { limit: 10 });
    expect([items.length, unread]).toEqual([1, 1]);
    expect(await service.markRead(officer, items[0]?.id ?? '')).toBe(true);
    expect(await service.markRead(people['head0'] ?? '', items[0]?.id ?? '')).toBe(false);
    expect(await service.listInbox(officer, { limit: 10 })).toMatchObject({ unread: 0 });
  });
});

describe('a report of which somebody has the unit reminded at once', () => {
  const order = async ({ write, communeIds, reportOf }: Fixture, note?: string): Promise<void> => {
    const unitId = communeIds[0] ?? '';
    const reportId = reportOf(unitId);
    await write(`report-${reportId}`, {
      type: 'ReminderOrdered',
      data: { reportId, version: 1, unitId, dueOn: '2026-06-15', ...(note === undefined ? {} : { note }) },
    });
  };
  const sent = async () => (await fixture.told()).filter(({ type }) => type === 'ReminderSent');

  it('tells its officer and its head once by mail and inbox, however often it is swept and by whomever', async () => {
    const { start, at, clock, people, service, pool, store } = await open();
    const [one, other] = [await start(), await start()];
    await at(one, morning('2026-05-11'));
    expect(smtp.caught).toHaveLength(0);
    await order(fixture, 'Nộp trong ngày');
    clock.set(morning('2026-05-11'));
    await fixture.projected();
    await Promise.all([one.sweepNow(), other.sweepNow(), one.settled(), other.settled()]);
    await at(other, morning('2026-05-12'));
    await rebuildReadModels({ store, pool });
    await at(one, morning('2026-05-13'));
    for (const who of ['officer0', 'head0'] as const) {
      expect(mailsTo(people[who])).toHaveLength(1);
      expect((await service.listInbox(people[who] ?? '', { limit: 10 })).items).toMatchObject([
        { items: [{ kind: 'REPORT', rungs: ['ORDER-2026-05-11'], note: 'Nộp trong ngày', unitName: 'Xã số 1' }] },
      ]);
    }
    expect((await sent()).map(({ data }) => (data as { rungs: readonly string[] }).rungs)).toEqual(
      Array.from({ length: 4 }, () => ['ORDER-2026-05-11']),
    );
    expect(smtp.caught).toHaveLength(2);
  });

  it('waits for the morning, and is dropped when it was handed in meanwhile', async () => {
    const { start, at, clock, write, communeIds, reportOf, service } = await open();
    const app = await start();
    clock.set(night('2026-05-11'));
    await order(fixture);
    await fixture.projected();
    await at(app, night('2026-05-11'));
    expect((await service.status()).planned).toBe(4);
    const reportId = reportOf(communeIds[0] ?? '');
    const said = { figures: {}, locked: [], narrative: '', evidence: [], workingDaysLate: 0 };
    await write(`report-${reportId}`, { type: 'ReportSubmitted', data: { reportId, version: 1, ...said } });
    await at(app, morning('2026-05-12'));
    expect(smtp.caught).toHaveLength(0);
    expect(await sent()).toEqual([]);
  });

  it('is told of once although the process died before it could record it', async () => {
    const { start, at, engine, clock } = await open();
    let deaths = 0;
    const dying: typeof engine = {
      ...engine,
      run: (request) => {
        if (request.stream.startsWith('reminder-') && deaths < 3) {
          deaths += 1;
          throw new Error('the power failed');
        }
        return engine.run(request);
      },
    };
    clock.set(morning('2026-05-11'));
    await order(fixture);
    await fixture.projected();
    await at(await start({ engine: dying }), morning('2026-05-11'));
    await at(await start(), morning('2026-05-11'));
    expect(deaths).toBe(3);
    expect(smtp.caught).toHaveLength(2);
    expect(await sent()).toHaveLength(4);
  });

  it('says why not where neither can be reached, and goes to nobody else', async () => {
    const { start, at, clock, told } = await open({ without: ['officer', 'head'] });
    clock.set(morning('2026-05-11'));
    await order(fixture);
    await fixture.projected();
    await at(await start(), morning('2026-05-11'));
    expect(smtp.caught).toHaveLength(0);
    expect((await told()).map(({ type, data }) => ({ type, ...(data as object) }))).toMatchObject([
      { type: 'ReminderFailed', rungs: ['ORDER-2026-05-11'], cause: 'no-recipient' },
    ]);
  });
});

describe('a message', () => {
  it('that a mail server refuses is parked, and tried again when an administrator says so', async () => {
    const answers: Record<string, { status: number; times: number }> = {};
    const { start, at, people, service, retry, told } = await open({}, { answers });
    answers[`${people['officer0'] ?? ''}@example.vn`] = { status: 550, times: 1 };
    const app = await start();
    await at(app, morning('2026-06-01'));
    const parked = (await service.listMessages({ status: 'parked', limit: 10 })).items;
    expect(parked).toMatchObject([{ cause: 'address-refused', owner: 'SYSTEM_ADMIN', duties: [{ kind: 'REPORT' }] }]);
    const id = parked[0]?.id ?? '';
    const key = randomUUID();
    expect(await retry(id, key, 'Địa chỉ đã sửa')).toMatchObject({ kind: 'done', id });
    expect(await retry(id, key, 'Địa chỉ đã sửa')).toMatchObject({ kind: 'done', id });
    await app.settled();
    expect(mailsTo(people['officer0'])).toHaveLength(1);
    expect(await retry(id, randomUUID(), 'Nữa')).toMatchObject({
      reason: 'reminder-not-failed',
    });
    const mails = (await told()).filter(({ data }) => (data as { channel?: string }).channel !== 'INBOX');
    expect(mails.map(({ type }) => type)).toEqual(['ReminderFailed', 'ReminderRetried', 'ReminderSent']);
  });

  it('that is refused for a while is tried again, and reaches the person once', async () => {
    const answers: Record<string, { status: number; times: number }> = {};
    const { start, at, people } = await open({}, { answers });
    answers[`${people['officer0'] ?? ''}@example.vn`] = { status: 451, times: 3 };
    const app = await start();
    await at(app, morning('2026-06-01'));
    for (let tries = 0; tries < 200 && smtp.caught.length === 0; tries += 1) {
      await app.settled();
      await fixture.pause(10);
    }
    expect(mailsTo(people['officer0'])).toHaveLength(1);
  });

  it('is sent once when the process dies before it could record it', async () => {
    const { start, at, engine, told } = await open();
    let deaths = 0;
    const dying: typeof engine = {
      ...engine,
      run: (request) => {
        if (request.stream.startsWith('reminder-') && deaths < 2) {
          deaths += 1;
          throw new Error('the power failed');
        }
        return engine.run(request);
      },
    };
    await at(await start({ engine: dying }), morning('2026-06-01'));
    expect(deaths).toBe(2);
    expect(new Set(smtp.caught.map(({ messageId }) => messageId)).size).toBe(1);
    expect(smtp.caught).toHaveLength(1);
    expect((await told()).map(({ type }) => type)).toEqual(['ReminderSent', 'ReminderSent']);
  });

  it('that the process died over is the same mail when it is sent again', async () => {
    const { start, at, mailer } = await open();
    let deaths = 0;
    const dying: typeof mailer = {
      ...mailer,
      send: async (mail) => {
        const handover = await mailer.send(mail);
        deaths += 1;
        if (deaths === 1) throw new Error('the power failed');
        return handover;
      },
    };
    await at(await start({ mailer: dying }), morning('2026-06-01'));
    expect(smtp.caught).toHaveLength(2);
    expect(new Set(smtp.caught.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('that can reach nobody any more has the next rung sent at once, with a note', async () => {
    const answers: Record<string, { status: number }> = {};
    const { start, at, people, told } = await open({ mailOnly: true }, { answers });
    answers[`${people['officer0'] ?? ''}@example.vn`] = { status: 550 };
    await at(await start(), morning('2026-06-01'));
    expect(mailsTo(people['head0'])).toHaveLength(1);
    expect((await told()).map(({ type, data }) => ({ type, ...(data as object) }))).toMatchObject([
      { type: 'ReminderFailed', rungs: ['T-10'], cause: 'address-refused', movedTo: 'T+1' },
      { type: 'ReminderSent', rungs: ['T+1'], movedUp: true },
    ]);
  });

  it('that the queue forgot, or could not take, is offered again', async () => {
    const { start, at, queue, people } = await open();
    let losses = 0;
    const forgetful: typeof queue = {
      ...queue,
      add: async (jobs) => {
        losses += 1;
        if (losses === 1) return;
        if (losses === 2) throw new Error('the queue is out of reach');
        await queue.add(jobs);
      },
    };
    const app = await start({ queue: forgetful });
    await expect(at(app, morning('2026-06-01'))).rejects.toThrow('out of reach');
    await fixture.pause(350);
    await app.settled();
    expect(mailsTo(people['officer0'])).toHaveLength(1);
  });

  it('that two jobs bring at once is delivered once', async () => {
    const { start, at, queue, people } = await open();
    const twice: typeof queue = {
      ...queue,
      add: (jobs) => queue.add(jobs.flatMap((job) => [job, { ...job, jobId: `${job.jobId}-again` }])),
    };
    await at(await start({ queue: twice }), morning('2026-06-01'));
    expect(mailsTo(people['officer0'])).toHaveLength(1);
  });
});
