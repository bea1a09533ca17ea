import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParts } from '../testing/workbooks.ts';
import type { PlainSheet } from './sheet-part.ts';
import { writeWorkbook } from './write-workbook.ts';

const sheet = (rows: PlainSheet['rows'], name = 'Khéo'): PlainSheet => ({
  ...{ name, headingLine: 1, widths: [12, 40], rows },
});

describe('a new workbook', () => {
  let path: string;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-workbook-'));
    path = join(folder, 'moi.xlsx');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sheetOf = async (rows: PlainSheet['rows']): Promise<string> => {
    await writeWorkbook(path, [sheet(rows)]);
    return (await readParts(path))['xl/worksheets/sheet1.xml'] ?? '';
  };

  it('has days and instants as dates, numbers as numbers, and texts as texts', async () => {
    const xml = await sheetOf([
      ['Ngày', 'Lúc', 'Số', 'Chữ'],
      [{ day: '2026-03-02' }, { instant: '2026-03-01T18:30:05.250Z' }, 12, '=1+1'],
    ]);
    expect(xml).toContain('<c r="A2" s="4"><v>46083</v></c>');
    const [, instant] = /<c r="B2" s="5"><v>([\d.]+)<\/v>/u.exec(xml) ?? [];
    expect(Math.round((Number(instant) - 46083) * 86_400)).toBe(5405);
    expect(xml).toContain('<c r="C2" s="3"><v>12</v></c>');
    expect(xml).toContain('<c r="D2" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    const { 'xl/styles.xml': styles } = await readParts(path);
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>');
    // The format `@`: typed over, it is text again. Source: ECMA-376, 18.8.30.
    expect(styles).toMatch(/<cellXfs count="6"><xf [^>]*\/><xf numFmtId="49" /u);
  });

  it('has its headings in bold and in sight, and columns as wide as they are to be', async () => {
    const xml = await sheetOf([['Tên'], ['Xã Một']]);
    expect(xml).toContain('<c r="A1" s="2"');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(xml).toContain('<col min="2" max="2" width="40"');
  });

  it('holds no text that Excel would repair', async () => {
    const xml = await sheetOf([['Dài'], [`${'a'.repeat(32_764)}𝄞${'b'.repeat(10)}`]]);
    const [, kept = ''] = /<t xml:space="preserve">(a+[^<]*)</u.exec(xml) ?? [];
    expect(kept).toBe(`${'a'.repeat(32_764)} …`);
  });

  it('is not there when its rows break off', async () => {
    async function* breaking() {
      yield await Promise.resolve(['Tên']);
      throw new Error('gone');
    }
    const other = join(folder, 'khac.xlsx');
    await expect(writeWorkbook(other, [sheet(breaking())])).rejects.toThrow('gone');
    await expect(readParts(other)).rejects.toThrow('ENOENT');
  });
});
