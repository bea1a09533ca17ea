import { personsOf, type EventMeta, type Moves as MovesOf, type Recorded } from '../kernel/index.ts';
import type { RegistrationEvent } from './events.ts';
import type { Core, RegistrationState } from './state.ts';
import type { transitions } from './transitions.ts';

/** What each event makes of a registration. Each phase tells it of its own. */
export type Moves = MovesOf<RegistrationState, Recorded<RegistrationEvent>, typeof transitions>;

/** A list as a set: each once, in order of first appearance. */
export const union = (left: readonly string[], right: readonly string[]): readonly string[] => [
  ...new Set([...left, ...right]),
];

export const withAuthors = (core: Core, meta: EventMeta): Core => ({
  ...core,
  authors: union(core.authors, personsOf(meta.actor)),
});
