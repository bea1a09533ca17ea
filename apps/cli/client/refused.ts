import type { Problem } from './api-client.ts';

/** The server refused what was asked: in its words, with each field and its rule, and the code. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor({ detail, errors, code }: Problem) {
    super(`${[detail, ...errors.map((error) => `${error.pointer}: ${error.message}`)].join(' · ')}\n${code}`);
  }
}
