import type { Sentence } from './language.ts';

/** How a refusal is answered: HTTP status, and what it says to people. `{name}` stands for a value of the refusal. */
export interface ProblemEntry extends Sentence {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
}

/** Refused by a rule. */
export const rule = (vi: string, en: string): ProblemEntry => ({ status: 422, vi, en });

/** Somebody else, or an earlier act, stands in the way. */
export const conflict = (vi: string, en: string): ProblemEntry => ({ status: 409, vi, en });

/** Seen, but not allowed. */
export const forbidden = (vi: string, en: string): ProblemEntry => ({ status: 403, vi, en });

/** Missing, or not yours. */
export const missing = (vi: string, en: string): ProblemEntry => ({ status: 404, vi, en });
