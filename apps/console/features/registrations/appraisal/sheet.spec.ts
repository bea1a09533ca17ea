import { inRange, sheetResult, type CriteriaSet } from './sheet.ts';

const SET: CriteriaSet = {
  method: 'POINTS',
  criteria: [
    { code: 'A', name: 'Thực tiễn', maxPoints: 60, mandatory: false },
    { code: 'B', name: 'Đồng thuận', maxPoints: 40, mandatory: true },
  ],
  bands: [
    { code: 'NO', name: 'Chưa đạt', from: 0, to: 69 },
    { code: 'GOOD', name: 'Đạt', from: 70, to: 100 },
  ],
  passMark: 70,
};

describe('what one member’s sheet comes to', () => {
  it('adds the points, names the band and says whether the pass mark is reached', () => {
    expect(
      sheetResult(SET, [
        { criterion: 'A', points: 50 },
        { criterion: 'B', points: 20 },
      ]),
    ).toEqual({ total: 70, of: 100, missing: 0, vetoes: [], band: 'Đạt', passed: true });
  });

  it('has no band and is not passed until every criterion has points in range', () => {
    const half = sheetResult(SET, [
      { criterion: 'A', points: 60 },
      { criterion: 'B', points: 41 },
    ]);
    expect(half).toMatchObject({ total: 60, missing: 1, band: undefined, passed: false });
  });

  it('is not passed with a mandatory criterion at nothing, whatever the total', () => {
    const set = { ...SET, passMark: 60 };
    const scores = [
      { criterion: 'A', points: 60 },
      { criterion: 'B', points: 0 },
    ];
    expect(sheetResult(set, scores)).toMatchObject({ total: 60, vetoes: ['Đồng thuận'], passed: false });
  });

  it('counts a passed criterion as one point where criteria are passed or failed', () => {
    const set: CriteriaSet = { ...SET, method: 'PASS_FAIL', bands: [], passMark: 2 };
    const scores = [
      { criterion: 'A', points: 1 },
      { criterion: 'B', points: 1 },
    ];
    expect(sheetResult(set, scores)).toMatchObject({ total: 2, of: 2, band: undefined, passed: true });
  });

  it('takes whole points from nothing to the most', () => {
    expect([-1, 0, 1.5, 20, 21].map((points) => inRange(points, 20))).toEqual([false, true, false, true, false]);
  });
});
