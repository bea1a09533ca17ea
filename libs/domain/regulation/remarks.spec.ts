import { exampleRegulation } from './example/regulation.ts';
import { remarksOn } from './remarks.ts';

describe('what is to be known before a regulation is published', () => {
  const content = exampleRegulation(2026);

  it('is that it is illustrative, and which periods have ended: whether they are owed depends on the day in force', () => {
    expect(remarksOn(content, '2026-06-01')).toEqual([
      { kind: 'ILLUSTRATIVE' },
      { kind: 'PERIOD_ENDED', period: { kind: 'H1', year: 2026 }, cutoff: '2026-05-31', dueOn: '2026-06-15' },
    ]);
  });

  it('is nothing where an office wrote its own in time, the last day of a period included', () => {
    expect(remarksOn({ ...content, illustrative: false }, '2026-05-31')).toEqual([]);
  });
});
