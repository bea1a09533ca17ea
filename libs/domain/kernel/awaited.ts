import type { LocalDate } from './dates.ts';
import { isOfPeople, type Actor, type Role } from './roles.ts';
import type { AnyTransitions, Rights } from './workflow.ts';

/** What a council is asked for that no command records: to meet. What comes of it the standing body records. */
export const IN_COUNCIL = { AttendCouncil: ['COUNCIL_MEMBER'] } as const satisfies Rights<{
  readonly type: 'AttendCouncil';
}>;

/** A command that is waited for, and a role that gives it. */
export interface Awaited<Type extends string = string, Act extends string = never> {
  readonly command: Type;
  readonly role: Role;
  /** Of a decision that is to be drafted: for which act. */
  readonly act?: Act;
  /** Of a correction that is to be approved: which one. */
  readonly correctionId?: string;
  /** When only this person can do it. */
  readonly personId?: string;
  /** People who may not do it, whatever their role. */
  readonly besides?: readonly string[];
  /** The last day on which it can be done. */
  readonly until?: LocalDate;
  /** It can be done from the day after this one. */
  readonly after?: LocalDate;
  /** It can be done once something else is in being, or only while nothing else is. */
  readonly hangsOn?: 'ONCE_THERE' | 'WHILE_NONE';
}

type AllowedIn<Table extends AnyTransitions, Status extends string> = {
  [Type in keyof Table]: Status extends Table[Type]['from'][number] ? Type : never;
}[keyof Table];

/**
 * What is waited for in each status: a command the workflow allows there, or `DraftDecision` where a decision is to
 * come, or `AttendCouncil`. The compiler refuses any other.
 */
export type Waits<Table extends AnyTransitions, Status extends string> = {
  readonly [Each in Status]: readonly (AllowedIn<Table, Each> | 'DraftDecision' | 'AttendCouncil')[];
};

/** The commands, each with every role of people that has a right to it. */
export const awaitedOf = <Type extends string>(
  commands: readonly Type[],
  rights: Readonly<Record<Type, readonly Actor['role'][]>>,
): readonly Awaited<Type>[] =>
  commands.flatMap((command) => rights[command].filter(isOfPeople).map((role) => ({ command, role })));
