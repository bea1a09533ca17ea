import type { ListName } from '#words';
import { csvOf } from './csv.ts';
import { tableOf } from './table.ts';

interface View {
  readonly name: ListName;
  readonly asOf: string;
  readonly items: readonly object[];
}

const view = (items: readonly object[], asOf = '2026-03-02'): View => ({ name: 'decisions', asOf, items });

async function* pageOf(items: readonly object[]) {
  yield await Promise.resolve(items);
}

const linesOf = async ({ items, ...of }: View, filter: string, language: 'vi' | 'en'): Promise<readonly string[]> => {
  let text = '';
  const table = await tableOf(of, pageOf(items), {
    ...{ filter: () => Promise.resolve(filter), language },
    told: () => undefined,
  });
  for await (const part of csvOf(table)) text += part;
  return text.replace('\uFEFF', '').trimEnd().split('\r\n');
};

const ITEM = { title: '2026-01-01', issuedOn: '2026-03-02', recordedAt: '2026-03-01T18:30:05.000Z', typical: true };

describe('a list as a file', () => {
  it('has headings and days as an office writes them', async () => {
    expect(await linesOf(view([ITEM]), '{}', 'vi')).toEqual([
      'Khéo,Sổ quyết định',
      'Tính đến,02/03/2026',
      'Bộ lọc,{}',
      'Trích yếu,Ngày ban hành,Ghi lúc,Tiêu biểu',
      '2026-01-01,02/03/2026,02/03/2026 01:30:05,có',
    ]);
  });

  it('has them in English for who asks for English', async () => {
    const [, asOf, , ...table] = await linesOf(view([ITEM], '2026-03-01T18:30:05.000Z'), '{}', 'en');
    expect(asOf).toBe('As of,02/03/2026 01:30:05');
    expect(table).toEqual(['Title,Issued on,Recorded at,Typical', '2026-01-01,02/03/2026,02/03/2026 01:30:05,yes']);
  });

  it('has codes in words, and names in place of ids; what only programs read stands last', async () => {
    const row = {
      ...{ id: 'u1', unitId: 'u2', unitName: 'Xã Hòa Bình', act: 'RECOGNIZE', status: 'FROZEN' },
      ...{ documentNumber: { text: '12-QĐ/TU' }, modelId: 'm1' },
    };
    expect((await linesOf(view([row]), '{}', 'vi')).slice(3)).toEqual([
      'Cơ quan ban hành,Nội dung quyết định,Trạng thái,Số văn bản,Mã,Mã mô hình',
      'Xã Hòa Bình,Công nhận,"Đã chốt danh sách, chờ ký",12-QĐ/TU,u1,m1',
    ]);
    expect((await linesOf(view([{ act: 'COMMEND', status: 'UNHEARD' }]), '{}', 'en')).at(-1)).toBe('Commend,UNHEARD');
  });

  it.each<readonly [name: ListName, item: object, told: string]>([
    ['tasks', { kind: 'report', status: 'OPEN' }, 'Báo cáo,Chưa nộp'],
    [
      'tasks',
      {
        kind: 'registration',
        acts: [{ command: 'submit', name: { vi: 'Nộp đăng ký', en: 'Submit' }, role: 'UNIT_HEAD', obstacle: null }],
      },
      'Đăng ký,Thủ trưởng đơn vị: Nộp đăng ký',
    ],
    ['reports', { period: { kind: 'H1', year: 2026 }, standing: 'LATE' }, '06 tháng đầu năm 2026,Nộp chậm'],
    ['reports', { standing: 'ON_TIME', workingDays: null }, 'Đúng hạn,'],
    ['reports', { standing: 'ON_TIME', workingDays: 12 }, 'Còn hạn,12'],
    ['timeline', { sentence: { vi: 'Nộp đăng ký', en: 'Submitted' } }, 'Nộp đăng ký'],
    ['grants', { document: { number: '15-QĐ/TU', issuedOn: '2026-03-02' } }, '"15-QĐ/TU, 02/03/2026"'],
    ['audit', { actor: { role: 'SELF' }, type: 'ListExported' }, 'Cho chính mình,Dữ liệu đưa ra'],
    [
      'audit',
      {
        ...{ type: 'ListExported', position: 7, unitName: 'Xã A', sentence: { vi: 'Tải danh sách', en: 'Exported' } },
        ...{ actor: { role: 'AUDITOR' }, actorName: 'Tạ Thị Nga', recordedAt: '2026-03-02T01:30:00.000Z' },
      },
      '02/03/2026 08:30:00,Tạ Thị Nga,Kiểm toán viên,Xã A,Tải danh sách,Dữ liệu đưa ra,7',
    ],
    [
      'timeline',
      {
        changes: [
          { pointer: '/form/field', before: 'KINH_TE', after: 'XA_HOI', beforeName: 'Kinh tế', afterName: 'Xã hội' },
          { pointer: '/deadlines/DOSSIER', before: '2026-03-02', after: '2026-04-02' },
          { pointer: '/recipient', before: {}, after: { type: 'HOUSEHOLD' } },
        ],
      },
      'Lĩnh vực: Kinh tế → Xã hội; Hạn nộp hồ sơ: 02/03/2026 → 02/04/2026; Đối tượng khen thưởng',
    ],
    [
      'movement',
      {
        key: '',
        commendedBy: [{ scope: 'MOVEMENT', recipientType: 'HOUSEHOLD', count: 3 }],
        shares: { recognizedOfRegistered: { numerator: 1, denominator: 4 } },
      },
      'Tổng,"Hộ gia đình, phong trào “Dân vận khéo”: 3",Công nhận trên đăng ký: 1/4',
    ],
    ['candidates', { eligible: false, reason: 'own-model', sentence: { vi: 'Vì sao', en: 'Why' } }, 'không,Vì sao'],
    ['registrations', { programmeTags: ['A', 'B'] }, 'A; B'],
    [
      'people',
      { appointments: [{ role: 'INSPECTOR', unitName: 'Xã A', fromOn: '2026-03-02' }] },
      '"Cán bộ kiểm tra, Xã A, 02/03/2026"',
    ],
  ])('tells %s %j as people write it', async (name, item, told) => {
    expect((await linesOf({ ...view([item]), name }, '{}', 'vi')).at(-1)).toBe(told);
  });

  it('says so where there is no row', async () => {
    expect((await linesOf(view([]), '{}', 'vi')).at(-1)).toBe('Không có dòng nào');
    expect((await linesOf(view([]), '{}', 'en')).at(-1)).toBe('No rows');
  });

  it.each(['=1+1', '+84', '-5', '-1+1', '@A1', '\tx', '\r=1'])('takes the text %j for no formula', async (title) => {
    expect((await linesOf(view([{ title }]), '{}', 'vi')).at(-1)).toContain(`'${title}`);
  });

  it('leaves a number as it is, and empty what is not there', async () => {
    expect((await linesOf(view([{ title: 'a', number: -3, reason: null }]), '{}', 'vi')).at(-1)).toBe('a,-3,');
  });

  it('says where the system acted, not a person', async () => {
    const grant = { id: 'g1', settledBy: 'system', settledByName: null, proposedBy: null, proposedByName: null };
    expect((await linesOf({ ...view([grant]), name: 'grants' }, '{}', 'vi')).slice(-2)).toEqual([
      'Người xác nhận,Người đề xuất,Mã',
      'Hệ thống,,g1',
    ]);
  });
});
