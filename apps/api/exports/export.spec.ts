import { EventEmitter } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { lastValueFrom, of } from 'rxjs';
import { openList } from '#papers';
import { csvOf } from './csv.ts';
import { ExportInterceptor } from './export.interceptor.ts';
import { createSpool } from '../outgoing/spool.ts';
import { tableOf } from './table.ts';
import type { Pages } from './view.ts';
import { workbookIn } from './workbook.ts';

const ROWS = 200;

const NAME = { key: 'name', headers: ['Tên'], required: true };

/** So many full pages, and how many of them were asked for. */
const pagesOf = (count: number) => {
  const asked = { pages: 0 };
  async function* pages() {
    while (asked.pages < count) {
      asked.pages += 1;
      yield await Promise.resolve(Array.from({ length: ROWS }, (_, row) => ({ name: `Xã ${String(row)}` })));
    }
  }
  return { asked, pages: pages() };
};

const readOnce = (pages: Pages) => async (write: (pages: Pages) => Promise<unknown>) => ({
  ...{ kind: 'seen', position: 1, value: await write(pages) },
});

/** A request that asks for a file, on a connection. */
const contextOf = (raw: EventEmitter): ExecutionContext =>
  new ExecutionContextHost([{ params: {}, query: {}, headers: {}, routeOptions: { url: '/api/units' } }, { raw }]);

const tableIn = (pages: AsyncIterable<readonly object[]>, told: (rows: number) => void = () => undefined) =>
  tableOf({ name: 'units', asOf: '2026-03-02' }, pages, { filter: () => Promise.resolve(''), language: 'vi', told });

describe('a long list as a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-spool-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is asked for page by page, each once the one before is written', async () => {
    const { asked, pages } = pagesOf(1000);
    const file = csvOf(await tableIn(pages));
    for (let parts = 0; parts < 10; parts += 1) await file.next();
    expect(asked.pages).toBeLessThanOrEqual(10);
  });

  it('is asked for page by page as a workbook, too', async () => {
    const { asked, pages } = pagesOf(1000);
    await workbookIn(await tableIn(pages)).next();
    expect(asked.pages).toBeLessThan(100);
  });

  it('goes on on another sheet where one cannot hold it', async () => {
    const { pages } = pagesOf(1);
    const path = join(folder, 'hai-trang.xlsx');
    await writeFile(path, workbookIn(await tableIn(pages), 104));
    const sheets = await Promise.all(['Khéo', 'Khéo (2)'].map((sheet) => openList(path, [NAME], { sheet })));
    await rm(path);
    expect(sheets.map(({ rows }) => [rows.length, rows[0]?.cells['name']])).toEqual([
      [100, 'Xã 0'],
      [100, 'Xã 100'],
    ]);
  });

  it('has a text that begins like a formula as a text, in a workbook', async () => {
    const texts = ['=1+1', '-5', '@A1'];
    async function* pages() {
      yield await Promise.resolve(texts.map((name) => ({ name })));
    }
    const path = join(folder, 'cong-thuc.xlsx');
    await writeFile(path, workbookIn(await tableIn(pages())));
    const { rows } = await openList(path, [NAME]);
    await rm(path);
    expect(rows.map(({ cells }) => cells['name'])).toEqual(texts);
  });

  it('is whole before it is sent, and nothing of it has a name on the disk', async () => {
    let rows = 0;
    const { pages } = pagesOf(5);
    const file = await createSpool(folder)(csvOf(await tableIn(pages, (count) => (rows += count))));
    expect([rows, await readdir(folder)]).toEqual([1000, []]);
    const sent = await buffer(file.send());
    expect([sent.toString().trimEnd().split('\r\n').length, sent.length]).toEqual([1004, file.size]);
  });

  it('stops when who asked for it has gone, and nobody is said to have taken it', async () => {
    const { asked, pages } = pagesOf(1000);
    const connection = new EventEmitter();
    async function* left() {
      for await (const page of pages) {
        if (asked.pages === 3) connection.emit('close');
        yield page;
      }
    }
    const view = { kind: 'view', name: 'units', format: 'csv', asOf: '2026-03-02', read: readOnce(left()) };
    const exporting = new ExportInterceptor();
    Object.assign(exporting, {
      ports: { spool: createSpool(folder), clock: { now: () => '2026-03-02T01:00:00.000Z' } },
    });
    const told = await lastValueFrom(exporting.intercept(contextOf(connection), { handle: () => of(view) }));
    expect([told, asked.pages, await readdir(folder)]).toEqual([undefined, 3, []]);
  });

  it('is given up where a page cannot be read, and nothing is left', async () => {
    async function* breaking() {
      yield await Promise.resolve([{ name: 'Xã Một' }]);
      throw new Error('gone');
    }
    await expect(createSpool(folder)(csvOf(await tableIn(breaking())))).rejects.toThrow('gone');
    await expect(createSpool(folder)(workbookIn(await tableIn(breaking())))).rejects.toThrow('gone');
    expect(await readdir(folder)).toEqual([]);
  });
});
