import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEvent, newStream } from '#event-store/contract';
import { startEmbeddedPostgres } from '#postgres';
import { startPostgres, type TestDatabase, type TestPostgres } from '#support';
import { Client } from 'pg';
import { factsOf, fill, startCopy, withLog } from './copy-process.ts';

const MINUTE = 60_000;

let postgres: TestPostgres;
let source: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-copy-'));
  await chmod(folder, 0o711); // under root PostgreSQL runs as another user
  postgres = await startPostgres();
  source = await postgres.createDatabase();
  await withLog(source.url, (store) => fill(store, 300));
}, MINUTE);
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}, MINUTE);

const copied = async (flags: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const copy = startCopy(flags, env);
  return { code: await copy.exited, said: copy.said() };
};

const asAdmin = async (url: string, sql: string): Promise<void> => {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
};

const passwordOf = (url: string): string => new URL(url).password;

describe('the ends of `kheo log copy`', () => {
  it('move a commune’s data directory into a database in which there is no log yet, and show no password', async () => {
    const dataDir = join(folder, 'commune');
    const embedded = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
    const log = { url: embedded.appUrl, adminUrl: embedded.adminUrl };
    const made = await copied(['--from', source.url, '--to', `embedded:${dataDir}`]);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('300 events, both logs are the same') });
    expect(await factsOf(log.url)).toEqual(await factsOf(source.url));
    await embedded.stop();

    await asAdmin(postgres.adminUrl, 'CREATE DATABASE province');
    const target = Object.assign(new URL(postgres.adminUrl), { pathname: '/province' }).href;
    const secret = join(folder, 'target');
    await writeFile(secret, `${target}\n`);
    const { code, said } = await copied([], { KHEO_COPY_FROM: `embedded:${dataDir}`, KHEO_COPY_TO_FILE: secret });
    expect([code, said]).toEqual([0, expect.stringContaining('300 events, both logs are the same')]);
    expect(said).toContain('Không đi theo nhật ký: tài khoản');
    expect(said).not.toContain(passwordOf(target));
    expect(await factsOf(target)).toEqual(await factsOf(source.url));
  });

  it('are refused when the target holds something else, naming the first event that differs; nothing is written', async () => {
    const target = await postgres.createDatabase();
    const [stream, event] = [newStream(), newEvent()];
    await withLog(target.url, (store) => store.append(stream, 'no-stream', [event]));
    const { code, said } = await copied(['--from', source.url, '--to', target.url]);
    expect(code).toBe(1);
    expect(said).toContain('Không chép gì');
    expect(said).toContain('Nothing was copied');
    expect(said).not.toContain('THE LOGS DIFFER');
    expect(said).toContain(`${stream}@0 ${event.type} ${event.id}`);
    expect(await factsOf(target.url)).toHaveLength(1);
  });

  it('are compared alone with --verify-only, and an event that was tampered with is named', async () => {
    const target = await postgres.createDatabase();
    const ends = ['--from', source.url, '--to', target.url];
    const missing = await copied([...ends, '--verify-only']);
    expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('is not in the target') });
    expect(await factsOf(target.url)).toHaveLength(0);

    expect(await copied(ends)).toMatchObject({ code: 0 });
    expect(await copied([...ends, '--verify-only'])).toMatchObject({ code: 0 });
    await asAdmin(
      target.adminUrl,
      `ALTER TABLE kheo_log.events DISABLE TRIGGER events_only_grow;
       UPDATE kheo_log.events SET data = '{"name":"Đổi mới – Nghệ An","zebra":0,"revision":0}' WHERE position = 123`,
    );
    const { code, said } = await copied([...ends, '--verify-only']);
    expect(code).toBe(1);
    expect(said).toContain('HAI NHẬT KÝ KHÁC NHAU, sau 122 sự kiện giống nhau.');
    expect(said).toContain((await factsOf(source.url))[122]?.id);
    expect(said).toContain('(data)');
  });

  it('are told apart in both languages when one cannot be opened, and no data directory is made for a source', async () => {
    const nowhere = join(folder, 'nowhere');
    const none = await copied(['--from', `embedded:${nowhere}`, '--to', source.url]);
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining('Không mở được nhật ký nguồn') });
    expect(none.said).toContain('The log of the source');
    await expect(access(nowhere)).rejects.toThrow('ENOENT');
    await asAdmin(postgres.adminUrl, 'CREATE DATABASE without_a_log');
    const empty = Object.assign(new URL(postgres.adminUrl), { pathname: '/without_a_log' }).href;
    const noLog = await copied(['--from', source.url, '--to', empty, '--verify-only']);
    expect(noLog).toMatchObject({ code: 1, said: expect.stringContaining('there is no log') });
    const wrong = await copied([], { KHEO_COPY_FROM: 'mysql://kheo:bi-mat@server', KHEO_COPY_TO: source.url });
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('--from (KHEO_COPY_FROM): phải là') });
    expect([none, noLog, wrong].some(({ said }) => /bi-mat/.test(said) || said.includes(passwordOf(empty)))).toBe(
      false,
    );
    expect(await copied(['--from', source.url, '--to', source.url])).toMatchObject({
      code: 1,
      said: expect.stringContaining('--from and --to are the same log'),
    });
  });
});
