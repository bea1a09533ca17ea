import type { Session, TestApi } from '#support';
import {
  csv,
  models,
  MODELS,
  rowsOf,
  sendForm,
  startImporting,
  UNITS,
  untilStands,
  type Importing,
  type ImportingOffice,
} from './import-fixture.ts';

let importing: Importing;
let api: TestApi;
let office: ImportingOffice;
let officer: Session;
let admin: Session;
let importAs: Importing['importAs'];
let head: Importing['head'];

beforeAll(async () => {
  importing = await startImporting();
  ({ api, office, officer, admin, importAs, head } = importing);
}, 120_000);
afterAll(() => importing?.stop());

/** A model that was made of a row without texts. */
const MADE = expect.stringMatching(/^Đã tạo mới – Bản đăng ký còn thiếu mục bắt buộc: /u) as string;

describe('two rows for one thing', () => {
  it.each([
    ['models of one code', {}, models('R1,Alpha,Tập thể,Kinh tế,', 'R1,Beta,Tập thể,Kinh tế,'), 'mã'],
    ['models of codes that fold to one', {}, models('Đ1,Gama,Tập thể,Kinh tế,', 'd1,Delta,Tập thể,Kinh tế,'), 'mã'],
    [
      'models of one name, with and without a code',
      {},
      models('V1,Nhà xanh,Tập thể,Kinh tế,', ',Nhà Xanh,Tập thể,Kinh tế,'),
      'tên',
    ],
    [
      'models of one name with two codes',
      {},
      models('V2,Ngõ hoa,Tập thể,Kinh tế,', 'V3,Ngõ hoa,Cá nhân,Kinh tế,Xã Đổi Mới'),
      'tên',
    ],
    ['models of one name', {}, models(',Tổ hòa giải,Tập thể,Kinh tế,', ',Tổ hoa giải,Tập thể,Kinh tế,'), 'tên'],
    [
      'models whose unit is written in two ways',
      {},
      models('U1,Một,Tập thể,Kinh tế,Xã Đổi Mới', 'U1,Hai,Tập thể,Kinh tế,'),
      'mã',
    ],
    [
      'units of one code',
      { kind: 'units' },
      csv(UNITS, 'K7,Xã K,Xã,Tỉnh Minh Họa,,1/2/2026', 'k7,Xã Khác nữa,Xã,Tỉnh Minh Họa,,1/7/2026'),
      'mã',
    ],
    [
      'units of one administrative code',
      { kind: 'units' },
      csv(UNITS, 'K8,Xã K,Xã,Tỉnh Minh Họa,91001,1/2/2026', 'K9,Xã L,Xã,Tỉnh Minh Họa,91001,1/2/2026'),
      'mã hành chính',
    ],
    [
      'units of one name below one unit, written in two ways',
      { kind: 'units' },
      csv(UNITS, 'S1,Xã Hoà Lạc,Xã,Tỉnh Minh Họa,,1/2/2026', 'S2,xã  HÒA LẠC,Xã,tỉnh minh hoạ,91002,1/7/2026'),
      'tên',
    ],
  ] as const)('are both refused, in the dry run too: %s', async (_what, fields, text, by) => {
    const before = await head();
    for (const dryRun of ['true', 'false']) {
      const { rows } = await importAs('kind' in fields ? admin : officer, text, { ...fields, dryRun });
      const each = 'kind' in fields ? 'đơn vị' : 'mô hình';
      const toDo = by === 'tên' ? 'chỉ giữ một dòng' : `mỗi ${each} một mã: sửa mã, hoặc bỏ dòng lặp`;
      expect(rows).toEqual([3, 2].map((line) => `LỖI: Trùng ${by} với dòng ${line}: ${toDo}`));
    }
    expect(await head()).toBe(before);
  });

  it('are not what rows are whose units are not found: each is told of its own', async () => {
    const list = models('W1,Hũ gạo,Tập thể,Kinh tế,Xã Hoằng Lộcc', 'W1,Hũ gạo,Tập thể,Kinh tế,Xã Nga Sơnn');
    const missing = (unit: string) =>
      `LỖI: Cột "Đơn vị": không tìm thấy "${unit}": ghi mã đơn vị, hoặc tên đúng từng chữ`;
    expect((await importAs(officer, list, { dryRun: 'true' })).rows).toEqual([
      missing('Xã Hoằng Lộcc'),
      missing('Xã Nga Sơnn'),
    ]);
    const unnamed = models('W1,Hũ gạo,Tập thể,Kinh tế,', 'W1,Hũ gạo,Tập thể,Kinh tế,');
    const without = { kind: 'registrations', cycleId: office.cycleId, dryRun: 'true' };
    const { body } = await sendForm(api, officer, { fields: without, text: unnamed });
    await untilStands(officer, body.id);
    const required = 'LỖI: Cột "Đơn vị": bắt buộc';
    expect([...(await rowsOf(officer, body.id)).values()]).toEqual([required, required]);
  });
});

it('units whose names differ in a diacritic, or that stand below different units, are different', async () => {
  const list = csv(
    UNITS,
    'S3,Xã Hòa Lạc,Xã,Tỉnh Minh Họa,,1/2/2026',
    'S4,Xã Hoa Lạc,Xã,Tỉnh Minh Họa,,1/2/2026',
    'S5,Chi bộ,Đơn vị,S3,,1/2/2026',
    'S6,Chi bộ,Đơn vị,S4,,1/2/2026',
    'S7,Chi bộ,Đơn vị,Xã Không Có,,1/2/2026',
    'S8,Chi bộ,Đơn vị,Xã Không Có,,1/2/2026',
  );
  const unknown = expect.stringContaining('không tìm thấy "Xã Không Có"');
  expect((await importAs(admin, list, { kind: 'units', dryRun: 'true' })).rows).toEqual([
    ...Array.from({ length: 4 }, () => 'Sẽ tạo mới'),
    ...[unknown, unknown],
  ]);
});

describe('a unit that is there already', () => {
  const unit = (code: string, name: string, parent = 'Tỉnh Minh Họa', adminUnitCode = '') =>
    `${code},${name},Xã,${parent},${adminUnitCode},1/2/2026`;
  const units = (...rows: readonly string[]): string => csv(UNITS, ...rows);
  const taken = (named: string) =>
    `LỖI: Cột "Tên đơn vị": có rồi: ${named} của cùng đơn vị cấp trên, không phải từ dòng này: ghi mã đơn vị của lần nhập trước (nếu không lập từ danh sách thì bỏ dòng này), hoặc nếu là đơn vị khác thì ghi tên phân biệt`;
  const idOf = async (name: string): Promise<string> => {
    const wait = { headers: { 'x-kheo-wait-for': String(await head()) } };
    const { items } = (await admin.get(`/api/units?q=${encodeURIComponent(name)}`, wait)).body;
    return String(items.find((each) => each['name'] === name)?.['id']);
  };

  it('is not made again with another code, in the dry run too, nor beside one made by hand', async () => {
    const first = units(unit('E1', 'Xã Hòa Tiến', undefined, '91003'));
    expect((await importAs(admin, first, { kind: 'units' })).rows).toEqual(['Đã tạo mới']);
    const before = await head();
    const again = units(unit('E2', 'xã Hoà  Tiến'), unit('E3', 'Xã Đổi Mới'), unit('E4', 'Xã Hòa Tiến', 'E1'));
    const { rows } = await importAs(admin, again, { kind: 'units', dryRun: 'true' });
    expect(rows).toEqual([taken('"Xã Hòa Tiến" (mã hành chính 91003)'), taken('"Xã Đổi Mới"'), 'Sẽ tạo mới']);
    const only = units(...again.split('\n').slice(1, 3));
    expect((await importAs(admin, only, { kind: 'units' })).rows).toEqual(rows.slice(0, 2));
    expect((await importAs(admin, first, { kind: 'units' })).rows).toEqual(['Không đổi']);
    expect(await head()).toBe(before);
  });

  it('gives no unit its name by renaming or moving, but units of one list may change theirs with each other', async () => {
    const list = units(unit('E5', 'Xã Một'), unit('E6', 'Xã Hai'), unit('E7', 'Xã Một', 'Xã Đổi Mới'));
    await importAs(admin, list, { kind: 'units' });
    const later = (row: string) => row.replace('1/2/2026', '5/2/2026');
    const renamed = units(later(unit('E6', 'XÃ MỘT')), later(unit('E7', 'Xã Một')));
    const before = await head();
    expect((await importAs(admin, renamed, { kind: 'units' })).rows).toEqual([
      'LỖI: Trùng tên với dòng 3: chỉ giữ một dòng',
      'LỖI: Trùng tên với dòng 2: chỉ giữ một dòng',
    ]);
    for (const row of renamed.split('\n').slice(1, 3))
      expect((await importAs(admin, units(row), { kind: 'units' })).rows).toEqual([taken('"Xã Một"')]);
    expect(await head()).toBe(before);
    const swapped = units(later(unit('E5', 'Xã Hai')), later(unit('E6', 'Xã Một')));
    expect((await importAs(admin, swapped, { kind: 'units' })).rows).toEqual(['Đã cập nhật', 'Đã cập nhật']);
  });

  it('stands in nobody’s way once it is closed, or is called otherwise', async () => {
    await importAs(admin, units(unit('E8', 'Xã Cũ'), unit('E9', 'Xã Sai')), { kind: 'units' });
    const [old, misspelt] = [await idOf('Xã Cũ'), await idOf('Xã Sai')];
    const closed = await admin.post(`/api/units/${old}/close`, { on: '2026-02-02', reason: 'Sáp nhập' });
    const renamed = await admin.post(`/api/units/${misspelt}/rename`, { name: 'Xã Đúng', from: '2026-02-02' });
    expect([closed.status, renamed.status]).toEqual([200, 200]);
    const list = units(unit('E10', 'Xã Cũ').replace('1/2/2026', '3/2/2026'), unit('E11', 'Xã Sai'));
    expect((await importAs(admin, list, { kind: 'units' })).rows).toEqual(['Đã tạo mới', 'Đã tạo mới']);
    // What a person renamed stays, though another bears the old name by now.
    expect((await importAs(admin, units(unit('E9', 'Xã Sai')), { kind: 'units' })).rows).toEqual([
      'Giữ nguyên – đã được sửa tay ngày 02/02/2026: cột "Tên đơn vị"',
    ]);
  });
});

it('the unit at the root is there already, and the units below its row are read', async () => {
  const list = (kind: string) =>
    csv(
      UNITS,
      'G1,Xã Gốc,Xã,G0,,1/2/2026',
      'G2,Xã Gốc Mới,Xã,Tỉnh Minh Họa,,1/2/2026',
      `g0,Tỉnh Minh  Hoạ,${kind},,,1/7/2025`,
    );
  const there = 'Không đổi – đơn vị này đã có từ trước, không nhập gì từ dòng này';
  for (const [dryRun, created] of [
    ['true', 'Sẽ tạo mới'],
    ['false', 'Đã tạo mới'],
    ['false', 'Không đổi'],
  ] as const)
    expect((await importAs(admin, list('Tỉnh'), { kind: 'units', dryRun })).rows).toEqual([created, created, there]);
  expect((await importAs(admin, list('Xã'), { kind: 'units' })).rows).toEqual([
    'Không đổi',
    'Không đổi',
    'LỖI: Cột "Loại": loại của đơn vị đã lập không đổi được',
  ]);
  const other = csv(UNITS, 'G3,Tỉnh Khác,Tỉnh,,,1/2/2026');
  expect((await importAs(admin, other, { kind: 'units' })).rows).toEqual(['LỖI: Cột "Đơn vị cấp trên": bắt buộc']);
});

describe('a model that is there already', () => {
  const TAKEN =
    'LỖI: Cột "Tên mô hình": đơn vị đã có mô hình tên này trong đợt, không phải từ dòng này: ghi mã dòng của lần nhập trước (để trống nếu khi ấy không có mã), hoặc ghi tên khác';

  it.each([
    ['with another code', 'T1,Bến nước sạch,Tập thể,Kinh tế,', 'T2,Bến nước  sạch,Tập thể,Kinh tế,Xã Đổi Mới'],
    ['without its code', 'T3,Đò an toàn,Tập thể,Kinh tế,', ',Đò An Toàn,Tập thể,Kinh tế,'],
    [
      'with a code that it did not have',
      ',Tiếng trống khuyến học,Tập thể,Kinh tế,',
      'T4,Tiếng trống khuyến học,Tập thể,Kinh tế,',
    ],
  ])('by an earlier list is not made again by a row %s, in the dry run too', async (_what, first, again) => {
    expect((await importAs(officer, models(first))).rows).toEqual([MADE]);
    const before = await head();
    for (const dryRun of ['true', 'false'])
      expect((await importAs(officer, models(again), { dryRun })).rows).toEqual([TAKEN]);
    expect(await head()).toBe(before);
    expect((await importAs(officer, models(first))).rows).toEqual(['Không đổi']);
  });

  it('gives no row its name, but rows of one list may change theirs with each other', async () => {
    const list = (one: string, two: string) => models(`N1,${one},Tập thể,Kinh tế,`, `N2,${two},Tập thể,Kinh tế,`);
    await importAs(officer, list('Vườn thuốc', 'Tủ sách'));
    expect((await importAs(officer, models('N1,Tủ sách,Tập thể,Kinh tế,'))).rows).toEqual([TAKEN]);
    expect((await importAs(officer, list('Tủ sách', 'Vườn thuốc'))).rows).toEqual([
      expect.stringMatching(/^Đã cập nhật – /u),
      expect.stringMatching(/^Đã cập nhật – /u),
    ]);
  });

  it('stands in nobody’s way once it was withdrawn, nor in the way of another unit', async () => {
    await importAs(officer, models('X1,Cổng trường,Tập thể,Kinh tế,'));
    const wait = { headers: { 'x-kheo-wait-for': String(await head()) } };
    const { items } = (await officer.get('/api/registrations?q=cong', wait)).body;
    await api.person('head', { role: 'UNIT_HEAD', unitId: office.commune });
    const withdrawn = await (
      await api.signIn('head')
    ).post(`/api/registrations/${String(items[0]?.['id'])}/withdraw`, { reason: 'Trùng' });
    expect(withdrawn.status).toBe(200);
    expect((await importAs(officer, models('X2,Cổng trường,Tập thể,Kinh tế,'))).rows).toEqual([MADE]);
    const other = await api.unit('Xã Bên', 'COMMUNE', office.province);
    await api.person('beside', { role: 'UNIT_OFFICER', unitId: other });
    const beside = await api.signIn('beside');
    expect((await importAs(beside, models('X2,Cổng trường,Tập thể,Kinh tế,'), { unitId: other })).rows).toEqual([MADE]);
  });
});

describe('what a draft still lacks', () => {
  it('is told of each row as the rule that asks for it, by the dry run and by the import', async () => {
    const header = `${MODELS},Thực trạng,Mục tiêu,Nội dung,Tiến độ`;
    const list = csv(header, 'L1,Chợ quê,Tập thể,Kinh tế,,một,hai,ba,bốn', 'L2,Bãi bồi,Tập thể,Kinh tế,,một,,ba,');
    const lacks =
      'Sẽ tạo mới – Bản đăng ký còn thiếu mục bắt buộc: mục tiêu và tiêu chí đánh giá, thời gian, tiến độ và ngày đánh giá.';
    expect((await importAs(officer, list, { dryRun: 'true' })).rows).toEqual(['Sẽ tạo mới', lacks]);
    expect((await importAs(officer, list)).rows).toEqual(['Đã tạo mới', lacks.replace('Sẽ', 'Đã')]);
    const changed = list.replace('một,,ba,', 'năm,,ba,').replace('Chợ quê', 'Chợ quê mới');
    const lacking = lacks.replace('tạo mới', 'cập nhật');
    expect((await importAs(officer, changed, { dryRun: 'true' })).rows).toEqual(['Sẽ cập nhật', lacking]);
    expect((await importAs(officer, changed)).rows).toEqual(['Đã cập nhật', lacking.replace('Sẽ', 'Đã')]);
  });

  it('is told once of the list where the deadline has passed', async () => {
    const list = models('L3,Sân chơi,Tập thể,Kinh tế,');
    expect((await importAs(officer, list, { dryRun: 'true' })).standing.notices).toEqual([]);
    api.clock.set('2026-12-30T02:00:00.000Z');
    const { standing, rows } = await importAs(await api.signIn('officer'), list, { dryRun: 'true' });
    expect(standing.notices).toEqual([
      'Hạn đăng ký của đợt (31/03/2026) đã qua: các dòng thành bản thảo, khi gửi đăng ký phải nêu lý do nộp muộn.',
    ]);
    expect(rows).toEqual([expect.stringMatching(/^Sẽ tạo mới/u)]);
  });
});
