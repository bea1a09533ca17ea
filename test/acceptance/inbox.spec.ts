import { randomUUID } from 'node:crypto';
import { regulation } from '#domain';
import { createPostgresQueue, createSmtpMailer, type Mailer, type ReminderQueue } from '#reminders';
import { startSmtp, type TestSmtp } from '#support';
import { startRemindersApp, type RemindersApp } from '../../apps/reminders/index.ts';
import { done, openReportingFixture, type ReportingFixture } from './reporting-fixture.ts';

let fixture: ReportingFixture;
let smtp: TestSmtp;
let queue: ReminderQueue;
let mailer: Mailer;
let app: RemindersApp;

beforeAll(async () => {
  smtp = await startSmtp({ answers: { 'hamlet-officer@example.vn': { status: 550, times: 1 } } });
  fixture = await openReportingFixture();
  const { store, engine } = fixture.api.ports;
  queue = createPostgresQueue({ url: fixture.database.url });
  mailer = createSmtpMailer({ url: smtp.url, from: 'kheo@example.vn', tls: 'none' });
  const { pool, clock } = fixture.api;
  app = await startRemindersApp({
    ...{ store, engine, pool, queue, mailer, clock, logger: { warn: () => undefined } },
    options: { startPaused: true, firstWaitMs: 1, random: () => 0 },
  });
  await remind('2026-06-01');
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await queue?.close();
  await mailer?.close();
  await fixture?.close();
  await smtp?.stop();
});

/** Everything that is due on the morning of a day is sent. */
const remind = async (day: string): Promise<void> => {
  fixture.later(day);
  await fixture.seen('auditor', '/api/reports');
  await app.sweepNow();
  await app.settled();
};

const mailsTo = (username: string): number =>
  smtp.caught.filter(({ to }) => to.includes(`${username}@example.vn`)).length;

describe('the inbox of a person, over HTTP', () => {
  it('holds the reminders of its owner, in their language; what is read is not unread any more', async () => {
    const inbox = await fixture.seen('commune-officer', '/api/inbox');
    expect(inbox).toMatchObject({ unread: 1, items: [{ readAt: null, duties: [{ unitId: fixture.units.commune }] }] });
    const told = async (language: 'vi' | 'en') => {
      const { items } = await fixture.seen('commune-officer', '/api/inbox', language);
      return (items[0]?.['duties'] as readonly { readonly sentence: string }[])[0]?.sentence;
    };
    expect([await told('vi'), await told('en')]).toEqual([
      expect.stringContaining('10 ngày làm việc'),
      expect.stringContaining('10 working days'),
    ]);

    const path = `/api/inbox/${String(inbox.items[0]?.['id'])}/read`;
    done(await fixture.post('commune-officer', path), 204);
    const read = await fixture.seen('commune-officer', '/api/inbox');
    expect(read).toMatchObject({ unread: 0, items: [{ readAt: fixture.api.clock.now() }] });
    fixture.later('2026-06-02');
    done(await fixture.post('commune-officer', path), 204);
    expect(await fixture.seen('commune-officer', '/api/inbox')).toEqual(read);
  });

  it('is nobody else’s: a message of another person is not there, and stays unread', async () => {
    const { items } = await fixture.seen('hamlet-officer', '/api/inbox');
    const refused = await fixture.post('commune-officer', `/api/inbox/${String(items[0]?.['id'])}/read`);
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect(await fixture.seen('hamlet-officer', '/api/inbox')).toMatchObject({ unread: 1 });
  });

  it('a person chooses to get no mails, once, however often it is sent; the inbox still gets the next reminder', async () => {
    const settings = '/api/inbox/settings';
    const choice = { email: false, language: 'en' };
    expect(await fixture.seen('commune-officer', settings)).toEqual({ email: true, language: 'vi', allowed: true });
    expect(mailsTo('commune-officer')).toBe(1);
    const session = await fixture.as('commune-officer');
    const headers = { 'idempotency-key': randomUUID() };
    const first = await session.post(settings, choice, { headers });
    expect(done(first)['events']).toEqual(['DeliveryChosen']);
    expect((await session.post(settings, choice, { headers })).body).toEqual(first.body);
    const other = await session.post(settings, { ...choice, email: true }, { headers });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await fixture.seen('commune-officer', settings)).toEqual({ ...choice, allowed: true });

    await remind('2026-06-10');
    expect(mailsTo('commune-officer')).toBe(1);
    expect((await fixture.seen('commune-officer', '/api/inbox'))['unread']).toBe(1);
  });
});

describe('a mail that was given up', () => {
  const parked = '/api/reminders/messages?status=parked';
  const reason = { reason: 'Đã sửa địa chỉ' };
  let retry = '';

  it('is shown to the administrator with whose it is, who has to act, and why', async () => {
    const { items } = await fixture.seen('admin', parked);
    expect(items).toMatchObject([
      {
        personId: fixture.people.get('hamlet-officer'),
        ...{ channel: 'EMAIL', status: 'parked', attempts: 1, cause: 'address-refused', owner: 'SYSTEM_ADMIN' },
        duties: [{ kind: 'REPORT', unitId: fixture.units.hamlet }],
      },
    ]);
    retry = `/api/reminders/${String(items[0]?.['id'])}/retry`;
    expect((await (await fixture.as('body')).get(parked)).status).toBe(403);
    expect((await fixture.post('body', retry, reason)).status).toBe(403);
  });

  it('stays given up when another try is only tried out, or asked for on a revision that is past', async () => {
    const admin = await fixture.as('admin');
    const dry = await admin.post(retry, reason, { headers: { 'x-kheo-dry-run': 'true' } });
    expect(done(dry)['events']).toEqual(['ReminderRetried']);
    const stale = await admin.post(retry, reason, { headers: { 'if-match': '"99"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
    expect((await fixture.seen('admin', parked)).items).toHaveLength(1);
    const { events } = await fixture.api.ports.store.readAll({ after: 0, limit: 1000, categories: ['reminder'] });
    expect(events.map(({ type }) => type)).not.toContain('ReminderRetried');
  });

  it('is tried again once by one order, however often it is sent; who and why is in the log', async () => {
    const before = mailsTo('hamlet-officer');
    const admin = await fixture.as('admin');
    const headers = { 'idempotency-key': randomUUID() };
    const first = await admin.post(retry, reason, { headers });
    expect(done(first)['events']).toEqual(['ReminderRetried']);
    expect((await admin.post(retry, reason, { headers })).body).toEqual(first.body);
    await app.settled();
    expect((await admin.post(retry, reason, { headers })).body).toEqual(first.body);
    await app.settled();
    expect(mailsTo('hamlet-officer')).toBe(before + 1);
    expect((await fixture.seen('admin', parked)).items).toEqual([]);

    const late = await admin.post(retry, reason);
    expect([late.status, late.body.code]).toEqual([409, 'reminder-not-failed']);
    const { events } = await fixture.api.ports.store.readAll({ after: 0, limit: 1000, categories: ['reminder'] });
    const retried = events.filter(({ type }) => type === 'ReminderRetried');
    expect(retried).toMatchObject([
      { data: reason, meta: { actor: { personId: fixture.people.get('admin'), role: 'SYSTEM_ADMIN' } } },
    ]);
  });

  it('stands in the proof of reminding of its unit, as a list and as a file', async () => {
    const path = `/api/reminders?unit=${fixture.units.hamlet}`;
    const { items } = await fixture.seen('auditor', path);
    expect(items.every(({ unitId }) => unitId === fixture.units.hamlet)).toBe(true);
    const first = items.filter(({ rungs }) => String(rungs) === 'T-10');
    expect(first.map(({ type, channel, cause }) => [type, channel, cause])).toEqual(
      expect.arrayContaining([
        ['ReminderSent', 'INBOX', null],
        ['ReminderFailed', 'EMAIL', 'address-refused'],
        ['ReminderSent', 'EMAIL', null],
      ]),
    );
    const [, , filter, columns, ...rows] = await fixture.exported('auditor', path);
    expect(filter).toBe('Bộ lọc,Đơn vị: Chi bộ thôn Một');
    expect(columns).toContain('Loại việc');
    expect(rows).toHaveLength(items.length);
    expect(rows.filter((row) => /Không nhắc được,.*,Máy chủ thư từ chối địa chỉ/u.test(row))).toHaveLength(1);
    expect((await fixture.seen('commune-officer', `/api/reminders?unit=${fixture.units.province}`)).items).toEqual(
      expect.arrayContaining(items),
    );
    expect((await fixture.seen('hamlet-officer', `/api/reminders?unit=${fixture.units.commune}`)).items).toEqual(items);
  });
});

describe('a body that has a unit reminded at once', () => {
  let report = '';
  const note = { note: 'Đề nghị nộp trước 16 giờ' };

  beforeAll(async () => {
    report = await fixture.reportOf('hamlet');
  });

  it('is offered it, and only where it receives the report', async () => {
    const offered = async (who: string) =>
      ((await fixture.seen(who, `${report}/actions`)) as Record<string, unknown>)['OrderReminder'];
    expect(await offered('commune-body')).toEqual({ allowed: true });
    expect(await offered('hamlet-officer')).toMatchObject({ allowed: false, reason: 'role-not-allowed' });
    expect((await fixture.post('hamlet-officer', `${report}/remind`, note)).status).toBe(403);
    expect((await fixture.post('admin', `${report}/remind`, note)).status).toBe(403);
  });

  it('tries it out, not on a revision that is past, and orders it once, however often it is sent', async () => {
    const [session, head] = [await fixture.as('commune-body'), await fixture.api.ports.store.head()];
    const dry = await session.post(`${report}/remind`, note, { headers: { 'x-kheo-dry-run': 'true' } });
    expect(done(dry)['events']).toEqual(['ReminderOrdered']);
    const stale = await session.post(`${report}/remind`, note, { headers: { 'if-match': '"99"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-revision']);
    expect(await fixture.api.ports.store.head()).toBe(head);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await session.post(`${report}/remind`, note, { headers });
    expect(done(first)['events']).toEqual(['ReminderOrdered']);
    expect((await session.post(`${report}/remind`, note, { headers })).body).toEqual(first.body);
  });

  it('reaches the inbox and the mail of the unit’s officer once, with its words', async () => {
    const before = mailsTo('hamlet-officer');
    await remind('2026-06-11');
    await remind('2026-06-11');
    expect(mailsTo('hamlet-officer')).toBe(before + 1);
    const { items } = await fixture.seen('hamlet-officer', '/api/inbox');
    const told = items.flatMap(({ duties }) => duties as readonly { rungs: readonly string[]; sentence: string }[]);
    expect(told.filter(({ rungs }) => rungs[0]?.startsWith('ORDER-'))).toEqual([
      expect.objectContaining({ ...note, sentence: expect.stringContaining(note.note) as string }),
    ]);
  });

  it('is told on the same day who did it and when, in both languages; the next day it may be done again', async () => {
    done(await fixture.post('commune-body', `${report}/remind`));
    const head = await fixture.api.ports.store.head();
    const refused = async (language: string) => {
      const session = await fixture.as('commune-body');
      return session.post(`${report}/remind`, {}, { headers: { 'accept-language': language } });
    };
    const [vi, en] = [await refused('vi'), await refused('en')];
    expect([vi.status, vi.body.code, en.status]).toEqual([409, 'already-reminded-today', 409]);
    expect(vi.body['detail']).toMatch(/^Hôm nay .+ đã đôn đốc báo cáo này lúc 09:00/u);
    expect(en.body['detail']).toMatch(/ had the unit reminded of this report at 09:00 today/u);
    expect(await fixture.api.ports.store.head()).toBe(head);
  });

  it('stands in the history of reminders and in the report’s own, with who ordered it', async () => {
    const { items } = await fixture.seen('hamlet-officer', `/api/reminders?subject=${report.split('/').at(-1) ?? ''}`);
    expect(items.filter(({ type }) => type === 'ReminderOrdered')).toMatchObject([
      { orderedBy: fixture.people.get('commune-body'), note: null, dutyId: null, unitId: fixture.units.hamlet },
      { orderedByName: expect.any(String) as string, ...note },
    ]);
    const timeline = await fixture.seen('hamlet-officer', `${report}/timeline`);
    expect(JSON.stringify(timeline)).toContain(`Đôn đốc ngay việc nộp báo cáo (hạn 15/06/2026): ${note.note}`);
  });

  it('tells nobody once the report is there', async () => {
    fixture.later('2026-06-12');
    done(await fixture.post('commune-body', `${report}/remind`));
    const figures = { BUOI_TUYEN_TRUYEN: 12, LUOT_NAM: 40, LUOT_NU: 60, LUOT_NGUOI: 100 };
    done(await fixture.post('hamlet-officer', `${report}/submit`, { figures, narrative: '', evidenceIds: [] }));
    const before = mailsTo('hamlet-officer');
    await remind('2026-06-12');
    expect(mailsTo('hamlet-officer')).toBe(before);
    const late = await fixture.post('commune-body', `${report}/remind`);
    expect([late.status, late.body.code]).toEqual([409, 'wrong-status']);
  });
});

describe('where the regulation lets nobody choose', () => {
  let strict: ReportingFixture;

  beforeAll(async () => {
    const { reminders } = regulation.exampleRegulation(2026);
    if (reminders === undefined) throw new Error('the example reminds nobody');
    strict = await openReportingFixture({ reminders: { ...reminders, personalSettings: false } });
  }, 120_000);

  afterAll(() => strict?.close());

  it('the settings say so, a choice is refused in both languages, and nothing is recorded', async () => {
    const settings = '/api/inbox/settings';
    expect(await strict.seen('commune-officer', settings)).toMatchObject({ email: true, allowed: false });
    const session = await strict.as('commune-officer');
    const before = await strict.api.ports.store.head();
    const refused = async (language: string) =>
      session.post(settings, { email: false, language: 'vi' }, { headers: { 'accept-language': language } });
    const [vi, en] = [await refused('vi'), await refused('en')];
    expect([vi.status, vi.body.code, en.status]).toEqual([422, 'settings-not-allowed', 422]);
    expect(vi.body['detail']).not.toEqual(en.body['detail']);
    expect(await strict.api.ports.store.head()).toBe(before);
    expect(await strict.seen('commune-officer', settings)).toMatchObject({ email: true, allowed: false });
  });
});
