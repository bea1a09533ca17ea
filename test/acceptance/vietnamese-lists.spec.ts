import { startApi, startPostgres, type Session, type TestApi, type TestPostgres } from '#support';

let postgres: TestPostgres;
let api: TestApi;
let admin: Session;

const UNITS = [
  'Đoàn xã',
  'Ấp Bắc',
  'Dân vận khéo',
  'Ăn Thạnh',
  'Chi bộ kỹ năng lý luận',
  'An Bình',
  'Ân Thi',
  'Dương Xá',
];
const PEOPLE = ['Đặng Văn Bình', 'Dương Thị An', 'Đinh Văn Ước', 'Dung Thị Út', 'Bùi Văn Đô', 'An Thị Dân'];

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(postgres);
  const rootId = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  for (const name of UNITS) await api.unit(name, 'COMMUNE', rootId);
  for (const name of PEOPLE) await api.person(name, { role: 'UNIT_OFFICER', unitId: rootId });
  await api.person('Ý Nhi', { role: 'SYSTEM_ADMIN', unitId: rootId });
  admin = await api.signIn('Ý Nhi');
}, 120_000);

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

/** The names of a list, read in pages of two. */
const namesOf = async (path: string): Promise<unknown[]> => {
  const names: unknown[] = [];
  const wait = { headers: { 'x-kheo-wait-for': String(await api.ports.store.head()) } };
  for (let after = ''; ;) {
    const { body } = await admin.get(`${path}${path.includes('?') ? '&' : '?'}limit=2${after}`, wait);
    names.push(...body.items.map(({ name }) => name));
    if (typeof body['next'] !== 'string') return names;
    after = `&after=${encodeURIComponent(body['next'])}`;
  }
};

describe('lists by name', () => {
  it('follow the Vietnamese alphabet: A before Ă before Â, D before Đ', async () => {
    expect(await namesOf('/api/units?kind=COMMUNE')).toEqual([
      ...['An Bình', 'Ăn Thạnh', 'Ân Thi', 'Ấp Bắc', 'Chi bộ kỹ năng lý luận', 'Dân vận khéo', 'Dương Xá', 'Đoàn xã'],
    ]);
    expect(await namesOf('/api/people')).toEqual([
      ...['An Thị Dân', 'Bùi Văn Đô', 'Dung Thị Út', 'Dương Thị An', 'Đặng Văn Bình', 'Đinh Văn Ước', 'Ý Nhi'],
    ]);
  });

  it('are of people by the given name where that is asked for', async () => {
    expect(await namesOf('/api/people?sort=givenName')).toEqual([
      ...['Dương Thị An', 'Đặng Văn Bình', 'An Thị Dân', 'Bùi Văn Đô', 'Ý Nhi', 'Dung Thị Út', 'Đinh Văn Ước'],
    ]);
  });
});

describe('a search by name', () => {
  it.each(['kĩ năng lí luận', 'Kỹ năng lý luận', 'ky nang li luan'])(
    'finds what is written with i or y: %s',
    async (q) => {
      expect(await namesOf(`/api/units?q=${encodeURIComponent(q)}`)).toEqual(['Chi bộ kỹ năng lý luận']);
    },
  );
});

describe('what is still missing before the first registration', () => {
  it('is told to administrators in their language, in the order in which it is best done', async () => {
    const missing = async (language: string) =>
      (await admin.get('/api/setup', { headers: { 'accept-language': language } })).body.items;
    expect(await missing('vi')).toEqual([
      ...[
        ['STANDING_BODY_OFFICER', 'cán bộ cơ quan tham mưu'],
        ['DECISION_SIGNER', 'người ký quyết định'],
        ['UNIT_HEAD', 'thủ trưởng đơn vị'],
      ].map(([role, name]) => ({ thing: 'PERSON', role, sentence: `${name}: thêm người và phân công` })),
      { thing: 'REGULATION', role: null, sentence: 'quy định: cơ quan tham mưu soạn' },
      { thing: 'CYCLE', role: null, sentence: 'đợt thi đua: mở khi quy định có hiệu lực' },
    ]);
    expect((await missing('en')).at(-1)).toMatchObject({ sentence: 'cycle: open one once the regulation is in force' });
  });
});
