import { reject, type Outcome, type Rejected } from '../kernel/index.ts';
import type { DecisionRejection } from './commands.ts';
import type { DecisionEvent } from './events.ts';

export type Result = Outcome<DecisionEvent, DecisionRejection>;

/** A broken rule, or nothing: checks are joined with `??`, so the first broken rule is the answer. */
export type Refusal = Rejected<DecisionRejection> | undefined;

/** A SHA-256 is written as lower-case hex. */
export const hashMalformed = (text: string, pointer?: string): Rejected<'hash-malformed'> | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? undefined : reject('hash-malformed', pointer === undefined ? {} : { pointer });

/** Items that are not there, for who names them, are told by their place in the list: any other word would tell of them. */
export const itemsUnknown = (items: readonly { readonly id: string }[], unknown: readonly string[]): Refusal => {
  const code = 'item-not-found';
  const problems = items.flatMap(({ id }, index) =>
    unknown.includes(id) ? [{ pointer: `/items/${String(index)}`, code, params: { places: [String(index + 1)] } }] : [],
  );
  const places = problems.flatMap(({ params }) => params.places);
  return problems.length === 0 ? undefined : reject(code, { params: { places }, problems });
};
