import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column } from './list.ts';
import { RESULT_HEADING } from './header.ts';
import { openList } from './open-list.ts';

const columns: readonly Column[] = [
  { key: 'name', headers: ['Tên mô hình'], required: true },
  { key: 'field', headers: ['Lĩnh vực'], required: true },
  { key: 'from', headers: ['Từ ngày'], required: false },
];

describe('a list from the office', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-list-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const csv = async (text: string | Buffer): Promise<string> => {
    const path = join(folder, 'danh-sach.csv');
    await writeFile(path, text);
    return path;
  };

  it('is read whether its Vietnamese is composed or decomposed, with a title above the table', async () => {
    const text =
      'DANH SÁCH ĐĂNG KÝ;;\nSTT;Tên mô hình;Lĩnh vực\n1;Tiếng loa  nhân dân;Văn hóa\n;;\n2;Đường hoa;Kinh tế\n';
    const path = await csv('\uFEFF' + text.normalize('NFD'));
    const list = await openList(path, columns);
    expect(list.rows).toEqual([
      { line: 3, cells: { name: 'Tiếng loa nhân dân', field: 'Văn hóa' }, faults: [] },
      { line: 5, cells: { name: 'Đường hoa', field: 'Kinh tế' }, faults: [] },
    ]);
  });

  it('comes back with what became of each row, and can be imported again', async () => {
    const path = await csv('Tên mô hình,Lĩnh vực\n"Hoa, lá",Kinh tế\nX,Y\n');
    const list = await openList(path, columns);
    const out = join(folder, 'out.csv');
    await list.save(
      out,
      new Map([
        [2, { text: 'Đã tạo mới', good: true }],
        [3, { text: 'LỖI: a, b', good: true }],
      ]),
    );
    expect(await readFile(out, 'utf8')).toBe(
      `\uFEFFTên mô hình,Lĩnh vực,${RESULT_HEADING}\n"Hoa, lá",Kinh tế,Đã tạo mới\nX,Y,"LỖI: a, b"\n`,
    );
    const again = await openList(out, columns);
    expect(again.rows).toEqual(list.rows);
    await again.save(out, new Map([[3, { text: 'Không đổi', good: true }]]));
    expect((await readFile(out, 'utf8')).split('\n')[2]).toBe('X,Y,Không đổi');
  });

  it('tells which columns are not used: those it does not know, and all but the last that say the same', async () => {
    const twice: readonly Column[] = [{ key: 'name', headers: ['Tên mô hình', 'Tên'], required: true }];
    const path = await csv(`STT,Tên,Tên mô hình, Ghi  chú ,,${RESULT_HEADING}\n1,a,b,c,,d\n`.normalize('NFD'));
    const { ignored, rows } = await openList(path, twice);
    expect([ignored, rows]).toEqual([['STT', 'Tên', 'Ghi chú'], [{ line: 2, cells: { name: 'b' }, faults: [] }]]);
    expect((await openList(await csv('Tên\na\n'), twice)).ignored).toEqual([]);
  });

  it('tells a column that has no heading', async () => {
    const { notices } = await openList(await csv('Tên mô hình,Lĩnh vực,,Từ ngày\nHoa,Kinh tế,7,\n'), columns);
    expect(notices.map(({ vi }) => vi)).toEqual([
      'Cột có dữ liệu mà không có tiêu đề thì không được đọc (từ ô C2): hãy ghi tiêu đề cho cột.',
    ]);
  });

  it('names the column that is missing', async () => {
    await expect(openList(await csv('Tên mô hình,Ghi chú\na,b\n'), columns)).rejects.toMatchObject({
      vi: 'Không tìm thấy cột "Lĩnh vực". Tiêu đề đã đọc: "Tên mô hình", "Ghi chú".',
      en: 'Missing column "Lĩnh vực". Headings found: "Tên mô hình", "Ghi chú".',
    });
  });

  it('asks for UTF-8 instead of guessing at another encoding', async () => {
    await expect(openList(await csv(Buffer.from([0x54, 0xea, 0x6e])), columns)).rejects.toMatchObject({
      en: expect.stringContaining('UTF-8') as string,
    });
  });

  it.each([
    [
      'a comma in the title above semicolons',
      'DANH SÁCH XÃ, PHƯỜNG NĂM 2026\nTên mô hình;Lĩnh vực\nHoa;Kinh tế\n',
      ';',
    ],
    ['a semicolon in the title above commas', 'DANH SÁCH; PHỤ LỤC; I\nTên mô hình,Lĩnh vực\nHoa,Kinh tế\n', ','],
    ['tabs', 'DANH SÁCH, XÃ\nTên mô hình\tLĩnh vực\nHoa\tKinh tế\n', '\t'],
  ])('is read, and comes back, with %s', async (_, text, delimiter) => {
    const list = await openList(await csv(text), columns);
    expect(list.rows).toEqual([{ line: 3, cells: { name: 'Hoa', field: 'Kinh tế' }, faults: [] }]);
    const out = join(folder, 'out.csv');
    await list.save(out, new Map([[3, { text: 'Đã tạo mới', good: true }]]));
    expect((await readFile(out, 'utf8')).split('\n')[2]).toBe(['Hoa', 'Kinh tế', 'Đã tạo mới'].join(delimiter));
  });

  it('is read as the "Unicode text" of the office program', async () => {
    const text = '\uFEFFTên mô hình\tLĩnh vực\r\nĐường hoa\tKinh tế\r\n';
    expect((await openList(await csv(Buffer.from(text, 'utf16le')), columns)).rows[0]?.cells).toEqual({
      name: 'Đường hoa',
      field: 'Kinh tế',
    });
  });

  it('has its outcomes behind notes beside the table, harmless to the office program, in its own line ends', async () => {
    const list = await openList(await csv('Tên mô hình,Lĩnh vực\r\nHoa,Kinh tế,ghi chú\r\nX,Y\r\n'), columns);
    const out = join(folder, 'out.csv');
    await list.save(out, new Map([[3, { text: '=HYPERLINK("x")', good: false }]]), 'Import result');
    expect(await readFile(out, 'utf8')).toBe(
      '\uFEFFTên mô hình,Lĩnh vực,,Import result\r\nHoa,Kinh tế,ghi chú\r\nX,Y,,"\'=HYPERLINK(""x"")"\r\n',
    );
  });

  it('may have its headings in two rows', async () => {
    const text = 'STT,Tên mô hình,Lĩnh vực,,Từ ngày\n,,Kinh tế,Văn hóa,\n1,Hoa,,x,2/3/2026\n';
    expect((await openList(await csv(text), columns)).rows).toEqual([
      { line: 3, cells: { name: 'Hoa', field: 'Văn hóa', from: '2/3/2026' }, faults: [] },
    ]);
  });

  it('in letters of an old font says so of the cell, and of the file where no heading is known', async () => {
    const { rows } = await openList(await csv('Tên mô hình,Lĩnh vực\nXaõ Ñoaøn Keát,Kinh tế\n'), columns);
    expect(rows[0]?.faults).toEqual([
      {
        cell: 'A2',
        key: 'name',
        vi: 'có chữ theo bảng mã TCVN3/VNI: hãy chuyển sang Unicode',
        en: 'has letters of a TCVN3/VNI font: convert them to Unicode',
      },
    ]);
    await expect(openList(await csv('Tªn m« h×nh,LÜnh vùc\na,b\n'), columns)).rejects.toMatchObject({
      vi: 'Không tìm thấy cột "Tên mô hình", "Lĩnh vực". Tiêu đề đã đọc: "Tªn m« h×nh", "LÜnh vùc". Tệp có chữ theo bảng mã TCVN3/VNI: hãy chuyển sang Unicode.',
    });
  });

  it('names of the headings that were found the first ones, shortened, whatever stands between them', async () => {
    const many = ['x'.repeat(50), ...Array.from({ length: 14 }, (_, index) => `Cột ${String(index)}`)].join(';');
    const shown = [`${'x'.repeat(40)}…`, ...Array.from({ length: 11 }, (_, index) => `Cột ${String(index)}`)];
    await expect(openList(await csv(`DANH SÁCH\n${many}\n`), columns)).rejects.toMatchObject({
      vi: `Không tìm thấy cột "Tên mô hình", "Lĩnh vực". Tiêu đề đã đọc: ${shown.map((name) => `"${name}"`).join(', ')}, ….`,
    });
  });

  it('of the most rows that are taken comes back, and others get their turn meanwhile', async () => {
    const row = `Đường hoa,Kinh tế,${'Nội dung của mô hình trên địa bàn xã. '.repeat(4)}\n`;
    const list = await openList(await csv(`Tên mô hình,Lĩnh vực,Nội dung\n${row.repeat(20_000)}`), columns);
    const hold = await longestHold(async () => {
      const out = join(folder, 'out.csv');
      await list.save(out, new Map([[20_001, { text: 'Đã tạo mới', good: true }]]));
      const again = await openList(out, columns);
      expect([again.rows.length, again.rows.at(-1)]).toEqual([20_000, list.rows.at(-1)]);
      expect((await readFile(out, 'utf8')).endsWith('Đã tạo mới\n')).toBe(true);
    });
    expect(hold).toBeLessThan(0.06);
  });
});

/** The longest that nobody else in this process gets a turn, as a share of the whole work: both in processor time. */
const longestHold = async (work: () => Promise<void>): Promise<number> => {
  const spent = (): number => process.cpuUsage().user;
  const start = spent();
  let [last, longest, working] = [start, 0, true];
  const takeTurn = (): void => {
    const now = spent();
    [last, longest] = [now, Math.max(longest, now - last)];
    if (working) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  await work();
  working = false;
  return longest / (spent() - start);
};
