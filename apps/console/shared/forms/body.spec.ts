import { bodyOf } from './body.ts';

describe('what is sent of what was typed', () => {
  it('leaves out what was left empty, in parts and rows too, and keeps nought and no', () => {
    expect(
      bodyOf({
        note: '  Đã làm  ',
        reason: '   ',
        form: { name: 'Đường hoa', area: '', schedule: undefined },
        origin: { kind: undefined },
        indicators: [{ name: ' hộ ', value: 0 }, undefined, { name: '' }],
        urgent: false,
        evidenceIds: [],
        dueOn: null,
      }),
    ).toEqual({
      note: 'Đã làm',
      form: { name: 'Đường hoa' },
      indicators: [{ name: 'hộ', value: 0 }],
      urgent: false,
      evidenceIds: [],
    });
  });
});
