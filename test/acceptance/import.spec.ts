import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { PASSWORD, startApi, startPostgres, type TestApi, type TestPostgres } from '#support';
import { createApiClient, type ApiClient } from '../../apps/cli/client/api-client.ts';
import {
  followImport,
  returnedName,
  saveReturned,
  sendList,
  type ImportCounts,
  type ImportRequest,
} from '../../apps/cli/import/run-import.ts';
import { openOffice } from './import-fixture.ts';

let postgres: TestPostgres;
let api: TestApi;
let folder: string;
let province: string;
let cycleId: string;

const signedIn = async (username: string): Promise<ApiClient> => {
  const client = createApiClient(await api.app.getUrl(), { sleep: () => Promise.resolve(), newId: randomUUID });
  expect(await client.signIn(username, PASSWORD)).toMatchObject({ ok: true });
  return client;
};

const importAs = async (username: string, text: string, request: Partial<ImportRequest>) => {
  const file = join(folder, 'danh-sach.csv');
  await writeFile(file, text);
  const of = request.kind === 'units' ? {} : { cycleId };
  const full: ImportRequest = { kind: 'registrations', file, dryRun: false, ...of, ...request };
  const client = await signedIn(username);
  const { id } = await sendList(full, client);
  const over = await followImport(id, client, { onProgress: () => undefined, pause: () => sleep(10) });
  await saveReturned(over, returnedName(file), client);
  const rows: string[][] = parse(await readFile(returnedName(file), 'utf8'), { bom: true });
  return { summary: over.counts, results: rows.slice(1).map((row) => row.at(-1) ?? '') };
};

const seen = (position: number) => ({ headers: { 'x-kheo-wait-for': String(position) } });

const counts = (summary: ImportCounts) =>
  [summary.created, summary.changed, summary.unchanged, summary.failed].join('/');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-import-'));
  postgres = await startPostgres();
  api = await startApi(postgres);
  await api.app.listen(0, '127.0.0.1');
  ({ province, cycleId } = await openOffice(api));
});

afterAll(async () => {
  await api.stop();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

/** A model that was made of a row without texts. */
const MADE = expect.stringMatching(/^Đã tạo mới – Bản đăng ký còn thiếu mục bắt buộc: /u) as string;

const HEADER = 'Mã dòng,Tên mô hình,Loại,Lĩnh vực,Đơn vị\n';

describe('a list of models', () => {
  const list =
    HEADER +
    '1,Đường hoa,Tập thể,Kinh tế,Xã Đổi Mới\n'.normalize('NFD') +
    '2,Bà Đào,Cá nhân,Văn hóa - xã hội,XÃ ĐỔI MỚI\n' +
    '3,Tổ may,Tập thể,Công thương,Xã Đổi Mới\n' +
    '4,,Tập thể,Kinh tế,Xã Lạ\n';

  it('is tried first, and nothing is recorded', async () => {
    const head = await api.ports.store.head();
    const { summary, results } = await importAs('officer', list, { dryRun: true });
    expect(counts(summary)).toBe('2/0/0/2');
    expect(results[0]).toMatch(/^Sẽ tạo mới – Bản đăng ký còn thiếu mục bắt buộc: thực trạng và lý do, /u);
    expect(await api.ports.store.head()).toBe(head);
  });

  it('is imported; each wrong row comes back with its column and rule, and holds nobody else back', async () => {
    const { summary, results } = await importAs('officer', list, {});
    expect(counts(summary)).toBe('2/0/0/2');
    expect(results.slice(0, 2)).toEqual([MADE, MADE]);
    expect(results[2]).toContain('LỖI: Cột "Lĩnh vực": không có "Công thương" trong danh mục (Kinh tế, ');
    expect(results[3]).toContain('Cột "Tên mô hình": bắt buộc');
    expect(results[3]).toContain('không tìm thấy "Xã Lạ"');
    const { items } = (
      await (await api.signIn('officer')).get('/api/registrations', seen(await api.ports.store.head()))
    ).body;
    expect(items.map(({ name }) => name).sort()).toEqual(['Bà Đào', 'Đường hoa']);
  });

  it('imported again acts only on changed rows, whether the text is composed or decomposed', async () => {
    const head = await api.ports.store.head();
    expect(counts((await importAs('officer', list.normalize('NFC'), {})).summary)).toBe('0/0/2/2');
    expect(await api.ports.store.head()).toBe(head);
    const corrected = list.replace('Bà Đào', 'Bà Nguyễn Thị Đào').replace('Công thương', 'Kinh tế');
    const { summary, results } = await importAs('officer', corrected, {});
    expect(counts(summary)).toBe('1/1/1/1');
    expect(results.slice(0, 3)).toEqual(['Không đổi', expect.stringMatching(/^Đã cập nhật – /u), MADE]);
    expect((await api.ports.store.readAll({ after: head, limit: 10 })).events).toHaveLength(2);
  });

  it('with characters that nobody sees in a heading, a code or a name is the same list', async () => {
    const head = await api.ports.store.head();
    const seen = `${HEADER}1,Đường hoa,Tập thể,Kinh tế,Xã Đổi Mới\n`;
    const hidden = seen
      .replace('Mã dòng', 'Mã\u200b dòng')
      .replace('Tên mô hình', '\u2060Tên mô hình')
      .replace('1,Đường', '1\u200b,Đư\u200bờng')
      .replace('Kinh tế,Xã Đổi', 'Kinh\u00ad tế,Xã\u200b Đổi');
    expect(counts((await importAs('officer', hidden, {})).summary)).toBe('0/0/1/0');
    expect(await api.ports.store.head()).toBe(head);
    const byName = `${HEADER},Hàng rào xanh,Tập thể,Kinh tế,Xã Đổi Mới\n`;
    expect(counts((await importAs('officer', byName, {})).summary)).toBe('1/0/0/0');
    const hiddenName = byName.replace(',Hàng rào', '\u200b,Hàng\u200b rào\u2060');
    expect(counts((await importAs('officer', hiddenName, {})).summary)).toBe('0/0/1/0');
  });

  it('with letters that were lost names the row, and nothing is made of it', async () => {
    const head = await api.ports.store.head();
    const lost = `${list.split('\n')[0] ?? ''}\n9,H\ufffdm nay,Tập thể,Kinh tế,Xã Đổi Mới\n`;
    const { summary, results } = await importAs('officer', lost, {});
    expect(counts(summary)).toBe('0/0/0/1');
    expect(results[0]).toContain('U+FFFD');
    expect(await api.ports.store.head()).toBe(head);
  });

  it('of a unit that is not yours is refused row by row', async () => {
    await api.person('stranger', { role: 'UNIT_OFFICER', unitId: await api.unit('Xã Khác', 'COMMUNE', province) });
    const { summary, results } = await importAs('stranger', `${HEADER}9,Lạ,Tập thể,Kinh tế,Xã Đổi Mới\n`, {});
    expect(counts(summary)).toBe('0/0/0/1');
    expect(results[0]).toContain('LỖI: Cột "Đơn vị": Không tìm thấy');
  });
});

describe('a list of units', () => {
  const header = 'Mã đơn vị,Tên đơn vị,Loại,Đơn vị cấp trên,Mã hành chính,Hiệu lực từ\n';

  it('is established with parents first, whatever their order, and again only where it changed', async () => {
    const list =
      header +
      'HOI-PN,Hội Phụ nữ xã Tân,Đơn vị,XA-TAN,,1/2/2026\n' +
      'XA-TAN,Xã Tân,Xã,Tỉnh Minh Họa,99123,01/02/2026\n';
    expect(counts((await importAs('admin', list, { kind: 'units', dryRun: true })).summary)).toBe('2/0/0/0');
    expect(counts((await importAs('admin', list, { kind: 'units' })).summary)).toBe('2/0/0/0');
    expect(counts((await importAs('admin', list, { kind: 'units' })).summary)).toBe('0/0/2/0');
    const renamed = list.replace('Hội Phụ nữ xã Tân', 'Hội LHPN xã Tân').replace('1/2/2026', '5/2/2026');
    const { summary, results } = await importAs('admin', renamed, { kind: 'units' });
    expect(counts(summary)).toBe('0/1/1/0');
    expect(results[0]).toBe('Đã cập nhật');
  });

  it('refuses a row whose parent in the list was refused, in the dry run too', async () => {
    const list = `${header}D1,Hội D,Đơn vị,X1,,1/2/2026\nX1,Xã X,Xã,Tỉnh Minh Họa,,1/2/1990\n`;
    for (const dryRun of [true, false]) {
      const { summary, results } = await importAs('admin', list, { kind: 'units', dryRun });
      expect(counts(summary)).toBe('0/0/0/2');
      expect(results[0]).toBe('LỖI: Cột "Đơn vị cấp trên": "X1" chưa nhập được');
    }
  });

  it('with characters that nobody sees in a heading, a code or a parent makes no second unit', async () => {
    const list =
      header +
      'HOI-ND,Hội Nông dân xã Mới,Đơn vị,XA-MOI,,1/2/2026\n' +
      'XA-MOI,Xã Mới,Xã,Tỉnh Minh Họa,99124,01/02/2026\n';
    expect(counts((await importAs('admin', list, { kind: 'units' })).summary)).toBe('2/0/0/0');
    const head = await api.ports.store.head();
    const hidden = list
      .replace('Mã đơn vị', 'Mã\u200b đơn vị')
      .replace('HOI-ND,Hội', 'HOI-\u200bND\u2060,Hội\u200b')
      .replace('Đơn vị,XA-MOI', 'Đơn\u00ad vị,XA\u200b-MOI')
      .replace('\nXA-MOI,Xã Mới', '\n\u200bXA-MOI,Xã M\u200bới')
      .replace('Tỉnh Minh', 'Tỉnh\u200b Minh');
    expect(counts((await importAs('admin', hidden, { kind: 'units' })).summary)).toBe('0/0/2/0');
    expect(await api.ports.store.head()).toBe(head);
  });

  it('tells a parent that is not there and a date that is none, and reads days with dots and dashes', async () => {
    const { results } = await importAs('admin', `${header}X,Xã X,Xã,Huyện Cũ,,hôm nay\n`, { kind: 'units' });
    expect(results[0]).toContain('không tìm thấy "Huyện Cũ"');
    expect(results[0]).toContain('ghi ngày/tháng/năm');
    const days = ['', '31/11/2026', '2026-02-30', '30.2.2026', '5/2/26', '05.02.2026', '5-2-2026'];
    const list = days.map((day, index) => `NG${index},Tổ ${index},Đơn vị,Tỉnh Minh Họa,,${day}\n`);
    const tried = await importAs('admin', header + list.join(''), { kind: 'units', dryRun: true });
    expect(tried.results).toEqual([
      'LỖI: Cột "Hiệu lực từ": bắt buộc',
      'LỖI: Cột "Hiệu lực từ": lịch không có ngày 31/11/2026',
      'LỖI: Cột "Hiệu lực từ": lịch không có ngày 2026-02-30',
      'LỖI: Cột "Hiệu lực từ": lịch không có ngày 30.2.2026',
      'LỖI: Cột "Hiệu lực từ": ghi ngày/tháng/năm',
      'Sẽ tạo mới',
      'Sẽ tạo mới',
    ]);
  });
});
