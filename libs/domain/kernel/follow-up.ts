import type { Actor } from './roles.ts';

/**
 * A command that follows from an event, as plain data: the reaction adds the facts, and makes the command id of the causing
 * event's id and `key`, so that a repetition does nothing twice.
 */
export interface FollowUp<Type extends string, Data> {
  readonly stream: string;
  readonly key: string;
  readonly actor: Actor;
  readonly type: Type;
  readonly data: Data;
}

/** The system carries on what a person began: still in that person's name, so four eyes are checked as before. */
export const asSystem = (actor: Actor): Actor => ({ ...actor, role: 'SYSTEM' });
