import { questionsOf } from './questions.ts';

describe('questions of an auditor', () => {
  it('are of the year it is and of the last, each from its first day to its last', () => {
    const corrections = questionsOf('2026-11-30').filter(({ text }) => text === 'corrections');
    expect(corrections.map(({ filters }) => filters)).toEqual([
      { kind: 'CORRECTIONS', from: '2026-01-01', to: '2026-12-31' },
      { kind: 'CORRECTIONS', from: '2025-01-01', to: '2025-12-31' },
    ]);
  });
});
