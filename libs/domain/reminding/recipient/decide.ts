import { accept, reject, roleRefused, type Outcome } from '../../kernel/index.ts';
import type { RecipientCommand, RecipientRejection } from './commands.ts';
import type { RecipientEvent } from './events.ts';
import { rights } from './rights.ts';
import { evolve, initial, type RecipientState } from './state.ts';

/** Decides how a person is reminded. The choice that stands already is accepted and adds nothing. */
export const decide = (
  { type, data, facts, meta }: RecipientCommand,
  state: RecipientState,
): Outcome<RecipientEvent, RecipientRejection> => {
  const refused = roleRefused(rights[type], meta.actor.role);
  if (refused !== undefined) return refused;
  if (meta.actor.personId !== data.personId) return reject('not-yourself', { pointer: '/personId' });
  if (!facts.allowed) return reject('settings-not-allowed');
  const same = state.status === 'CHOSEN' && state.email === data.email && state.language === data.language;
  return same ? accept() : accept({ type: 'DeliveryChosen', data });
};

/** Stream `recipient-<personId>`. */
export const decider = { initial, evolve, decide };
