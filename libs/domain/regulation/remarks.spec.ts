import { exampleRegulation } from './example/regulation.ts';
import { remarksOn } from './remarks.ts';

describe('what is to be known before a regulation is published', () => {
  const content = exampleRegulation(2026);
  const [first] = content.reporting.periods;

  it('is that it is illustrative, and which reports every unit is overdue with at once', () => {
    const dueOn = first?.dueOn ?? '';
    expect(remarksOn(content, '2026-11-29')).toEqual([
      { kind: 'ILLUSTRATIVE' },
      { kind: 'OVERDUE_AT_ONCE', period: { kind: 'H1', year: 2026 }, dueOn },
    ]);
  });

  it('is nothing where an office wrote its own in time, the due date itself included', () => {
    expect(remarksOn({ ...content, illustrative: false }, first?.dueOn ?? '')).toEqual([]);
  });
});
