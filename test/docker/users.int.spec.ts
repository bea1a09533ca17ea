import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEventStoreDb, type TestEventStoreDb } from '#support';
import { root } from './composed.ts';

const run = promisify(execFile);
const SECRETS = { admin: 'mat-khau-moi', ops: 'mat-khau-van-hanh', kheo: 'mat-khau-kheo' };

/** The user pages of a new cluster: who knows the administrator's password may change things. */
const passwords = new Map([
  ['admin', 'changeit'],
  ['ops', 'changeit'],
]);
const rightsOf = new Map<string, readonly string[]>();

const answer = (method: string, path: string, authorization: string, body: Record<string, unknown>): number => {
  const [name, password] = Buffer.from(authorization.slice('Basic '.length), 'base64').toString().split(':', 2);
  if (name !== 'admin' || passwords.get('admin') !== password) return 401;
  const [, , login = '', , command] = path.split('/');
  if (method === 'POST' && login === '') {
    passwords.set(String(body.loginName), String(body.password));
    rightsOf.set(String(body.loginName), body.groups as readonly string[]);
    return 201;
  }
  if (!passwords.has(login)) return 404;
  if (method === 'GET') return 200;
  if (command === 'change-password' && body.currentPassword !== passwords.get(login)) return 401;
  passwords.set(login, String(body.newPassword));
  return 200;
};

describe('the users of a new cluster', () => {
  let folder: string;
  let pages: Server;
  let log: TestEventStoreDb;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-users-'));
    log = await startEventStoreDb();
    pages = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
        const { method = '', url = '', headers } = request;
        response.writeHead(answer(method, url, headers.authorization ?? '', body)).end('{}');
      });
    });
    await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
    for (const [name, password] of Object.entries(SECRETS))
      await writeFile(join(folder, `eventstore_${name}_password`), `${password}\n`);
    await writeFile(join(folder, 'url'), `${log.url.replace('//', `//kheo:${SECRETS.kheo}@`)}\n`);
  });
  afterAll(async () => {
    pages.close();
    await log.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const prepare = async (): Promise<string> => {
    const env = {
      PATH: process.env.PATH,
      EVENTSTORE_NODE: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
      EVENTSTORE_SECRETS: folder,
      KHEO_EVENTSTORE_URL_FILE: join(folder, 'url'),
    };
    return (await run(process.execPath, ['docker/eventstore/users.mjs'], { cwd: root, env })).stdout;
  };

  it('get the passwords of the files; Khéo reads $all without being an administrator; a second run changes nothing', async () => {
    expect(await prepare()).toContain('may read $all from now on');
    expect(Object.fromEntries(passwords)).toEqual(SECRETS);
    expect(rightsOf.get('kheo')).toEqual([]);
    expect(await prepare()).toContain('reads $all already');
    expect(Object.fromEntries(passwords)).toEqual(SECRETS);
  });
});
