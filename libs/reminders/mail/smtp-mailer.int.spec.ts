import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSmtp, type SmtpScript, type TestSmtp } from '#support';
import { startCatchAll } from './catch-all.ts';
import type { Mail } from './mailer.port.ts';
import { createSmtpMailer, type SmtpOptions } from './smtp-mailer.ts';

const mail = (more: Partial<Mail> = {}): Mail => ({
  messageId: '0190-abc',
  to: 'binh@xa.example',
  subject: '[Khéo] Đến hạn hôm nay: Báo cáo 06 tháng đầu năm 2026 – Xã Hòa Bình',
  text: 'Kính gửi đồng chí,\n',
  html: '<p>Kính gửi đồng chí,</p>',
  language: 'vi',
  date: '2026-06-10T01:00:00.000Z',
  ...more,
});

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

const server = async (script?: SmtpScript): Promise<TestSmtp> => {
  const started = await startSmtp(script);
  endings.push(() => started.stop());
  return started;
};

const mailer = (url: string, more: Partial<SmtpOptions> = {}) => {
  const made = createSmtpMailer({ url, from: 'Khéo <kheo@tinh.example>', tls: 'none', ...more });
  endings.push(() => made.close());
  return made;
};

describe('a mail is handed over', () => {
  it.each(['vi', 'en'] as const)('as it was written (%s), and marked as sent by a machine', async (language) => {
    const smtp = await server();
    expect(await mailer(smtp.url).send(mail({ language }))).toEqual({ kind: 'accepted' });

    const [read] = await smtp.mails();
    expect(read).toMatchObject({ subject: mail().subject, messageId: '<0190-abc@tinh.example>' });
    expect(read?.text).toBe(mail().text);
    expect(read?.html).toContain('Kính gửi đồng chí,');
    expect(read?.date).toEqual(new Date(mail().date));
    expect(read?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(read?.headers.get('content-language')).toBe(language);
    expect(read?.headers.get('x-kheo-message')).toBe('0190-abc');
  });

  it('encrypted and signed in, where the server wants it', async () => {
    const smtp = await server({ starttls: true, auth: { user: 'kheo@tinh', pass: 'p:a/ss' } });
    const { ca } = smtp;

    expect(await mailer(smtp.url, { tls: 'required', ca }).send(mail())).toEqual({ kind: 'accepted' });
    expect(smtp.caught[0]?.encrypted).toBe(true);
  });

  it('not at all to a server that offers no encryption, when it is required', async () => {
    const smtp = await server();

    expect(await mailer(smtp.url, { tls: 'required' }).send(mail())).toMatchObject({ kind: 'not-admitted' });
    expect(smtp.caught).toHaveLength(0);
  });

  it('not to a server that shows a certificate nobody vouches for', async () => {
    const smtp = await server({ starttls: true });

    expect(await mailer(smtp.url, { tls: 'required' }).send(mail())).toMatchObject({ kind: 'transient' });
    expect(smtp.caught).toHaveLength(0);
  });

  it('and a wrong password is told as ours to put right, without the password', async () => {
    const smtp = await server({ starttls: true, auth: { user: 'kheo', pass: 'right' } });
    const url = smtp.url.replace('right', 'wrong');
    const outcome = await mailer(url, { tls: 'required', ca: smtp.ca }).send(mail());

    expect(outcome).toMatchObject({ kind: 'not-admitted' });
    expect(JSON.stringify(outcome)).not.toContain('wrong');
  });

  it('and an address that is refused for good is told apart from one refused for now', async () => {
    const smtp = await server({
      answers: { 'gone@x.example': { status: 550 }, 'full@x.example': { status: 451, times: 1 } },
    });
    const sender = mailer(smtp.url);
    const gone = await sender.send(mail({ to: 'gone@x.example' }));

    expect(gone).toEqual({ kind: 'address', cause: 'EENVELOPE RCPT 550' });
    expect(JSON.stringify(gone)).not.toContain('gone@');
    expect(await sender.send(mail({ to: 'full@x.example' }))).toMatchObject({ kind: 'transient' });
    expect(await sender.send(mail({ to: 'full@x.example' }))).toEqual({ kind: 'accepted' });
  });

  it('to an address in Vietnamese letters where the server takes them, and nowhere else', async () => {
    const [takes, takesNot] = [await server(), await server({ asciiOnly: true })];
    const to = 'nguyễn@xa.example';
    expect(await mailer(takes.url).send(mail({ to }))).toEqual({ kind: 'accepted' });
    expect(takes.caught.map((each) => each.to)).toEqual([[to]]);
    const sender = mailer(takesNot.url);
    expect(await sender.send(mail({ to }))).toEqual({ kind: 'address', cause: 'SMTPUTF8' });
    expect(takesNot.caught).toEqual([]);
    expect(await sender.send(mail({ to: 'binh@xã.example' }))).toEqual({ kind: 'accepted' });
    expect(takesNot.caught).toHaveLength(1);
  });

  it('twice as the same mail, when the answer to the first was lost', async () => {
    const smtp = await server({ answers: { 'binh@xa.example': { dropAfterData: true, times: 1 } } });
    const sender = mailer(smtp.url);

    expect(await sender.send(mail())).toMatchObject({ kind: 'transient' });
    expect(smtp.caught).toHaveLength(1);
    expect(await sender.send(mail())).toEqual({ kind: 'accepted' });
    expect(smtp.caught.map(({ messageId }) => messageId)).toEqual(Array(2).fill('<0190-abc@tinh.example>'));
  });

  it('later, when nobody listens', async () => {
    const smtp = await server();
    await smtp.stop();

    expect(await mailer(smtp.url).send(mail())).toMatchObject({ kind: 'transient' });
  });
});

it('the catch-all makes a file of each mail', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kheo-mail-'));
  const catchAll = await startCatchAll({ directory, host: '127.0.0.1', port: 0 });
  endings.push(
    () => rm(directory, { recursive: true }),
    () => catchAll.stop(),
  );
  const sender = mailer(catchAll.url);
  await Promise.all([sender.send(mail()), sender.send(mail()), sender.send(mail({ to: 'up/x@xa.example' }))]);

  const files = await readdir(directory);
  expect(files).toHaveLength(3);
  expect(files.every((file) => /^20[\dTZ-]+-[\w.@-]+\.eml$/.test(file))).toBe(true);
  expect(await readFile(join(directory, files[0] ?? ''), 'utf8')).toContain('Message-ID: <0190-abc@tinh.example>');
});
