import { isOfPeople, type Actor, type Role } from './roles.ts';
import type { AnyTransitions } from './workflow.ts';

/** A command that is waited for, and a role that gives it. */
export interface Awaited<Type extends string = string> {
  readonly command: Type;
  readonly role: Role;
  /** When only this person can do it. */
  readonly personId?: string;
  /** People who may not do it, whatever their role. */
  readonly besides?: readonly string[];
}

type AllowedIn<Table extends AnyTransitions, Status extends string> = {
  [Type in keyof Table]: Status extends Table[Type]['from'][number] ? Type : never;
}[keyof Table];

/**
 * What is waited for in each status: a command the workflow allows there, or `DraftDecision` where a decision is to
 * come. The compiler refuses any other.
 */
export type Waits<Table extends AnyTransitions, Status extends string> = {
  readonly [Each in Status]: readonly (AllowedIn<Table, Each> | 'DraftDecision')[];
};

/** The commands, each with every role of people that has a right to it. */
export const awaitedOf = <Type extends string>(
  commands: readonly Type[],
  rights: Readonly<Record<Type, readonly Actor['role'][]>>,
): readonly Awaited<Type>[] =>
  commands.flatMap((command) => rights[command].filter(isOfPeople).map((role) => ({ command, role })));
