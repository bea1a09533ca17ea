import { LOCKS, LOCKS_EACH } from './locks.ts';

describe('the advisory locks', () => {
  it('have a key each: two that share one make strangers wait for each other', () => {
    const keys = Object.values(LOCKS);
    expect(new Set(keys).size).toBe(keys.length);
    const first = [...Object.values(LOCKS_EACH), 0x42554c4c];
    expect(new Set(first).size).toBe(first.length);
  });
});
