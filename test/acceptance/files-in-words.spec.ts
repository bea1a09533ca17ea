import { parse } from 'csv-parse/sync';
import { ISSUE, playUntil } from './security/life.ts';
import { done, form, startWorld, TODAY, type World } from './security/world.ts';

let world: World;

/** The paths of every list that is also given as a file. */
let lists: readonly string[];

beforeAll(async () => {
  world = await startWorld();
  const { body } = await world.keeper.get('/api/openapi.json');
  type Paths = Readonly<Record<string, { readonly get?: { readonly responses: Readonly<Record<string, object>> } }>>;
  lists = Object.entries((body as unknown as { readonly paths: Paths }).paths)
    .filter(([, { get }]) => JSON.stringify(get?.responses['200'] ?? {}).includes('text/csv'))
    .map(([path]) => path);
  const { A, A1, B } = world.belongings;
  const revised = await world.keeper.post(`/api/registrations/${A.draft}/revise`, {
    form: { name: 'Tên đã sửa', subjectType: 'INDIVIDUAL', field: 'VAN_HOA_XA_HOI', programmeTags: [] },
  });
  const moved = await world.keeper.post(`/api/units/${A1.unitId}/move`, { parentId: B.unitId, from: '2026-03-01' });
  expect([revised.status, moved.status]).toEqual([200, 200]);
  await world.keeper.get('/api/units?format=csv');
  await world.keeper.get('/api/tasks', {
    headers: { 'x-kheo-wait-for': String(await world.api.ports.store.head()) },
  });
}, 180_000);

afterAll(() => world?.stop());

/** One of each collection, and what a list must be told besides. */
const pathsOf = (path: string): readonly string[] => {
  const { A, P } = world.belongings;
  const ids: Readonly<Record<string, string>> = {
    units: A.unitId,
    people: A.person,
    regulations: world.regulationId,
    cycles: world.cycleId,
    registrations: A.registration,
    decisions: P.decision,
    commendations: A.commendation,
    reports: P.report,
  };
  const [, , collection = ''] = path.split('/');
  const filled = path.replace('{id}', ids[collection] ?? '');
  const more: Readonly<Record<string, readonly string[]>> = {
    '/api/decisions/candidates': ['RECOGNIZE', 'COMMEND'].map((act) => `act=${act}&unit=${P.unitId}`),
    '/api/registrations': ['', `unit=${A.unitId}&cycle=${world.cycleId}&status=DRAFT&sort=-statusSince&asOf=${TODAY}`],
    '/api/audit': ['', `person=${world.keeperId}&kind=REGISTRATIONS`, `person=${A.person}`, `model=${A.model}`],
    '/api/reports': ['', `period=H1-2026&status=open&receiver=${P.unitId}`],
    '/api/statistics/movement': ['', 'groupBy=unit', 'groupBy=subjectType', 'groupBy=field'],
    '/api/reminders': ['', `subject=${P.report}`],
  };
  return (more[path] ?? ['']).map((query) => `${filled}?format=csv&${query}`);
};

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/u;
const SECRET = new RegExp(`bí mật ${UUID.source}`, 'gu');
const CODE = /(?<![\p{L}\d/-])[A-Z]+(?:_[A-Z]+)+(?![\p{L}\d.])|^[A-Z]{4,}$/u;
const ISO_DATE = /\d{4}-\d{2}-\d{2}/u;

/** Ids of what the row itself is, beside its name or sentence. */
const OWN = /^(Mã|Mã sự kiện|Mã mô hình)$/u;

const faultsIn = (csv: string): readonly string[] => {
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true });
  const headings = rows[3] ?? [];
  return rows.flatMap((row, line) =>
    row.flatMap((text, column) => {
      // What the world calls its things ends in an id, by which a leak is seen elsewhere.
      const cell = text.replaceAll(SECRET, '');
      const heading = headings[column] ?? '';
      const wrong =
        CODE.test(cell) ||
        ISO_DATE.test(cell) ||
        cell.includes('{"') ||
        (UUID.test(cell) && !(line > 3 && OWN.test(heading)));
      return wrong ? [`${heading}: ${cell.slice(0, 200)}`] : [];
    }),
  );
};

it('no file that is taken out holds a code, an id without a name, or a date as programs write it', async () => {
  expect(lists.length).toBeGreaterThan(25);
  const told: Record<string, readonly string[]> = {};
  for (const path of lists.flatMap(pathsOf)) {
    const { status, body } = await world.keeper.get(path);
    expect([path, status]).toEqual([path, 200]);
    const text: unknown = body;
    const faults = faultsIn(String(text));
    if (faults.length > 0) told[path] = [...new Set(faults)].slice(0, 5);
  }
  expect(told).toEqual({});
});

it('a file has the columns that were asked for, in their order, and no others are there to be asked for', async () => {
  const rowsOf = async (path: string): Promise<readonly string[][]> => {
    const { body } = await world.keeper.get(path);
    const text: unknown = body;
    return parse(String(text), { bom: true, relax_column_count: true });
  };
  const rows = await rowsOf('/api/registrations?format=csv&columns=unitName,status, name,status&status=DRAFT');
  expect(rows.slice(2, 4)).toEqual([
    ['Bộ lọc', 'Trạng thái: Dự thảo'],
    ['Đơn vị', 'Trạng thái', 'Tên mô hình'],
  ]);
  expect(rows[4]).toEqual([expect.any(String), 'Dự thảo', expect.any(String)]);
  const none = await rowsOf('/api/registrations?format=csv&columns=name&status=REVOKED');
  expect(none[3]).toEqual(['Tên mô hình']);
  const refusal = async (query: string) => (await world.keeper.get(`/api/registrations?${query}`)).body;
  const pointer = 'columns';
  expect(await refusal('format=csv&columns=name,secret')).toMatchObject({
    ...{ code: 'malformed', errors: [{ pointer, message: expect.stringMatching(/name, .*unitName/u) as string }] },
  });
  expect(await refusal('columns=name')).toMatchObject({ code: 'malformed', errors: [{ pointer }] });
});

it('a file tells by what it was narrowed, and what was changed, in words', async () => {
  const { A, A1, B, P } = world.belongings;
  const told = async (path: string): Promise<string> => {
    const { body } = await world.keeper.get(path);
    const text: unknown = body;
    return String(text).replaceAll(SECRET, 'bí mật');
  };
  const { unitId } = A;
  const query = `unit=${unitId}&cycle=${world.cycleId}&status=DRAFT&overdue=true&sort=-statusSince&q=ten`;
  expect(await told(`/api/registrations?format=csv&${query}`)).toContain(
    'Đơn vị: Đảng ủy xã Đổi Mới; Đợt thi đua: Năm 2026; Trạng thái: Dự thảo; Quá hạn: có; Sắp xếp theo: Ở trạng thái từ, giảm dần; Tìm: ten',
  );
  for (const ids of [`ids=${A.draft},${B.draft}`, `ids=${A.draft}&ids=${B.draft}`])
    expect(await told(`/api/registrations?format=csv&${ids}`)).toContain('Bộ lọc,Những hồ sơ đã chọn: 2');
  expect(await told(`/api/units/${A1.unitId}/timeline?format=csv`)).toContain(
    'Đơn vị cấp trên: Đảng ủy xã Đổi Mới → Đảng ủy xã Bên Cạnh',
  );
  const revised = await told(`/api/registrations/${A.draft}/timeline?format=csv`);
  expect(revised).toContain('Bộ lọc,Hồ sơ: Tên đã sửa');
  expect(revised).toContain('Tập thể hay cá nhân: tập thể → cá nhân; Lĩnh vực: Kinh tế → Văn hóa - xã hội');
  expect(await told(`/api/reminders?format=csv&subject=${P.report}`)).toContain(
    'Bộ lọc,Hồ sơ: Báo cáo tổng hợp 06 tháng đầu năm 2026',
  );
  expect(await told(`/api/audit?format=csv&person=${B.person}`)).toContain('Bộ lọc,Người: nguoi-B');
  const grouped = await told('/api/statistics/movement?format=csv&groupBy=unit');
  expect(grouped).toContain('Bộ lọc,Nhóm theo: đơn vị');
  expect(grouped).toMatch(/^Tổng,5,/mu);
});

it('the number book has a line for what was given out on paper, and one for each number since', async () => {
  const { life, belongings } = world;
  const registration = await life.draft({ unitId: belongings.A.unitId, form: form('Mô hình có số giấy') });
  await playUntil(life, registration, 'score');
  const { session: other } = await world.person('ket-luan', 'P', 'STANDING_BODY_OFFICER');
  done(await other.post(`/api/registrations/${registration}/conclude-appraisal`, {}));
  const decision = done(await life.draftDecision(registration)).id;
  done(await life.freeze(decision));
  const { session: signer } = await world.person('ky-so-giay', 'P', 'DECISION_SIGNER');
  const requested = { number: 446, text: '446-QĐ/TU', gap: 445 };
  done(await signer.post(`/api/decisions/${decision}/issue`, { ...ISSUE, requested }));
  const seen = { headers: { 'x-kheo-wait-for': String(await world.api.ports.store.head()) } };
  const { body } = await world.keeper.get('/api/decisions/numbers?format=csv', seen);
  const text: unknown = body;
  const rows: string[][] = parse(String(text), { bom: true, relax_column_count: true });
  const [, , , headings = [], ...lines] = rows;
  const told = lines.map((row) => Object.fromEntries(row.map((cell, column) => [headings[column], cell])));
  expect(told.filter(({ Số: number }) => ['1', '446'].includes(number ?? ''))).toMatchObject([
    { Số: '1', 'Đến số': '445', 'Trạng thái': 'Đã cấp trên giấy', 'Trích yếu quyết định': '' },
    { Số: '446', 'Đến số': '446', 'Trạng thái': 'Đã ban hành', 'Trích yếu quyết định': 'Công nhận mô hình' },
  ]);
  expect(new Set(told.map((line) => line['Loại văn bản']))).toEqual(new Set(['Quyết định']));
  expect(faultsIn(String(text))).toEqual([]);
});

it('a file does not tell by its filter whom its reader may not see', async () => {
  const { A, B1 } = world.belongings;
  const { session } = await world.person('chi-xa', 'A', 'AUDITOR');
  const { body } = await session.get(`/api/audit?format=csv&person=${B1.person}&model=${B1.model}`);
  const text: unknown = body;
  expect(String(text)).toContain(
    `Người: không có trong danh sách (${B1.person}); Mô hình: không có trong danh sách (${B1.model})`,
  );
  expect(String(text)).not.toContain(B1.secret);
  const own = await session.get(`/api/decisions?format=csv&signer=${A.person}`);
  expect(String(own.body as unknown)).not.toContain('nguoi-A');
});
