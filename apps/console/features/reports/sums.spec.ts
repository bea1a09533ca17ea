import { figuresSent, figuresTyped, sumOf } from './sums.ts';

describe('figures of a report in the browser', () => {
  it('adds up what has data, and knows that nothing is not 0', () => {
    expect(sumOf([504, null, 816, undefined])).toBe(1320);
    expect(sumOf([0, null])).toBe(0);
    expect(sumOf([null, undefined])).toBeNull();
  });

  it('sends “no data” as such, and what was left empty not at all', () => {
    expect(figuresSent({ LUOT_NAM: 0, LUOT_NU: 'none', LUOT_NGUOI: undefined })).toEqual({
      LUOT_NAM: 0,
      LUOT_NU: null,
    });
    expect(figuresSent(undefined)).toEqual({});
  });

  it('begins with what was submitted before, never with what the system knows', () => {
    const figures = [
      { code: 'DANG_KY', locked: true, value: 8 },
      { code: 'LUOT_NAM', locked: false, value: 3 },
      { code: 'LUOT_NU', locked: false, value: null },
    ];
    expect(figuresTyped(figures, false)).toEqual({ LUOT_NAM: 3 });
    expect(figuresTyped(figures, true)).toEqual({ LUOT_NAM: 3, LUOT_NU: 'none' });
  });
});
