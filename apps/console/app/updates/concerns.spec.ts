import { concerns } from './concerns.ts';

const asked = (...tags: readonly string[]) => ({ queryKey: [{ tags }] });

describe('what is asked again when something changed', () => {
  it('is what tells of that kind, and what waits for somebody', () => {
    expect(concerns(asked('reports'), new Set(['reports']))).toBe(true);
    expect(concerns(asked('tasks'), new Set(['reports']))).toBe(true);
    expect(concerns(asked('units'), new Set(['reports']))).toBe(false);
    expect(concerns({ queryKey: ['picked', 'k1'] }, new Set(['reports']))).toBe(false);
  });

  it('is what waits for a decision, too, when one is drafted', () => {
    for (const tag of ['registrations', 'commendations'])
      expect([concerns(asked(tag), new Set(['decisions'])), concerns(asked(tag), new Set(['reports']))]).toEqual([
        ...[true, false],
      ]);
  });
});
