import type { Clock } from '#engine';
import { Refusal } from '../problem/problem.ts';
import type { Principal } from './principal.ts';

/** Injection token of {@link PersonLimit}. */
export const PERSON_LIMIT = Symbol('person-limit');

/** Requests of one person or program, from however many addresses. */
export interface PersonLimit {
  /** @throws Refusal `too-many-requests` */
  count(principal: Principal): void;
}

/** Fixed windows of a minute, in the memory of this process. */
export const createPersonLimit = (perMinute: number, clock: Clock): PersonLimit => {
  let window = '';
  let counts = new Map<string, number>();
  return {
    count(principal) {
      const now = clock.now().slice(0, 16);
      if (now !== window) {
        window = now;
        counts = new Map();
      }
      const who = principal.kind === 'person' ? principal.personId : principal.keyId;
      const count = (counts.get(who) ?? 0) + 1;
      counts.set(who, count);
      if (count > perMinute) throw new Refusal('too-many-requests', { headers: { 'retry-after': '60' } });
    },
  };
};
