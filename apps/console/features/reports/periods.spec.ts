import { before, codeOf, periodsOf } from './periods.ts';

describe('periods of reports', () => {
  it('are named as the filters of the api name them, the latest first', () => {
    const periods = periodsOf({ kind: 'ANNUAL', year: 2025 }, { kind: 'H1', year: 2026 });
    expect(periods.map(codeOf)).toEqual(['ANNUAL-2026', 'H1-2026', 'ANNUAL-2025', 'H1-2025']);
  });

  it('are read beside what came before them', () => {
    expect(before({ kind: 'ANNUAL', year: 2026 }).map(codeOf)).toEqual(['H1-2026', 'ANNUAL-2025']);
    expect(before({ kind: 'H1', year: 2026 }).map(codeOf)).toEqual(['H1-2025', 'ANNUAL-2025']);
  });
});
