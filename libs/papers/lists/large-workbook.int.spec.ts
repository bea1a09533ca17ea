import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { sheetXml, workbookParts } from './testing/workbooks.ts';

const ROWS = 20_000;
const OTHERS = 195;
const HEADINGS = ['Tên mô hình', 'Lĩnh vực'];

/** Two columns of a list, and many beside them. */
function* sheetOf(): Generator<string> {
  const [head = '', tail = ''] = sheetXml({ rows: [HEADINGS] }).split('</sheetData>');
  yield head;
  for (let line = 2; line <= ROWS + 1; line += 1) {
    const own = `<c t="inlineStr"><is><t>Mô hình ${String(line)}</t></is></c><c t="inlineStr"><is><t>Kinh tế</t></is></c>`;
    yield `<row>${own}${`<c s="0"><v>${String(line)}.123456789</v></c>`.repeat(OTHERS)}</row>`;
  }
  yield `</sheetData>${tail}`;
}

/** Reads the list, gives it back, and tells what it took. */
const PROGRAM = `
  const { openList } = await import('#papers');
  const columns = [
    { key: 'name', headers: ['Tên mô hình'], required: true },
    { key: 'field', headers: ['Lĩnh vực'], required: true },
  ];
  const list = await openList(process.argv[1], columns);
  const results = new Map(list.rows.map(({ line }) => [line, { text: 'LỖI: a', good: false, cells: ['name'] }]));
  await list.save(process.argv[2], results);
  console.log(JSON.stringify({ rows: list.rows.length, mib: process.resourceUsage().maxRSS / 1024 }));
`;

it('a workbook of 8 MB that unpacks to 138 MB is read and given back in 300 MiB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-large-'));
  try {
    const path = join(folder, 'lon.xlsx');
    const zip = new yazl.ZipFile();
    for (const [name, text] of Object.entries(workbookParts({ sheets: [{ name: 'DS' }] }))) {
      if (name === 'xl/worksheets/sheet1.xml') zip.addReadStream(Readable.from(sheetOf()), name);
      else zip.addBuffer(Buffer.from(text), name);
    }
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    expect((await stat(path)).size).toBeLessThan(20 * 1024 * 1024);

    const flags = ['--conditions=source', '--no-warnings', '--input-type=module', '--eval', PROGRAM];
    const root = resolve(import.meta.dirname, '../../..');
    const child = spawn(process.execPath, [...flags, path, join(folder, 'ra.xlsx')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await once(child, 'close');
    const { rows, mib } = JSON.parse(told) as { rows: number; mib: number };
    expect(rows).toBe(ROWS);
    expect(mib).toBeLessThan(300);
  } finally {
    await rm(folder, { recursive: true });
  }
});
