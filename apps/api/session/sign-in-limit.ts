import type { Clock } from '#engine';
import { Refusal } from '../http/problem/problem.ts';

/** Injection token of {@link SignInLimit}. */
export const SIGN_IN_LIMIT = Symbol('sign-in-limit');

/** Sign-ins from one address, whatever the names. */
export interface SignInLimit {
  /** @throws Refusal `too-many-attempts` */
  count(address: string): void;
}

export const createSignInLimit = (perMinute: number, clock: Clock): SignInLimit => {
  let window = '';
  let counts = new Map<string, number>();
  return {
    count(address) {
      const now = clock.now().slice(0, 16);
      if (now !== window) {
        window = now;
        counts = new Map();
      }
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      if (count > perMinute) throw new Refusal('too-many-attempts', { headers: { 'retry-after': '60' } });
    },
  };
};
