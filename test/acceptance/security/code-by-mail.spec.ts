import { createSmtpMailer, type Mailer } from '#reminders';
import { PASSWORD, startApi, startPostgres, startSmtp } from '#support';
import type { Session, TestApi, TestPostgres, TestSmtp } from '#support';

let postgres: TestPostgres;
let smtp: TestSmtp;
let mailer: Mailer;
let api: TestApi;
let admin: Session;
let rootId: string;

beforeAll(async () => {
  postgres = await startPostgres();
  smtp = await startSmtp({ answers: { 'busy@example.vn': { status: 451, times: 1 } } });
  mailer = createSmtpMailer({ url: smtp.url, from: 'kheo@example.vn', tls: 'none' });
  api = await startApi(postgres, { mailer, config: { publicUrl: 'http://kheo.example.vn' } });
  rootId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  await api.person('keeper', { role: 'SYSTEM_ADMIN', unitId: rootId });
  admin = await api.signIn('keeper');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await mailer?.close();
  await smtp?.stop();
  await postgres?.stop();
});

const enter = async (email?: string): Promise<string> =>
  (await admin.post('/api/people', { name: 'Đỗ Thị Hoa', ...(email === undefined ? {} : { email }) })).body.id;

/** The code in the last mail to an address. */
const codeTo = async (address: string): Promise<string> => {
  const mail = (await smtp.mails()).findLast(({ to }) => JSON.stringify(to).includes(address));
  return /code: ([0-9A-Z-]{19})/u.exec(mail?.text ?? '')?.[1] ?? '';
};

const post = async (path: string, payload: object) =>
  (await api.app.inject({ method: 'POST', url: path, payload })).statusCode;
const setPassword = (code: string) => post('/api/session/set-password', { code, password: PASSWORD });

const byMail = { handedOver: 'MAIL' };

describe('a code by mail', () => {
  it('reaches the person alone: whoever asked for it does not see it, nor does the log', async () => {
    const id = await enter('hoa@example.vn');
    const invited = await admin.post(`/api/people/${id}/invite`, { username: 'hoa', ...byMail });
    expect([invited.status, invited.body['code'], invited.body['slip']]).toEqual([200, undefined, undefined]);
    const code = await codeTo('hoa@example.vn');
    const events = await api.ports.store.readStream(`person-${id}`, { from: 0, limit: 10 });
    expect(events.at(-1)).toMatchObject({ type: 'AccountInvited', data: { handedOver: 'MAIL' } });
    expect(JSON.stringify(events)).not.toContain(code);
    expect(await setPassword(code)).toBe(204);
    expect(await post('/api/session', { username: 'hoa', password: PASSWORD })).toBe(204);
    const [mail] = await smtp.mails();
    expect(mail?.text).toContain('hoa');
    expect(mail?.text).toContain('http://kheo.example.vn/');
  });

  it('is sent for a password that was lost too, and the one before is void', async () => {
    const id = await enter('lan@example.vn');
    const invited = await admin.post(`/api/people/${id}/invite`, { username: 'lan' });
    await setPassword(invited.body.code);
    const reset = await admin.post(`/api/people/${id}/reset-account`, byMail);
    expect([reset.status, reset.body['code']]).toEqual([200, undefined]);
    expect(await post('/api/session', { username: 'lan', password: PASSWORD })).toBe(401);
    expect(await setPassword(await codeTo('lan@example.vn'))).toBe(204);
  });

  it('that the mail server did not take is sent by the same command again', async () => {
    const id = await enter('busy@example.vn');
    const key = { headers: { 'idempotency-key': '6b0f4f8e-5a52-4d5e-9d3e-3b2f7a1f0c11' } };
    const invite = () => admin.post(`/api/people/${id}/invite`, { username: 'busy', ...byMail }, key);
    expect(await invite()).toMatchObject({ status: 503, body: { code: 'mail-not-taken' } });
    expect((await invite()).status).toBe(200);
    const code = await codeTo('busy@example.vn');
    expect((await invite()).status).toBe(200);
    expect(smtp.caught.filter(({ to }) => to.includes('busy@example.vn'))).toHaveLength(1);
    expect(await setPassword(code)).toBe(204);
  });

  it('needs an address and a mail server', async () => {
    const id = await enter();
    const invite = (session: Session, personId: string) =>
      session.post(`/api/people/${personId}/invite`, { username: 'khong-thu', ...byMail });
    expect((await invite(admin, id)).body).toMatchObject({ code: 'email-missing' });
    const without = await startApi(await postgres.createDatabase());
    try {
      const unitId = await without.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
      await without.person('keeper', { role: 'SYSTEM_ADMIN', unitId });
      const keeper = await without.signIn('keeper');
      const somebody = (await keeper.post('/api/people', { name: 'Mai', email: 'mai@example.vn' })).body.id;
      const before = await without.ports.store.head();
      expect((await invite(keeper, somebody)).body).toMatchObject({ code: 'mail-not-set' });
      expect(await without.ports.store.head()).toBe(before);
    } finally {
      await without.stop();
    }
  });
});
