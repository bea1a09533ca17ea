import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Column } from './list.ts';
import { openList, RESULT_HEADER } from './open-list.ts';

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
      `\uFEFFTên mô hình,Lĩnh vực,${RESULT_HEADER}\n"Hoa, lá",Kinh tế,Đã tạo mới\nX,Y,"LỖI: a, b"\n`,
    );
    const again = await openList(out, columns);
    expect(again.rows).toEqual(list.rows);
    await again.save(out, new Map([[3, { text: 'Không đổi', good: true }]]));
    expect((await readFile(out, 'utf8')).split('\n')[2]).toBe('X,Y,Không đổi');
  });

  it('tells which columns are not used: those it does not know, and all but the last that say the same', async () => {
    const twice: readonly Column[] = [{ key: 'name', headers: ['Tên mô hình', 'Tên'], required: true }];
    const path = await csv(`STT,Tên,Tên mô hình, Ghi  chú ,,${RESULT_HEADER}\n1,a,b,c,,d\n`.normalize('NFD'));
    const { ignored, rows } = await openList(path, twice);
    expect([ignored, rows]).toEqual([['STT', 'Tên', 'Ghi chú'], [{ line: 2, cells: { name: 'b' }, faults: [] }]]);
    expect((await openList(await csv('Tên\na\n'), twice)).ignored).toEqual([]);
  });

  it('names the column that is missing', async () => {
    await expect(openList(await csv('Tên mô hình,Ghi chú\na,b\n'), columns)).rejects.toMatchObject({
      vi: 'Không tìm thấy cột "Lĩnh vực".',
    });
  });

  it('asks for UTF-8 instead of guessing at another encoding', async () => {
    await expect(openList(await csv(Buffer.from([0x54, 0xea, 0x6e])), columns)).rejects.toMatchObject({
      en: expect.stringContaining('UTF-8') as string,
    });
  });

  it('keeps the sheets and styles of a workbook it gives back', async () => {
    const path = join(folder, 'danh-sach.xlsx');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Danh sách');
    sheet.addRow(['DANH SÁCH']);
    sheet.addRow(['Tên mô hình', 'Lĩnh vực', 'Từ ngày']);
    sheet.addRow(['Dân vận khéo', { richText: [{ text: 'Kinh ' }, { text: 'tế' }] }, new Date('2026-03-02')]);
    sheet.getCell('A3').font = { bold: true };
    workbook.addWorksheet('Ghi chú').addRow(['giữ nguyên']);
    await workbook.xlsx.writeFile(path);

    const list = await openList(path, columns);
    expect(list.rows).toEqual([
      { line: 3, cells: { name: 'Dân vận khéo', field: 'Kinh tế', from: '2026-03-02' }, faults: [] },
    ]);
    await list.save(path, new Map([[3, { text: 'Đã tạo mới', good: true }]]));

    const back = new ExcelJS.Workbook();
    await back.xlsx.readFile(path);
    expect(back.getWorksheet('Ghi chú')?.getCell('A1').text).toBe('giữ nguyên');
    expect(back.getWorksheet('Danh sách')?.getCell('A3').font.bold).toBe(true);
    expect(back.getWorksheet('Danh sách')?.getCell('D3').text).toBe('Đã tạo mới');
  });

  it('refuses a file that only pretends to be a workbook', async () => {
    const path = join(folder, 'gia.xlsx');
    await writeFile(path, 'not a zip');
    await expect(openList(path, columns)).rejects.toMatchObject({ vi: expect.stringContaining('Excel') as string });
  });
});
