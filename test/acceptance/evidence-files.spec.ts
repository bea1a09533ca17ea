import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';

const MAX = 10 * 1024 * 1024;
const B = 'ranh-gioi';

let postgres: TestPostgres;
let api: TestApi;
let dataDir: string;
let officer: Session;
let unitId: string;
let foreign: string;

beforeAll(async () => {
  postgres = await startPostgres();
  dataDir = await mkdtemp(join(tmpdir(), 'kheo-evidence-'));
  api = await startApi(postgres, { config: { dataDir } });
  const root = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  unitId = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', root);
  foreign = await api.unit('Đảng ủy xã Bên Cạnh', 'COMMUNE', root);
  await api.person('officer', { role: 'UNIT_OFFICER', unitId });
  await api.person('admin', { role: 'SYSTEM_ADMIN', unitId: root });
  officer = await api.signIn('officer');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const field = (name: string, value: string): Buffer =>
  Buffer.from(`--${B}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);

const file = (content: Buffer | string, fileName: Buffer | string = 'Biên bản.pdf'): Buffer =>
  Buffer.concat([
    Buffer.from(`--${B}\r\nContent-Disposition: form-data; name="file"; filename="`),
    Buffer.from(fileName),
    Buffer.from('"\r\nContent-Type: application/pdf\r\n\r\n'),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);

const END = Buffer.from(`--${B}--\r\n`);
const fields = (): Buffer[] => [field('unitId', unitId), field('kind', 'MINUTES')];

const upload = async (parts: readonly Buffer[], headers: Record<string, string> = {}) => {
  const reply = await api.app.inject({
    method: 'POST',
    url: '/api/evidence',
    headers: {
      cookie: officer.cookie,
      'x-kheo-client': 'test',
      'content-type': `multipart/form-data; boundary=${B}`,
      ...headers,
    },
    payload: Buffer.concat(parts),
  });
  return {
    status: reply.statusCode,
    ...reply.json<{ code?: string; id: string; errors?: { pointer: string; message: string }[] }>(),
  };
};

const kept = async (): Promise<string[]> => {
  const entries = await readdir(join(dataDir, 'evidence'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const get = (id: string, how: 'content' | 'preview') =>
  api.app.inject({ method: 'GET', url: `/api/evidence/${id}/${how}`, headers: { cookie: officer.cookie } });

const download = (id: string) => get(id, 'content');
const preview = (id: string) => get(id, 'preview');

describe('a file of evidence', () => {
  it('of 10 MiB is taken whole, and comes back as it was', async () => {
    const content = randomBytes(MAX);
    const added = await upload([...fields(), file(content), END]);
    expect(added.status).toBe(201);
    const reply = await download(added.id);
    expect([reply.statusCode, hashOf(reply.rawPayload)]).toEqual([200, hashOf(content)]);
  });

  it.each([1, 1024 * 1024])('of %d bytes more is refused, not cut', async (more) => {
    const before = [await kept(), await api.ports.store.head()];
    const refused = await upload([...fields(), file(randomBytes(MAX + more)), END]);
    expect(refused).toMatchObject({ status: 413, code: 'file-too-large' });
    expect([await kept(), await api.ports.store.head()]).toEqual(before);
  });

  it('of no bytes is no evidence', async () => {
    const before = [await kept(), await api.ports.store.head()];
    const refused = await upload([...fields(), file(''), END]);
    expect(refused).toMatchObject({ status: 422, code: 'file-empty', errors: [{ pointer: '/file' }] });
    expect([await kept(), await api.ports.store.head()]).toEqual(before);
  });

  it.each<[string, () => readonly Buffer[], Record<string, string>?]>([
    ['two files', () => [...fields(), file('a'), file('b'), END]],
    ['a field twice', () => [field('unitId', unitId), ...fields(), file('a'), END]],
    ['a field behind the file', () => [...fields(), file('a'), field('kind', 'PHOTO'), END]],
    ['no boundary', () => [...fields(), file('a'), END], { 'content-type': 'multipart/form-data' }],
    ['another boundary', () => [...fields(), file('a'), END], { 'content-type': 'multipart/form-data; boundary=x' }],
    ['an empty boundary', () => [...fields(), file('a'), END], { 'content-type': 'multipart/form-data; boundary=' }],
    ['a body that is cut in the file', () => [...fields(), file('a').subarray(0, -4)]],
    ['a body that is cut behind the file', () => [...fields(), file('a')]],
    ['garbage', () => [randomBytes(300)]],
    ['a reserved name', () => [field('__proto__', 'x'), ...fields(), file('a'), END]],
    ['a name in Latin-1', () => [...fields(), file('a', Buffer.from('H\xf4m nay.pdf', 'latin1')), END]],
  ])('%s: malformed, and nothing is kept', async (...[, parts, headers]) => {
    const before = [await kept(), await api.ports.store.head()];
    expect(await upload(parts(), headers)).toMatchObject({ status: 400, code: 'malformed' });
    expect([await kept(), await api.ports.store.head()]).toEqual(before);
  });

  it('before the fields of its form: told to put them before it', async () => {
    const refused = await upload([file('a'), ...fields(), END]);
    expect(refused).toMatchObject({ status: 400, code: 'malformed' });
    expect(refused.errors).toEqual(
      ['/unitId', '/kind'].map((pointer) => ({
        ...{ pointer, code: 'required-before-file' },
        message: 'Bắt buộc phải có, và đặt trước tệp trong biểu mẫu.',
      })),
    );
  });

  it('for a unit that is not the sender’s is refused before a byte is kept', async () => {
    const before = await kept();
    const parts = [field('unitId', foreign), field('kind', 'MINUTES')];
    // The rest never comes to an end that could be kept: who may not is told first.
    const refused = await upload([...parts, file(randomBytes(MAX + 1)), END]);
    expect(refused).toMatchObject({ status: 404, code: 'not-found' });
    expect(await kept()).toEqual(before);
  });

  it('sent again under its key is the same one, and another under that key is not kept', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = [
      await upload([...fields(), file('một'), END], key),
      await upload([...fields(), file('một'), END], key),
    ];
    expect([first.status, again.status, again.id]).toEqual([201, 201, first.id]);
    const before = await kept();
    const other = await upload([...fields(), file('hai'), END], key);
    expect(other).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await kept()).toEqual(before);
  });

  it('sent by several at once, one of them refused, stays for those who were not', async () => {
    const content = 'cùng một tệp';
    const key = { 'idempotency-key': randomUUID() };
    await upload([...fields(), file('trước'), END], key);
    const answers = await Promise.all([
      upload([...fields(), file(content), END], key),
      upload([...fields(), file(content), END]),
      upload([...fields(), file(content), END]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 201, 201]);
    for (const { id } of answers.slice(1)) expect((await download(id)).payload).toBe(content);
  });

  it.each(['changed', 'gone'])(
    'that is %s on the disk is not handed out, and an incident tells it once',
    async (how) => {
      const { id } = await upload([...fields(), file(how), END]);
      const path = join(dataDir, 'evidence', hashOf(how).slice(0, 2), hashOf(how));
      await (how === 'gone' ? rm(path) : writeFile(path, 'CHANGED'));
      for (const attempt of ['first', 'second']) {
        const reply = await download(id);
        expect({ attempt, code: reply.json<{ code: string }>().code }).toEqual({ attempt, code: 'evidence-altered' });
      }
      const { body } = await (await api.signIn('admin')).get('/api/incidents?status=OPEN');
      expect(body.items.filter(({ stream }) => stream === `evidence-${id}`)).toHaveLength(1);
    },
  );

  it('is handed out under its name: RFC 8187, and in plain letters for others', async () => {
    const name = `Biên bản (1) 'cuối'.pdf`;
    const { id } = await upload([...fields(), file('tên', name), END]);
    const { headers } = await download(id);
    const encoded = encodeURIComponent(name).replaceAll(
      /['()*]/gu,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Bien ban (1) 'cuoi'.pdf"; filename*=UTF-8''${encoded}`,
    );
  });

  it.each([
    ['application/pdf', Buffer.from('%PDF-1.7 ...')],
    ['image/png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image/webp', Buffer.from('RIFF....WEBPVP8 ')],
  ])('is shown in the browser as %s by what is in it, and nothing of it is run', async (type, content) => {
    const { id } = await upload([...fields(), file(content, 'Ảnh.exe'), END]);
    const { statusCode, headers, rawPayload } = await preview(id);
    expect([statusCode, headers['content-type'], rawPayload.equals(content)]).toEqual([200, type, true]);
    expect(headers['content-disposition']).toBe(`inline; filename=Anh.exe; filename*=UTF-8''%E1%BA%A2nh.exe`);
    expect([headers['x-content-type-options'], headers['content-security-policy']]).toEqual([
      'nosniff',
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(String(headers['content-security-policy']).includes('sandbox')).toBe(type !== 'application/pdf');
  });

  it('is only downloaded where a browser would have to guess, or might run it', async () => {
    for (const content of ['<svg onload="alert(1)"/>', '<html><script>alert(1)</script>', 'văn bản']) {
      const { id } = await upload([...fields(), file(content), END]);
      const { statusCode, body } = await preview(id);
      expect([statusCode, (JSON.parse(body) as { readonly code: string }).code]).toEqual([422, 'preview-not-offered']);
    }
  });
});
