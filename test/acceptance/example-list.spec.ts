import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openList, REGISTRATION_COLUMNS, UNIT_COLUMNS, type Column, type ListFile } from '#papers';
import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';
import { openOffice, sendForm, untilStands, type ImportingOffice } from './import-fixture.ts';

let postgres: TestPostgres;
let api: TestApi;
let office: ImportingOffice;
let admin: Session;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-example-'));
  postgres = await startPostgres();
  api = await startApi(postgres);
  office = await openOffice(api);
  admin = await api.signIn('admin');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true });
});

const ask = (query: string) =>
  api.app.inject({ method: 'GET', url: `/api/imports/example${query}`, headers: { cookie: admin.cookie } });

const read = async (bytes: Buffer, columns: readonly Column[]): Promise<ListFile> => {
  const path = join(folder, 'vi-du.xlsx');
  await writeFile(path, bytes);
  return openList(path, columns);
};

describe('the example of a list', () => {
  it('is a workbook that says itself what it is called', async () => {
    const reply = await ask('?kind=units');
    expect(reply.headers).toMatchObject({
      'content-type': expect.stringContaining('spreadsheetml.sheet'),
      'content-disposition': expect.stringContaining('vi-du-don-vi.xlsx'),
    });
    expect((await read(reply.rawPayload, UNIT_COLUMNS)).ignored).toEqual([]);
    expect((await read((await ask('')).rawPayload, REGISTRATION_COLUMNS)).ignored).toEqual([]);
  });

  it('is imported as it is, once the unit above is there', async () => {
    const { cycleId } = office;
    for (const { kind, name } of [
      { kind: 'units', name: 'admin' },
      { kind: 'registrations', name: 'writer' },
    ]) {
      // The units are only tried: the model's is established by hand.
      if (name === 'writer') {
        await api.unit('Xã Tân Minh', 'COMMUNE', office.province);
        await api.person('writer', { role: 'UNIT_OFFICER', unitId: office.province });
      }
      const session = await api.signIn(name);
      const fields = { kind, dryRun: 'true', ...(kind === 'units' ? {} : { cycleId }) };
      const content = (await ask(`?kind=${kind}`)).rawPayload;
      const { body } = await sendForm(api, session, { fields, content, name: 'vi-du.xlsx' });
      const { status, counts } = await untilStands(session, body.id);
      expect([kind, status, counts['created'], counts['failed']]).toEqual([kind, 'ENDED', 2, 0]);
    }
  });

  it('offers the fields and programmes of the regulation of a cycle', async () => {
    const reply = await ask(`?kind=registrations&cycleId=${office.cycleId}`);
    expect(reply.statusCode).toBe(200);
    await writeFile(join(folder, 'vi-du.xlsx'), reply.rawPayload);
    const choices = [
      { key: 'field', headers: ['Lĩnh vực'], required: true },
      { key: 'tag', headers: ['Chương trình gắn với'], required: true },
    ];
    const { rows } = await openList(join(folder, 'vi-du.xlsx'), choices, { sheet: 'Giá trị được nhận' });
    const offered = rows.map(({ cells }) => cells['field']);
    expect(offered).toContain('Văn hóa - xã hội');
    expect(rows.map(({ cells }) => cells['tag'])).toContain('Xây dựng nông thôn mới');
  });

  it('of no kind, or of no cycle, is refused', async () => {
    expect((await ask('?kind=people')).statusCode).toBe(400);
    expect((await ask('?cycleId=0b1c7a52-6f0e-5d3f-9a53-0c3f5f0a1b2c')).statusCode).toBe(404);
  });
});
