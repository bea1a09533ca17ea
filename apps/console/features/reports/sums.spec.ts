import { figureNow, figuresSent, figuresTyped, sumOf } from './sums.ts';

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

  const FIGURES = [
    { code: 'DANG_KY', locked: true, value: 8, sumOf: [] },
    { code: 'LUOT_NAM', locked: false, value: 3, sumOf: [] },
    { code: 'LUOT_NU', locked: false, value: null, sumOf: [] },
    { code: 'LUOT_NGUOI', locked: false, value: 3, sumOf: ['LUOT_NAM', 'LUOT_NU'] },
    { code: 'TAT_CA', locked: false, value: 11, sumOf: ['LUOT_NGUOI', 'DANG_KY'] },
  ];

  it('begins with what was submitted before, never with what the system knows or adds up', () => {
    expect(figuresTyped(FIGURES, false)).toEqual({ LUOT_NAM: 3 });
    expect(figuresTyped(FIGURES, true)).toEqual({ LUOT_NAM: 3, LUOT_NU: 'none' });
  });

  it('adds a total up from what is typed now, once every part of it is known', () => {
    const now = (code: string, typed: Parameters<typeof figureNow>[2]) => figureNow(code, FIGURES, typed);
    expect(now('TAT_CA', { LUOT_NAM: 1, LUOT_NU: 2 })).toBe(11);
    expect(now('LUOT_NGUOI', { LUOT_NAM: 'none', LUOT_NU: 2 })).toBe(2);
    expect(now('LUOT_NGUOI', { LUOT_NAM: 'none', LUOT_NU: 'none' })).toBeNull();
    expect(now('TAT_CA', { LUOT_NAM: 1 })).toBeUndefined();
    expect(now('TAT_CA', { LUOT_NAM: 1, LUOT_NU: { unread: '2x' } })).toBeUndefined();
  });
});
