import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '#domain';
import { deriveId } from '#engine';
import { startApi, type Session, type TestApi, type TestPostgres } from '#support';
import {
  csv,
  many,
  MANY,
  sendForm,
  startImporting,
  UNITS,
  untilStands,
  type Importing,
  type ImportingOffice,
  type Standing,
} from './import-fixture.ts';

let importing: Importing;
let postgres: TestPostgres;
let api: TestApi;
let office: ImportingOffice;
let officer: Session;
let importAs: Importing['importAs'];
let head: Importing['head'];
let since: Importing['since'];

beforeAll(async () => {
  importing = await startImporting();
  ({ postgres, api, office, officer, importAs, head, since } = importing);
}, 120_000);
afterAll(() => importing?.stop());

const registrationOf = async (name: string): Promise<string> => {
  const wait = { headers: { 'x-kheo-wait-for': String(await head()) } };
  const { items } = (await officer.get(`/api/registrations?q=${encodeURIComponent(name)}`, wait)).body;
  return String(items[0]?.['id']);
};

describe('a list of models that was imported before', () => {
  const TEXTS = 'Mã dòng,Tên mô hình,Loại,Lĩnh vực,Thực trạng,Mục tiêu';
  const form = (name: string, situation: string, objectives: string) => ({
    ...{ name, subjectType: 'COLLECTIVE', field: 'KINH_TE', programmeTags: [], situation, objectives },
  });

  it('acts on what the list changed, and on nothing that a person changed since', async () => {
    const list = (name: string, situation: string, objectives: string) =>
      csv(TEXTS, `S1,${name},Tập thể,Kinh tế,${situation},${objectives}`);
    await importAs(officer, list('Chợ sạch', 'một', 'hai'));
    const id = await registrationOf('Chợ sạch');
    const revised = { form: form('Chợ sạch', 'sửa tay', 'hai') };
    expect((await officer.post(`/api/registrations/${id}/revise`, revised)).status).toBe(200);
    const before = await head();
    expect((await importAs(officer, list('Chợ sạch', 'một', 'hai'))).rows).toEqual([
      'Giữ nguyên – đã được sửa tay ngày 02/02/2026: cột "Thực trạng"',
    ]);
    const [both = ''] = (await importAs(officer, list('Chợ sạch', 'ba', 'hai'))).rows;
    for (const word of ['LỖI: Cột "Thực trạng"', '"ba"', '"sửa tay"', '02/02/2026']) expect(both).toContain(word);
    expect(await head()).toBe(before);
    const other = await importAs(officer, list('Chợ sạch đẹp', 'một', 'bốn'));
    const changed = expect.stringMatching(
      /^Đã cập nhật – đã được sửa tay ngày 02\/02\/2026: cột "Thực trạng" · Bản đăng ký còn thiếu mục bắt buộc: /u,
    );
    expect(other.rows).toEqual([changed]);
    const now = async () => (await officer.get(`/api/registrations/${id}`, await seen())).body['dossier'];
    expect(await now()).toMatchObject({ form: form('Chợ sạch đẹp', 'sửa tay', 'bốn') });
    expect((await importAs(officer, list('Chợ sạch đẹp', 'một', 'bốn'))).rows).toEqual([
      'Giữ nguyên – đã được sửa tay ngày 02/02/2026: cột "Thực trạng"',
    ]);
    expect((await importAs(officer, list('Chợ sạch', 'một', 'hai'))).rows).toEqual([changed]);
    expect(await now()).toMatchObject({ form: form('Chợ sạch', 'sửa tay', 'hai') });
  });

  const seen = async () => ({ headers: { 'x-kheo-wait-for': String(await head()) } });

  it('by the command line of before is found by the ids it gave, however the list spelt the unit', async () => {
    const NAMESPACE = '6f1b7c1e-0a35-5e0c-9f43-3d1d1b9a7c52';
    const { cycleId, commune } = office;
    for (const [code, spelt] of Object.entries({ O1: 'Xã Đổi Mới', O2: '', Đ3: 'xa doi moi' })) {
      const key = ['registration', cycleId, fold(spelt), fold(code), commune].join('|');
      const body = { cycleId, unitId: commune, form: form(`Mô hình ${code}`, 'cũ', 'cũ') };
      const headers = { 'idempotency-key': deriveId(NAMESPACE, key) };
      expect((await officer.post('/api/registrations', body, { headers })).status).toBe(201);
    }
    const before = await head();
    const { rows } = await importAs(
      officer,
      csv(
        `${TEXTS},Đơn vị`,
        'O1,Mô hình O1,Tập thể,Kinh tế,cũ,cũ,',
        'O2,Mô hình O2,Tập thể,Kinh tế,mới,cũ,Xã Đổi Mới',
        'd3,Mô hình Đ3,Tập thể,Kinh tế,cũ,cũ,Xã Đổi Mới',
      ),
    );
    expect(rows).toEqual(['Không đổi', expect.stringMatching(/^Đã cập nhật – /u), 'Không đổi']);
    expect((await since(before)).map(({ type }) => type)).toEqual(['RegistrationRevised']);
  });

  it('is refused row by row where its registration has gone further, with the rule', async () => {
    const list = (name: string) => csv(TEXTS, `G1,${name},Tập thể,Kinh tế,một,hai`);
    await importAs(officer, list('Nghĩa trang xanh'));
    const id = await registrationOf('Nghĩa trang xanh');
    const withdrawer = await api.person('head', { role: 'UNIT_HEAD', unitId: office.commune });
    expect(withdrawer).toBeTruthy();
    const unitHead = await api.signIn('head');
    expect((await unitHead.post(`/api/registrations/${id}/withdraw`, { reason: 'Trùng' })).status).toBe(200);
    expect((await importAs(officer, list('Nghĩa trang xanh'))).rows).toEqual(['Không đổi']);
    expect((await importAs(officer, list('Nghĩa trang khác'))).rows[0]).toMatch(/^LỖI: /u);
  });
});

describe('each row has one effect', () => {
  it('when the same list is sent five times at once, and when the rows say something new five times at once', async () => {
    const send = (text: string) => Promise.all(Array.from({ length: 5 }, () => importAs(officer, text)));
    const [before, text] = [await head(), many(300, 'F')];
    const created = await send(text);
    expect(created.map(({ standing }) => standing.counts['failed'])).toEqual([0, 0, 0, 0, 0]);
    expect((await since(before)).map(({ type }) => type)).toEqual(Array(300).fill('RegistrationDrafted'));
    const drafted = await head();
    await send(text.replaceAll('Mô hình F', 'Mô hình đổi F'));
    expect((await since(drafted)).map(({ type }) => type)).toEqual(Array(300).fill('RegistrationRevised'));
  });

  describe('when two processes work through the same list at the same time', () => {
    let dataDir: string;
    let others: readonly TestApi[];
    beforeAll(async () => {
      await api.person('colleague', { role: 'UNIT_OFFICER', unitId: office.commune });
      dataDir = await mkdtemp(join(tmpdir(), 'kheo-two-'));
      others = await Promise.all([1, 2].map(() => startApi(postgres, { config: { dataDir } })));
    });
    afterAll(async () => {
      for (const one of others) await one.stop();
      await rm(dataDir, { recursive: true, force: true });
    });

    const sendBoth = (
      senders: readonly string[],
      text: string,
      fields: Readonly<Record<string, string>>,
    ): Promise<readonly Standing[]> =>
      Promise.all(
        others.map(async (one, index) => {
          const session = await one.signIn(senders[index] ?? '');
          const { body } = await sendForm(one, session, { fields, text });
          return untilStands(session, body.id);
        }),
      );
    /** Of both together. */
    const counted = (sent: readonly Standing[], kind: string): number =>
      sent.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0);

    it.each([
      ['two people', 'W', ['officer', 'colleague']],
      ['one person', 'WW', ['officer', 'officer']],
    ] as const)('sent by %s; and each is told what it did itself', async (_who, code, senders) => {
      const rows = MANY / 4;
      const fields = { kind: 'registrations', cycleId: office.cycleId, unitId: office.commune };
      for (const [did, name] of [
        ['created', `Mô hình ${code}`],
        ['changed', `Mô hình mới ${code}`],
      ] as const) {
        const [before, text] = [await head(), many(rows, code).replaceAll(`Mô hình ${code}`, name)];
        const sent = await sendBoth(senders, text, fields);
        expect([counted(sent, did), counted(sent, 'unchanged')]).toEqual([rows, rows]);
        expect(await since(before)).toHaveLength(rows);
      }
    });

    it('of units, too', async () => {
      const rows = 60;
      const list = csv(
        UNITS,
        ...Array.from({ length: rows }, (_, at) => `Z${at},Tổ Z${at},Đơn vị,Xã Đổi Mới,,1/3/2026`),
      );
      const before = await head();
      const sent = await sendBoth(['admin', 'admin'], list, { kind: 'units' });
      expect([counted(sent, 'created'), counted(sent, 'unchanged')]).toEqual([rows, rows]);
      expect(await since(before)).toHaveLength(rows);
    });
  });
});
