import { textOf } from './text-of.ts';

const words = { chosen: '(mục đã chọn)', yes: 'có', no: 'không', language: 'vi' } as const;
const form = {
  fields: {
    reason: { text: 'reportReturnReason' },
    dueOn: { text: 'reportReturnDueOn' },
    document: { text: 'reportExtendDocument', fields: { number: { text: 'reportExtendNumber' } } },
  },
} as const;

it('tells what was typed by the labels of its fields, and of what was chosen only that it was', () => {
  const typed = {
    reason: 'Chưa nêu rõ\nsố hộ',
    dueOn: '2026-12-05',
    document: { number: '15-QĐ/TU', kind: 'OTHER' },
    evidenceIds: ['1afc8d2e-6c99-5e69-a455-7bf1b8edf06d', '2808cf3e-652c-54d6-8ae7-a8ab35be3262'],
    LUOT_NAM: 1504,
    LUOT_NU: { unread: '12a' },
    emptied: null,
    late: true,
  };
  expect(textOf(typed, form, (text) => text, words).split('\n')).toEqual([
    'reportReturnReason: Chưa nêu rõ',
    'số hộ',
    'reportReturnDueOn: 05/12/2026',
    'reportExtendDocument: reportExtendNumber: 15-QĐ/TU; kind: (mục đã chọn)',
    'evidenceIds: (mục đã chọn)',
    'LUOT_NAM: 1.504',
    'LUOT_NU: 12a',
    'late: có',
  ]);
});
