import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '#domain';
import { exampleList } from './example-list.ts';
import { openList } from './open-list.ts';
import { REGISTRATION_COLUMNS, REGISTRATION_EXAMPLES, SUBJECT_TYPES } from './registration-columns.ts';
import { readParts } from './testing/workbooks.ts';
import { UNIT_COLUMNS, UNIT_EXAMPLES, UNIT_KINDS } from './unit-columns.ts';

const kinds = [
  { name: 'units', columns: UNIT_COLUMNS, rows: UNIT_EXAMPLES, words: { kind: UNIT_KINDS } },
  {
    name: 'registrations',
    columns: REGISTRATION_COLUMNS,
    rows: REGISTRATION_EXAMPLES,
    words: { subjectType: SUBJECT_TYPES },
  },
];

describe('the example of a list', () => {
  let path: string;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-example-'));
    path = join(folder, 'vi-du.xlsx');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(kinds)('of $name is read as it was written, every column used', async ({ columns, rows }) => {
    await exampleList(path, { columns, rows });
    const list = await openList(path, columns);
    expect([list.sheet, list.ignored]).toEqual(['Danh sách', []]);
    expect(list.rows.map(({ faults }) => faults)).toEqual(rows.map(() => []));
    const filled = list.rows.map(({ cells }) =>
      Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')),
    );
    expect(filled).toEqual(rows);
    for (const { key, required } of columns) {
      if (required) expect(rows.every((row) => (row[key] ?? '') !== '')).toBe(true);
    }
  });

  it.each(kinds)('of $name offers only values that are taken', ({ columns, words }) => {
    for (const [key, meanings] of Object.entries(words)) {
      const allowed = columns.find((column) => column.key === key)?.allowed ?? [];
      expect(allowed.map((word) => meanings[fold(word)])).not.toContain(undefined);
      expect(new Set(allowed.map((word) => meanings[fold(word)]))).toEqual(new Set(Object.values(meanings)));
    }
  });

  it('has a drop-down for what is one of a few, and tells every column', async () => {
    const field = ['Kinh tế', 'Văn hóa & xã hội'];
    await exampleList(path, {
      columns: REGISTRATION_COLUMNS,
      rows: REGISTRATION_EXAMPLES,
      allowed: { field, programmeTags: ['OCOP'] },
    });
    const parts = await readParts(path);
    const ranges = [
      ...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/sqref="(\w+):.*?<formula1>(.*?)<\/formula1>/gu),
    ];
    expect(ranges.map(([, where, range]) => [where, range])).toEqual([
      ['D2', "'Giá trị được nhận'!$A$2:$A$3"],
      ['E2', "'Giá trị được nhận'!$B$2:$B$3"],
    ]);
    const values = { field: ['Văn hóa & xã hội'], programmeTags: ['OCOP'] };
    for (const text of Object.values(values).flat()) {
      expect(parts['xl/worksheets/sheet3.xml']).toContain(text.replace('&', '&amp;'));
    }
    for (const { headers, means } of REGISTRATION_COLUMNS) {
      expect(parts['xl/worksheets/sheet2.xml']).toContain(headers.join(' · '));
      expect(parts['xl/worksheets/sheet2.xml']).toContain(means.vi.replaceAll('"', '&quot;'));
    }
  });
});
