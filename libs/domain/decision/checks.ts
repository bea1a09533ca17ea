import { reject, type Outcome, type Rejected } from '../kernel/index.ts';
import type { DecisionRejection } from './commands.ts';
import type { DecisionEvent } from './events.ts';

export type Result = Outcome<DecisionEvent, DecisionRejection>;

/** A broken rule, or nothing: checks are joined with `??`, so the first broken rule is the answer. */
export type Refusal = Rejected<DecisionRejection> | undefined;

/** A SHA-256 is written as lower-case hex. */
export const hashMalformed = (text: string, pointer?: string): Rejected<'hash-malformed'> | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? undefined : reject('hash-malformed', pointer === undefined ? {} : { pointer });
