import { startPostgres, startRedis, startSmtp, type TestPostgres, type TestSmtp } from '#support';
import { createRedisQueue } from '#reminders';
import { openFixture, type Fixture, type FixtureOptions } from './testing/fixture.ts';

let postgres: TestPostgres;
let smtp: TestSmtp;
let fixture: Fixture;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const open = async (options: FixtureOptions = {}): Promise<Fixture> => {
  smtp = await startSmtp();
  fixture = await openFixture(await postgres.createDatabase(), smtp, options);
  return fixture;
};

afterEach(async () => {
  await fixture.close();
  await smtp.stop();
});

/** 08:00 in Vietnam. */
const morning = (date: string): string => `${date}T01:00:00.000Z`;

const mailsTo = (personId: string | undefined) =>
  smtp.caught.filter(({ to }) => to.includes(`${personId ?? ''}@example.vn`)).length;

/** Sweeps for as long as it takes, without asking that everything ends well. */
const sweepUntil = async (app: Awaited<ReturnType<Fixture['start']>>, done: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await done()); tries += 1) {
    await app.sweepNow().catch(() => undefined);
    await fixture.pause(25);
  }
};

describe('one thing that is broken', () => {
  it('in a mail has that one given up in the end, and no other sent twice', async () => {
    const { start, at, mailer, people, service } = await open({ communes: 3 });
    const broken: typeof mailer = {
      ...mailer,
      send: (mail) => {
        if (mail.to.startsWith(people['officer0'] ?? '')) throw new RangeError('a name nobody thought of');
        return mailer.send(mail);
      },
    };
    const app = await start({ mailer: broken });
    await at(app, morning('2026-06-01'));
    await sweepUntil(app, async () => (await service.status()).parked > 0);
    expect([1, 2].map((nth) => mailsTo(people[`officer${String(nth)}`]))).toEqual([1, 1]);
    expect((await service.listMessages({ status: 'parked', limit: 10 })).items).toMatchObject([
      { personId: people['officer0'], cause: 'mail-unreachable', lastError: 'RangeError', owner: 'SYSTEM_ADMIN' },
    ]);
  });

  it('in the log of one report leaves the others their reminders and their word that they are overdue', async () => {
    const { start, clock, engine, people, communeIds, reportOf, told, projected } = await open({ communes: 3 });
    const unreadable = `report-${reportOf(communeIds[0] ?? '')}`;
    const load: typeof engine.load = (stream, decider) => {
      if (stream === unreadable) throw new Error('the stream cannot be read');
      return engine.load(stream, decider);
    };
    const app = await start({ engine: { ...engine, load } });
    await projected();
    clock.set(morning('2026-06-16'));
    const overdue = async () => (await told()).filter(({ type }) => type === 'ReportOverdue').length;
    const reached = async () => (await overdue()) === 2 && mailsTo(people['head1']) + mailsTo(people['head2']) === 2;
    await sweepUntil(app, reached);
    await fixture.pause(500);
    await app.sweepNow().catch(() => undefined);
    expect(['head1', 'head2', 'head0'].map((name) => mailsTo(people[name]))).toEqual([1, 1, 0]);
    expect(await overdue()).toBe(2);
  });
});

describe('a due date beyond all calendars', () => {
  it('has nobody else wait for their reminders', async () => {
    const { start, clock, write, people, communeIds, reportOf, projected } = await open({ communes: 2 });
    const reportId = reportOf(communeIds[0] ?? '');
    const moved = { originalDueOn: '2026-06-15', previousDueOn: '2026-06-15', dueOn: '9999-12-31' };
    const document = { number: '1-QĐ', issuedOn: '2026-01-01' };
    await write(`report-${reportId}`, {
      type: 'ReportExtended',
      data: { reportId, version: 1, ...moved, reason: 'x', document },
    });
    await projected();
    clock.set(morning('2026-06-01'));
    const app = await start();
    await sweepUntil(app, () => mailsTo(people['officer1']) > 0);
    expect([mailsTo(people['officer0']), mailsTo(people['officer1'])]).toEqual([0, 1]);
  });
});

describe('a mail server that takes its time', () => {
  it('is given each mail once, however much longer than a lease it takes', async () => {
    const { start, clock, mailer, people, projected } = await open({ communes: 3 });
    const slow: typeof mailer = {
      ...mailer,
      send: async (mail) => {
        await fixture.pause(1500);
        return mailer.send(mail);
      },
    };
    const apps = [await start({ mailer: slow }), await start({ mailer: slow })];
    await projected();
    clock.set(morning('2026-06-01'));
    await Promise.all(apps.map((app) => app.settled()));
    await fixture.pause(2000);
    expect([0, 1, 2].map((nth) => mailsTo(people[`officer${String(nth)}`]))).toEqual([1, 1, 1]);
  });

  it('is not handed what was done while others were handed over', async () => {
    const { start, clock, mailer, write, communeIds, reportOf, projected } = await open({ communes: 100 });
    let handed = 0;
    const slow: typeof mailer = {
      ...mailer,
      send: async (mail) => {
        handed += 1;
        if (handed === 1)
          for (const communeId of communeIds) {
            const reportId = reportOf(communeId);
            await write(`report-${reportId}`, { type: 'ReportExcused', data: { reportId, version: 1, reason: 'x' } });
          }
        else await fixture.pause(500);
        return mailer.send(mail);
      },
    };
    const app = await start({ mailer: slow });
    await projected();
    clock.set(morning('2026-06-01'));
    await app.settled();
    await fixture.pause(1000);
    expect(smtp.caught.length).toBeLessThanOrEqual(60);
  });
});

describe('a database that is away while a mail is written', () => {
  it('does not have it handed over on what was true before', async () => {
    const { start, clock, engine, pool, write, people, communeIds, reportOf, projected } = await open({ communes: 2 });
    const [first = '', second = ''] = communeIds.map(reportOf);
    const excuse = (reportId: string) =>
      write(`report-${reportId}`, { type: 'ReportExcused', data: { reportId, version: 1, reason: 'x' } });
    /** What is owed no more is taken out of the mails: that waits for the table, and the other duty is done meanwhile. */
    const away = async (): Promise<void> => {
      const client = await pool.connect();
      await client.query('begin; lock table kheo_reminders.rungs in access exclusive mode');
      void fixture
        .pause(2500)
        .then(() => excuse(second))
        .then(() => client.query('commit'))
        .then(() => client.release());
    };
    let struck: Promise<void> | undefined;
    const load: typeof engine.load = async (stream, decider) => {
      if (stream === `report-${first}`) await (struck ??= excuse(first).then(away));
      return engine.load(stream, decider);
    };
    const app = await start({ engine: { ...engine, load } });
    await projected();
    clock.set(morning('2026-06-01'));
    await app.settled();
    await fixture.pause(500);
    expect(struck).toBeDefined();
    expect([0, 1].map((nth) => mailsTo(people[`officer${String(nth)}`]))).toEqual([0, 0]);
  });
});

describe('a queue that is out of reach', () => {
  it('keeps nobody from planning, nor the log from its word, and brings everything once it is back', async () => {
    const { start, clock, queue, people, service, projected, told } = await open();
    let away = true;
    const out = () => Promise.reject(new Error('the queue is out of reach'));
    const broken: typeof queue = {
      ...queue,
      add: (jobs) => (away ? out() : queue.add(jobs)),
      scheduleSweep: (every) => (away ? out() : queue.scheduleSweep(every)),
    };
    await projected();
    clock.set(morning('2026-06-16'));
    await start({ queue: broken }, { startPaused: false, tickMs: 25 });
    for (let tries = 0; tries < 200 && (await told()).length === 0; tries += 1) await fixture.pause(25);
    expect((await told()).map(({ type }) => type)).toEqual(['ReportOverdue']);
    expect((await service.status()).queued).toBeGreaterThan(0);
    away = false;
    for (let tries = 0; tries < 200 && smtp.caught.length < 2; tries += 1) await fixture.pause(25);
    expect([mailsTo(people['officer0']), mailsTo(people['head0'])]).toEqual([1, 1]);
  });
});

describe('a process that dies', () => {
  it('between planning and making messages of it leaves that to the next one, once', async () => {
    const { start, at, clock, people, service } = await open();
    const dying = await start();
    await at(dying, '2026-06-01T15:00:00.000Z'); // at night what is due is planned, and in no message yet
    expect(await service.status()).toMatchObject({ planned: 2, queued: 0 });
    await dying.stop();
    clock.set(morning('2026-06-02'));
    await Promise.all([await start(), await start()].map((app) => app.settled()));
    expect(mailsTo(people['officer0'])).toBe(1);
    expect(await service.listInbox(people['officer0'] ?? '', { limit: 10 })).toMatchObject({ unread: 1 });
  });
});

describe('a queue in Redis', () => {
  it('brings each rung once, also after it forgot everything and was struck down', async () => {
    const redis = await startRedis();
    const { start, at, people } = await open({ communes: 3 });
    const queue = createRedisQueue({ url: redis.url });
    const app = await start({ queue });
    await at(app, morning('2026-06-01'));
    await redis.flushAll();
    await at(app, morning('2026-06-10'));
    await redis.kill9();
    await redis.restart();
    await sweepUntil(app, () =>
      app.settled().then(
        () => true,
        () => false,
      ),
    );
    await at(app, morning('2026-06-15'));
    expect([0, 1, 2].map((nth) => mailsTo(people[`officer${String(nth)}`]))).toEqual([3, 3, 3]);
    await app.stop();
    await queue.close();
    await redis.stop();
  });

  it('that is away keeps nobody from planning, and brings what waited once it is back', async () => {
    const redis = await startRedis();
    const { start, clock, people, projected, told } = await open();
    const queue = createRedisQueue({ url: redis.url });
    await projected();
    clock.set(morning('2026-06-01'));
    const app = await start({ queue }, { startPaused: false, tickMs: 25 });
    for (let tries = 0; tries < 400 && smtp.caught.length < 1; tries += 1) await fixture.pause(25);
    await redis.kill9();
    clock.set(morning('2026-06-16'));
    const overdue = async () => (await told()).some(({ type }) => type === 'ReportOverdue');
    for (let tries = 0; tries < 400 && !(await overdue()); tries += 1) await fixture.pause(25);
    expect(await overdue()).toBe(true);
    expect(smtp.caught).toHaveLength(1);
    await redis.restart();
    for (let tries = 0; tries < 400 && smtp.caught.length < 3; tries += 1) await fixture.pause(25);
    expect([mailsTo(people['officer0']), mailsTo(people['head0'])]).toEqual([2, 1]);
    await app.stop();
    await queue.close();
    await redis.stop();
  });
});
