import type { Clock } from '#engine';
import { Refusal } from '../problem/problem.ts';

/** Injection token of the {@link MinuteLimit} of requests of one person or program, from however many addresses. */
export const PERSON_LIMIT = Symbol('person-limit');

/** Injection token of the {@link MinuteLimit} of failed sign-ins from one address, whatever the names. */
export const SIGN_IN_LIMIT = Symbol('sign-in-limit');

/** How often somebody may come, or fail, in a minute. */
export interface MinuteLimit {
  /** @throws Refusal with the code of the limit */
  count(who: string): void;
  /** Takes one back, of this minute: it is not to count after all. */
  forgive(who: string): void;
}

/** Fixed windows of a minute, in the memory of this process. */
export const createMinuteLimit = (
  perMinute: number,
  code: 'too-many-requests' | 'too-many-attempts',
  clock: Clock,
): MinuteLimit => {
  let window = '';
  let counts = new Map<string, number>();
  return {
    count(who) {
      const now = clock.now().slice(0, 16);
      if (now !== window) {
        window = now;
        counts = new Map();
      }
      const count = (counts.get(who) ?? 0) + 1;
      counts.set(who, count);
      if (count > perMinute) throw new Refusal(code, { headers: { 'retry-after': '60' } });
    },
    forgive(who) {
      counts.set(who, Math.max(0, (counts.get(who) ?? 0) - 1));
    },
  };
};
