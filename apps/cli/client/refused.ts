import type { Problem } from './api-client.ts';

/** The server refused what was asked: in its words, each of them once, with the fields that are wrong. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor({ detail, errors }: Problem) {
    const faults = errors.filter(({ message }) => message !== detail);
    super([detail, ...faults.map(({ pointer, message }) => `${pointer}: ${message}`)].join(' · '));
  }
}
