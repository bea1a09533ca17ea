import type { Done } from '#engine';
import type { Proof, Rejected } from '#domain';
import type { Rejection } from './rejection.ts';

/** Who asks: a person, whose rights are looked up at the moment of the act, or the system itself. */
export type Caller =
  | {
      readonly kind: 'person';
      readonly personId: string;
      /** The account they came by, and how they proved that it is theirs; both are told of what they do. */
      readonly accountId?: string;
      readonly provenBy?: Proof;
      /** The list whose rows speak for them: what two lists say is two commands, and one alone did it. */
      readonly importId?: string;
    }
  | { readonly kind: 'system' };

/** The caller as far as it makes a command the same one: they may have signed in anew before they sent it again. */
export const senderOf = (caller: Caller): Caller => {
  if (caller.kind === 'system') return caller;
  const { personId, importId } = caller;
  return { kind: 'person', personId, ...(importId === undefined ? {} : { importId }) };
};

/** How a command is sent, whatever it says. */
export interface Sending {
  readonly caller: Caller;
  /** UUID: the command's id. The same key is the same command for ever; a new one when absent. */
  readonly idempotencyKey?: string;
  /** Refuse with `stale-revision` unless the stream is at one of these revisions. */
  readonly ifMatch?: readonly number[];
  /** Make every check and record nothing. */
  readonly dryRun?: boolean;
}

/** What is asked of one workflow. Without `id` something new is created. */
export interface Ask<Type extends string, Data> extends Sending {
  readonly type: Type;
  readonly id?: string;
  readonly data: Data;
}

/** The answer to a command: what it did, and to what. */
export type Answer = Omit<Done, 'stream'> & { readonly id: string };

export type Answered = Answer | Rejected<Rejection>;
