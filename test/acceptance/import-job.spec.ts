import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type Session, type TestApi, type TestPostgres } from '#support';
import {
  many,
  MANY,
  models,
  openOffice,
  rowsOf,
  sendForm,
  startImporting,
  untilStands,
  type Importing,
  type ImportingOffice,
} from './import-fixture.ts';

let importing: Importing;
let postgres: TestPostgres;
let api: TestApi;
let office: ImportingOffice;
let officer: Session;
let admin: Session;
let importAs: Importing['importAs'];
let head: Importing['head'];
let since: Importing['since'];

beforeAll(async () => {
  importing = await startImporting();
  ({ postgres, api, office, officer, admin, importAs, head, since } = importing);
}, 120_000);
afterAll(() => importing?.stop());

describe('an import', () => {
  it('can be left and found again by who sent it, with what became of each row and the list itself', async () => {
    const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
    const text = models('A1,Vườn rau sạch,Tập thể,Kinh tế,', 'A2,,Tập thể,Kinh tế,');
    const sent = await sendForm(api, officer, { fields, text, name: 'mô hình.csv' });
    expect([sent.status, sent.headers['location']]).toEqual([201, `/api/imports/${sent.body.id}`]);
    const standing = await untilStands(officer, sent.body.id);
    expect(standing).toMatchObject({
      ...{ status: 'ENDED', total: 2, done: 2, fileName: 'mô hình.csv', dryRun: false },
      counts: { created: 1, changed: 0, unchanged: 0, kept: 0, failed: 1 },
    });
    const [latest] = (await officer.get('/api/imports?limit=1')).body.items;
    expect(latest).toEqual(standing);
    const { items } = (await officer.get(`/api/imports/${sent.body.id}/rows?outcome=failed`)).body;
    expect(items).toEqual([{ line: 3, outcome: 'failed', text: 'LỖI: Cột "Tên mô hình": bắt buộc', cells: ['name'] }]);
    const english = { headers: { 'accept-language': 'en' } };
    const file = await officer.get(`/api/imports/${sent.body.id}/file`, english);
    expect(String(file.headers['content-disposition'])).toContain('mo hinh.ket-qua.csv');
    const lines = (file.body as unknown as string).split('\n');
    expect(lines[1]).toMatch(/,"?Created – .* (?:missing|lacks).*$/u);
    expect(lines[2]).toMatch(/"ERROR: Column ""Tên mô hình"": required"$/u);
  });

  it('is its sender’s and the root administrator’s; for others it does not exist', async () => {
    const { standing } = await importAs(officer, models('B1,Đèn đường,Tập thể,Kinh tế,'));
    const stranger = await api.signIn('body');
    for (const path of ['', '/rows', '/file'])
      expect((await stranger.get(`/api/imports/${standing.id}${path}`)).status).toBe(404);
    expect((await stranger.post(`/api/imports/${standing.id}/cancel`)).status).toBe(404);
    expect((await stranger.get('/api/imports')).body.items).toEqual([]);
    expect((await admin.get(`/api/imports/${standing.id}`)).status).toBe(200);
    expect((await admin.get('/api/imports')).body.items.map(({ id }) => id)).toContain(standing.id);
  });

  it('is read by an auditor of the root, who does not stop it; an auditor elsewhere is told of none', async () => {
    const { standing } = await importAs(officer, models('B2,Hẻm sạch,Tập thể,Kinh tế,'));
    await api.person('auditor', { role: 'AUDITOR', unitId: office.province });
    await api.person('below', { role: 'AUDITOR', unitId: office.commune });
    const [auditor, below] = [await api.signIn('auditor'), await api.signIn('below')];
    for (const path of ['', '/rows', '/file']) {
      expect((await auditor.get(`/api/imports/${standing.id}${path}`)).status).toBe(200);
      expect((await below.get(`/api/imports/${standing.id}${path}`)).status).toBe(404);
    }
    expect((await auditor.get('/api/imports')).body.items.map(({ id }) => id)).toContain(standing.id);
    expect((await below.get('/api/imports')).body.items).toEqual([]);
    const stopped = await auditor.post(`/api/imports/${standing.id}/cancel`);
    expect([stopped.status, stopped.body.code]).toEqual([403, 'role-not-allowed']);
  });

  it('stands in a list that is taken out as a file, in words', async () => {
    const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
    const text = models('B3,Cầu mới,Tập thể,Kinh tế,', 'B4,,Tập thể,Kinh tế,');
    const { body } = await sendForm(api, officer, { fields, text, name: 'Xuất ra.csv' });
    const standing = await untilStands(officer, body.id);
    const list = (await officer.get('/api/imports')).body;
    expect(list.items).toContainEqual(standing);
    expect(list['asOf']).toBe(api.clock.now());
    const file = await officer.get('/api/imports?format=csv');
    const lines = (file.body as unknown as string).split('\n');
    const lineWith = (part: string): string => lines.find((line) => line.includes(part)) ?? '';
    for (const heading of ['Kết quả các dòng', 'Gửi lúc', 'Đợt thi đua'])
      expect(lineWith('Tên tệp')).toContain(heading);
    for (const cell of ['Mô hình', 'Đã xong', 'Tạo mới: 1; Lỗi: 1', 'Năm 2026', 'Xã Đổi Mới'])
      expect(lineWith('Xuất ra.csv')).toContain(cell);
    const workbook = await officer.get('/api/imports?format=xlsx');
    expect([workbook.status, workbook.headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  it('is one for each key: the same list again is the same import, another list is refused', async () => {
    const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
    const headers = { 'idempotency-key': randomUUID() };
    const text = models('C1,Nhà sạch,Tập thể,Kinh tế,');
    const [first, again] = [
      await sendForm(api, officer, { fields, text, headers }),
      await sendForm(api, officer, { fields, text, headers }),
    ];
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const other = await sendForm(api, officer, { fields, text: `${text}C2,Khác,Tập thể,Kinh tế,\n`, headers });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await untilStands(officer, first.body.id)).counts).toMatchObject({ created: 1 });
  });

  it('is refused before the file is taken by who may send no such list, for such a unit, or without a cycle', async () => {
    const text = models('D1,Lạ,Tập thể,Kinh tế,');
    const { cycleId, commune: unitId } = office;
    const other = await api.unit('Xã Khác', 'COMMUNE', office.province);
    const send = async (session: Session, fields: Readonly<Record<string, string>>, headers = {}) => {
      const { status, body } = await sendForm(api, session, { fields, text, headers });
      return [status, body.code];
    };
    expect(await send(officer, { kind: 'units' })).toEqual([403, 'role-not-allowed']);
    expect(await send(admin, { kind: 'registrations', cycleId, unitId })).toEqual([403, 'role-not-allowed']);
    expect(await send(officer, { kind: 'registrations', cycleId, unitId: other })).toEqual([404, 'not-found']);
    expect(await send(officer, { kind: 'registrations' })).toEqual([400, 'malformed']);
    expect(await send(officer, { kind: 'registrations', cycleId: randomUUID() })).toEqual([422, 'cycle-unknown']);
    const tried = { 'x-kheo-dry-run': 'true' };
    expect(await send(officer, { kind: 'registrations', cycleId, dryRun: 'false' }, tried)).toEqual([400, 'malformed']);
    const large = 'x'.repeat(20 * 1024 * 1024 + 1);
    const { status, body } = await sendForm(api, officer, { fields: { kind: 'registrations', cycleId }, text: large });
    expect([status, body.code, body['detail']]).toEqual([
      413,
      'file-too-large',
      'Tệp lớn hơn 20 MiB: hãy nén hoặc chia nhỏ rồi gửi lại.',
    ]);
  });

  it('whose header asks for a dry run is one', async () => {
    const before = await head();
    const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
    const headers = { 'x-kheo-dry-run': 'true' };
    const { body } = await sendForm(api, officer, { fields, text: models('E1,Thử,Tập thể,Kinh tế,'), headers });
    expect(await untilStands(officer, body.id)).toMatchObject({ dryRun: true, counts: { created: 1 } });
    expect(await head()).toBe(before);
  });

  it('of a file of which nothing can be used says so, and gives no list back', async () => {
    const fields = { kind: 'registrations', cycleId: office.cycleId };
    const { body } = await sendForm(api, officer, { fields, text: 'Cột lạ,Loại\n1,2\n' });
    const standing = await untilStands(officer, body.id);
    expect([standing.status, standing.notices.at(-1)]).toEqual(['UNUSABLE', expect.stringContaining('Tên mô hình')]);
    expect(standing.notices.at(-1)).toContain('Tiêu đề đã đọc: "Cột lạ", "Loại".');
    const file = await officer.get(`/api/imports/${body.id}/file`);
    expect([file.status, file.body.code]).toEqual([422, 'list-unusable']);
  });
});

it('tells nobody what is registered in a unit that is not theirs', async () => {
  const other = await api.unit('Xã Bên Cạnh', 'COMMUNE', office.province);
  await api.person('beside', { role: 'UNIT_OFFICER', unitId: other });
  await importAs(officer, models('Q1,Bí mật,Tập thể,Kinh tế,'));
  const guessed = models('Q1,Bí ẩn,Tập thể,Kinh tế,Xã Đổi Mới', 'Q2,Bí mật,Tập thể,Kinh tế,Xã Đổi Mới');
  const fields = { kind: 'registrations', cycleId: office.cycleId };
  const beside = await api.signIn('beside');
  const { body } = await sendForm(api, beside, { fields, text: guessed });
  await untilStands(beside, body.id);
  const hidden = 'LỖI: Cột "Đơn vị": Không tìm thấy, hoặc không thuộc phạm vi của bạn.';
  expect([...(await rowsOf(beside, body.id)).values()]).toEqual([hidden, hidden]);
});

describe('an import under way', () => {
  const begun = async (session: Session, text: string): Promise<string> => {
    const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
    const { body } = await sendForm(api, session, { fields, text });
    await untilStands(session, body.id, ({ done }) => done > 0);
    return body.id;
  };

  it('is cancelled: what was imported stays and is told, nothing more is done', async () => {
    const before = await head();
    const id = await begun(officer, many(MANY, 'X'));
    expect((await officer.post(`/api/imports/${id}/cancel`)).status).toBe(204);
    const again = await officer.post(`/api/imports/${id}/cancel`);
    expect([again.status, again.body.code]).toEqual([409, 'import-over']);
    await importAs(officer, models('XX,Sau đó,Tập thể,Kinh tế,'));
    const standing = await untilStands(officer, id);
    expect(standing.status).toBe('CANCELLED');
    expect(standing.done).toBeLessThan(MANY);
    expect(standing.counts['created']).toBe((await since(before)).length - 1);
    expect((await rowsOf(officer, id)).size).toBe(standing.done);
  });

  it('refuses the rows that are left once its sender lacks the right', async () => {
    const personId = await api.person('leaving', { role: 'UNIT_OFFICER', unitId: office.commune });
    const leaving = await api.signIn('leaving');
    const id = await begun(leaving, many(MANY, 'Y'));
    const { appointments } = (
      await admin.get(`/api/people/${personId}`, { headers: { 'x-kheo-wait-for': String(await head()) } })
    ).body as unknown as {
      readonly appointments: readonly { readonly appointmentId: string }[];
    };
    const end = { appointmentId: appointments[0]?.appointmentId, endsAt: api.clock.now(), reason: 'Chuyển công tác' };
    expect((await admin.post(`/api/people/${personId}/end-appointment`, end)).status).toBe(200);
    api.clock.advance(1000);
    const standing = await untilStands(admin, id);
    expect(standing).toMatchObject({ status: 'ENDED', done: MANY });
    expect(standing.counts['failed']).toBeGreaterThan(0);
    const { items } = (await admin.get(`/api/imports/${id}/rows?outcome=failed&limit=1`)).body;
    expect(items[0]?.['text']).toMatch(/^LỖI: .*Không tìm thấy, hoặc không thuộc phạm vi của bạn\.$/u);
  });

  it('stops and says so once its sender may no longer sign in', async () => {
    const personId = await api.person('closed', { role: 'UNIT_OFFICER', unitId: office.commune });
    const id = await begun(await api.signIn('closed'), many(MANY, 'Z'));
    expect((await admin.post(`/api/people/${personId}/disable-account`)).status).toBe(200);
    const standing = await untilStands(admin, id);
    expect(standing).toMatchObject({ status: 'CANCELLED' });
    expect(standing.notices).toEqual([expect.stringContaining('không còn đăng nhập được')]);
    expect(standing.done).toBeLessThan(MANY);
  });
});

it('goes on after a restart where it was, and tells of each row what the whole import did', async () => {
  const database = await postgres.createDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'kheo-restart-'));
  const config = { dataDir };
  let running = await startApi(database, { config });
  try {
    const { cycleId, commune } = await openOffice(running);
    const before = await running.ports.store.head();
    const session = await running.signIn('officer');
    const fields = { kind: 'registrations', cycleId, unitId: commune };
    const { body } = await sendForm(running, session, { fields, text: many(MANY, 'R') });
    const half = await untilStands(session, body.id, ({ done }) => done > 0);
    await running.stop();
    expect(half.done).toBeLessThan(MANY);
    running = await startApi(database, { config });
    const again = await running.signIn('officer');
    expect(await untilStands(again, body.id)).toMatchObject({ status: 'ENDED', counts: { created: MANY, failed: 0 } });
    const { events } = await running.ports.store.readAll({
      after: before,
      limit: 50_000,
      categories: ['registration'],
    });
    expect(events).toHaveLength(MANY);
  } finally {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
