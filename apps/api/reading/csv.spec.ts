import { csvOf, type ExportedView } from './csv.ts';

const view = (items: readonly object[], asOf = '2026-03-02'): ExportedView => ({
  ...{ kind: 'view', name: 'decisions', position: 7, asOf, items },
});

const linesOf = (...asked: Parameters<typeof csvOf>): readonly string[] =>
  csvOf(...asked)
    .csv.replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n');

const ITEM = { title: '2026-01-01', issuedOn: '2026-03-02', recordedAt: '2026-03-01T18:30:05.000Z', typical: true };

describe('a list as a file', () => {
  it('has headings and days as an office writes them', () => {
    expect(linesOf(view([ITEM]), '{}', 'vi')).toEqual([
      'Khéo,decisions',
      'Tính đến,02/03/2026',
      'Bộ lọc,{}',
      'Trích yếu,Ngày ban hành,Ghi lúc,Điển hình',
      '2026-01-01,02/03/2026,02/03/2026 01:30:05,có',
    ]);
  });

  it('has them in English for who asks for English', () => {
    const [, asOf, , ...table] = linesOf(view([ITEM], '2026-03-01T18:30:05.000Z'), '{}', 'en');
    expect(asOf).toBe('As of,02/03/2026 01:30:05');
    expect(table).toEqual(['Title,Issued on,Recorded at,Typical', '2026-01-01,02/03/2026,02/03/2026 01:30:05,yes']);
  });

  it('takes no cell for a formula, and leaves empty what is not there', () => {
    const [, , , , row] = linesOf(view([{ title: '=1+1', number: -3, reason: null }]), '{}', 'vi');
    expect(row).toBe("'=1+1,-3,");
  });
});
