import type { Session, TestApi } from '#support';
import { csv, models, startImporting, UNITS, type Importing, type ImportingOffice } from './import-fixture.ts';

let importing: Importing;
let api: TestApi;
let office: ImportingOffice;
let admin: Session;
let importAs: Importing['importAs'];
let head: Importing['head'];
let since: Importing['since'];

beforeAll(async () => {
  importing = await startImporting();
  ({ api, office, admin, importAs, head, since } = importing);
}, 120_000);
afterAll(() => importing?.stop());

describe('a list of units', () => {
  it('is told the same by the dry run as by the import, below units that the list itself makes', async () => {
    const list = csv(
      UNITS,
      'P1-A,Chi bộ A,Đơn vị,P1,,1/2/2026',
      'P1-B,Chi bộ B,Đơn vị,P1,,31/1/2026',
      'P1-B1,Tổ B1,Đơn vị,P1-B,,1/3/2026',
      'P1,Xã P1,Xã,Tỉnh Minh Họa,92001,1/2/2026',
      'P2,Xã P2,Xã,Tỉnh Minh Họa,123,1/2/2026',
      'V1,Tổ V1,Đơn vị,V2,,1/2/2026',
      'V2,Tổ V2,Đơn vị,V1,,1/2/2026',
    );
    const tried = await importAs(admin, list, { kind: 'units', dryRun: 'true' });
    const { rows } = await importAs(admin, list, { kind: 'units' });
    expect(tried.rows.map((row) => row.replace('Sẽ', 'Đã'))).toEqual(rows);
    expect(rows).toEqual([
      'Đã tạo mới',
      'LỖI: Cột "Hiệu lực từ": Ngày nằm ngoài thời gian hoạt động của đơn vị cấp trên “Xã P1”: từ ngày 01/02/2026.',
      'LỖI: Cột "Đơn vị cấp trên": "P1-B" chưa nhập được',
      'Đã tạo mới',
      expect.stringMatching(/^LỖI: Cột "Mã hành chính": /u),
      'LỖI: Cột "Đơn vị cấp trên": "V2" chưa nhập được',
      'LỖI: Cột "Đơn vị cấp trên": "V1" chưa nhập được',
    ]);
  });

  it('that names a unit by a name that several bear is told how many, and takes the code', async () => {
    const two = csv(
      UNITS,
      'H0,Cụm Hòa Bình,Đơn vị,Tỉnh Minh Họa,,1/2/2026',
      'H1,Xã Hòa Bình,Xã,Tỉnh Minh Họa,93001,1/2/2026',
      'H2,Xã Hòa Bình,Xã,H0,93002,1/2/2026',
    );
    expect((await importAs(admin, two, { kind: 'units' })).standing.counts).toMatchObject({ created: 3 });
    const below = (parent: string) => csv(UNITS, `H3,Chi bộ,Đơn vị,${parent},,1/3/2026`);
    expect((await importAs(admin, below('Xã Hòa Bình'), { kind: 'units', dryRun: 'true' })).rows).toEqual([
      'LỖI: Cột "Đơn vị cấp trên": có 2 đơn vị cùng tên "Xã Hòa Bình": ghi mã đơn vị thay cho tên',
    ]);
    for (const code of ['93002', 'H2'])
      expect((await importAs(admin, below(code), { kind: 'units', dryRun: 'true' })).rows).toEqual(['Sẽ tạo mới']);
  });

  it('that names a unit by another one’s letters without their marks is asked which is meant; the exact name wins', async () => {
    const one = csv(UNITS, 'HL1,Xã Hoằng Lộc,Xã,Tỉnh Minh Họa,95001,1/2/2026');
    await importAs(admin, one, { kind: 'units' });
    await api.person('collector', { role: 'UNIT_OFFICER', unitId: office.province });
    const collector = await api.signIn('collector');
    const question = 'không có đơn vị tên "Xã Hoàng Lộc"; có phải "Xã Hoằng Lộc" (mã 95001)?';
    const below = csv(UNITS, 'HL3,Chi bộ,Đơn vị,Xã Hoàng Lộc,,1/3/2026');
    const model = (unit: string) => models(`HL,Mô hình,Tập thể,Kinh tế,${unit}`);
    expect((await importAs(admin, below, { kind: 'units' })).rows).toEqual([`LỖI: Cột "Đơn vị cấp trên": ${question}`]);
    expect((await importAs(collector, model('Xã Hoàng Lộc'))).rows).toEqual([`LỖI: Cột "Đơn vị": ${question}`]);

    const other = one.replace('HL1,Xã Hoằng', 'HL2,Xã Hoàng').replace('95001', '95002');
    await importAs(admin, other, { kind: 'units' });
    expect((await importAs(admin, below, { kind: 'units' })).rows).toEqual(['Đã tạo mới']);
    expect((await importAs(collector, model('xa hoang loc'))).rows).toEqual([
      'LỖI: Cột "Đơn vị": không có đơn vị tên "xa hoang loc"; có 2 đơn vị tên gần giống ("Xã Hoàng Lộc" (mã 95002), "Xã Hoằng Lộc" (mã 95001)): ghi mã đơn vị thay cho tên',
    ]);
    for (const unit of ['Xã Hoằng Lộc', 'XÃ HOẰNG  LỘC'.normalize('NFD'), 'Xã Hòang Lộc'])
      expect((await importAs(collector, model(unit), { dryRun: 'true' })).rows).toEqual([
        expect.stringMatching(/^Sẽ tạo mới/u),
      ]);
  });

  it('that shortens a name, or writes more or less than it, is asked whether that one is meant; it is never taken', async () => {
    const list = csv(
      UNITS,
      'NS1,Đảng ủy xã Nga Sơn,Đơn vị,Tỉnh Minh Họa,,1/2/2026',
      'NS2,Đảng ủy xã Nga Thắng,Đơn vị,Tỉnh Minh Họa,,1/2/2026',
      'NS3,UBND xã Nga Thắng,Đơn vị,Tỉnh Minh Họa,,1/2/2026',
    );
    await importAs(admin, list, { kind: 'units' });
    const told = async (parent: string) => {
      const below = csv(UNITS, `NS4,Chi bộ,Đơn vị,${parent},,1/3/2026`);
      return (await importAs(admin, below, { kind: 'units', dryRun: 'true' })).rows;
    };
    const asks = (name: string) => [expect.stringMatching(new RegExp(`có phải "${name}"( \\(mã .*\\))?\\?$`, 'u'))];
    for (const text of ['Nga Sơn', 'Xã Nga Sơn', 'ĐU xã Nga Sơn', 'Văn phòng Đảng ủy xã Nga Sơn'])
      expect([text, await told(text)]).toEqual([text, asks('Đảng ủy xã Nga Sơn')]);
    expect(await told('ĐU xã Nga Thắng')).toEqual(asks('Đảng ủy xã Nga Thắng'));
    for (const [text, count] of [
      ['Nga Thắng', 2],
      ['Nga', 3],
    ] as const)
      expect([text, await told(text)]).toEqual([
        text,
        [expect.stringMatching(new RegExp(`có ${count} đơn vị tên gần giống \\("Đảng.*\\): ghi mã đơn vị thay`, 'u'))],
      ]);
    expect(await told('-')).toEqual([expect.stringContaining('không tìm thấy "-"')]);
  });

  it('finds a unit above by its name in the same list, where one alone bears it', async () => {
    const list = csv(
      UNITS,
      'Y2,Chi bộ Yên Lập,Đơn vị,Xã Yên Lập,,1/3/2026',
      'Y1,Xã Yên Lập,Xã,Tỉnh Minh Họa,96001,1/2/2026',
      'Y3,Chi bộ Yên Lạp,Đơn vị,Xã Yên Lạp,,1/3/2026',
      'Y4,Chi bộ khác,Đơn vị,Xã Không Có,,1/3/2026',
      'Y5,Tổ một,Đơn vị,Tổ,,1/3/2026',
      'Y6,Tổ,Đơn vị,Y2,,1/3/2026',
      'Y7,Tổ,Đơn vị,96001,,1/3/2026',
    );
    const tried = await importAs(admin, list, { kind: 'units', dryRun: 'true' });
    const { rows } = await importAs(admin, list, { kind: 'units' });
    expect(tried.rows.map((row) => row.replace('Sẽ', 'Đã'))).toEqual(rows);
    expect(rows).toEqual([
      'Đã tạo mới',
      'Đã tạo mới',
      'LỖI: Cột "Đơn vị cấp trên": không có đơn vị tên "Xã Yên Lạp"; có phải "Xã Yên Lập" (mã Y1)?',
      'LỖI: Cột "Đơn vị cấp trên": không tìm thấy "Xã Không Có": ghi mã đơn vị, hoặc tên đúng từng chữ',
      'LỖI: Cột "Đơn vị cấp trên": có 2 đơn vị cùng tên "Tổ": ghi mã đơn vị thay cho tên',
      'Đã tạo mới',
      'Đã tạo mới',
    ]);
    expect((await importAs(admin, list, { kind: 'units' })).rows).toEqual(
      rows.map((row) => row.replace('Đã tạo mới', 'Không đổi')),
    );
  });

  it('is told of by its own headings', async () => {
    const header = 'Mã ĐV,Tên đơn vị,Loại,Trực thuộc,Mã ĐVHC,Ngày thành lập';
    const list = csv(header, 'T1,Chi bộ T,Đơn vị,Xã Lạ,,1/3/2026', 'T2,Xã T,Xã,Tỉnh Minh Họa,1,1/3/2026');
    const { rows, standing } = await importAs(admin, list, { kind: 'units' });
    expect(rows).toEqual([
      expect.stringContaining('LỖI: Cột "Trực thuộc": không tìm thấy "Xã Lạ"'),
      expect.stringContaining('LỖI: Cột "Mã ĐVHC": '),
    ]);
    const english = { headers: { 'accept-language': 'en' } };
    const told = (await admin.get(`/api/imports/${standing.id}/rows`, english)).body.items;
    expect(told[1]?.['text']).toContain('ERROR: Column "Mã ĐVHC": ');
  });

  it('leaves what was renamed by hand, and says so; what both renamed is refused with both names', async () => {
    const list = csv(UNITS, 'N1,Xã Nam,Xã,Tỉnh Minh Họa,94001,1/2/2026');
    await importAs(admin, list, { kind: 'units' });
    const { items } = (await admin.get('/api/units?q=Nam', { headers: { 'x-kheo-wait-for': String(await head()) } }))
      .body;
    const id = String(items.find(({ adminUnitCode }) => adminUnitCode === '94001')?.['id']);
    expect((await admin.post(`/api/units/${id}/rename`, { name: 'Phường Nam', from: '2026-02-02' })).status).toBe(200);
    const before = await head();
    expect((await importAs(admin, list, { kind: 'units' })).rows).toEqual([
      'Giữ nguyên – đã được sửa tay ngày 02/02/2026: cột "Tên đơn vị"',
    ]);
    const renamed = list.replace('Xã Nam', 'Xã Nam Mới').replace('1/2/2026', '3/2/2026');
    const [row = ''] = (await importAs(admin, renamed, { kind: 'units' })).rows;
    for (const name of ['LỖI: ', '"Xã Nam Mới"', '"Phường Nam"', '02/02/2026']) expect(row).toContain(name);
    expect(await head()).toBe(before);
    const agreed = list.replace('Xã Nam', 'Phường Nam').replace('1/2/2026', '3/2/2026');
    expect((await importAs(admin, agreed, { kind: 'units' })).rows).toEqual([
      'Không đổi – Cột "Hiệu lực từ": đơn vị đã có từ ngày 01/02/2026, ngày trong danh sách không được nhận',
    ]);
  });

  it('is below a unit that is there, though the row of that one is refused', async () => {
    const list = csv(UNITS, 'Q1,Xã Q,Xã,Tỉnh Minh Họa,,1/2/2026', 'Q2,Chi hội Q,Đơn vị,Q1,,1/2/2026');
    await importAs(admin, list, { kind: 'units' });
    const again = `${list.replace('Xã Q,Xã', 'Xã Q,Tỉnh')}\nQ3,Chi hội Q mới,Đơn vị,Q1,,1/2/2026`;
    const { rows } = await importAs(admin, again, { kind: 'units' });
    expect(rows).toEqual([expect.stringMatching(/^LỖI: Cột "Loại": /u), 'Không đổi', 'Đã tạo mới']);
  });

  it('moves and renames a unit that nobody touched by hand, both or neither, and once', async () => {
    const list = csv(
      UNITS,
      'M0,Xã M,Xã,Tỉnh Minh Họa,,1/2/2026',
      'M1,Tổ M,Đơn vị,Tỉnh Minh Họa,,1/2/2026',
      'M9,Xã M9,Xã,Tỉnh Minh Họa,,10/2/2026',
    );
    await importAs(admin, list, { kind: 'units' });
    const changed = list.replace('Tổ M,Đơn vị,Tỉnh Minh Họa,,1/2/2026', 'Tổ Mới,Đơn vị,M0,,5/2/2026');
    const impossible = changed.replace('M0,,5/2/2026', 'M9,,5/2/2026');
    const before = await head();
    for (const dryRun of ['true', 'false'])
      expect((await importAs(admin, impossible, { kind: 'units', dryRun })).rows[1]).toMatch(/^LỖI: /u);
    expect(await head()).toBe(before);
    expect((await importAs(admin, changed, { kind: 'units' })).rows[1]).toBe('Đã cập nhật');
    expect((await since(before)).map(({ type }) => type)).toEqual(['UnitRenamed', 'UnitMoved']);
    expect((await importAs(admin, changed, { kind: 'units' })).rows[1]).toBe('Không đổi');
  });
});
