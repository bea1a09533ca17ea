import { personsOf, type EventMeta, type Recorded } from '../kernel/index.ts';
import type { CommandType } from './commands.ts';
import type { RegistrationEvent } from './events.ts';
import { allows, type Core, type RegistrationState, type StateFor } from './state.ts';

/** The recorded event of one type, or of several. */
export type Entry<Type extends RegistrationEvent['type']> = Recorded<
  Extract<RegistrationEvent, { readonly type: Type }>
>;

/** Moves the state where the workflow allows the command behind the event; leaves it as it is elsewhere. */
export const during = <Type extends CommandType>(
  type: Type,
  state: RegistrationState,
  move: (state: StateFor<Type>) => RegistrationState,
): RegistrationState => (allows(type, state) ? move(state) : state);

/** A list as a set: each once, in order of first appearance. */
export const union = (left: readonly string[], right: readonly string[]): readonly string[] => [
  ...new Set([...left, ...right]),
];

export const withAuthors = (core: Core, meta: EventMeta): Core => ({
  ...core,
  authors: union(core.authors, personsOf(meta.actor)),
});
