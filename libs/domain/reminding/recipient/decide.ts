import { accept, evolveBy, reject, roleRefused, ROLES } from '../../kernel/index.ts';
import type { Command, Outcome, Recorded, Rights, Transitions } from '../../kernel/index.ts';
import type { RecipientEvent } from './events.ts';

/** How a person is reminded besides the inbox: by e-mail too, and in which language. */
export interface Delivery {
  readonly email: boolean;
  readonly language: 'vi' | 'en';
}

/** How everybody is reminded who chose nothing else. */
export const UNTIL_CHOSEN: Delivery = { email: true, language: 'vi' };

export type RecipientState = { readonly status: 'NOTHING_CHOSEN' } | ({ readonly status: 'CHOSEN' } & Delivery);

export const deliveryOf = (state: RecipientState): Delivery =>
  state.status === 'CHOSEN' ? { email: state.email, language: state.language } : UNTIL_CHOSEN;

export const transitions = {
  ChooseDelivery: { from: ['NOTHING_CHOSEN', 'CHOSEN'], events: { DeliveryChosen: 'CHOSEN' } },
} as const satisfies Transitions<ChooseDelivery, RecipientEvent, RecipientState>;

const evolve = evolveBy<RecipientState, Recorded<RecipientEvent>, typeof transitions>(transitions, {
  DeliveryChosen: (_, { data: { email, language } }) => ({ email, language }),
});

/** By the person, for themselves. */
export type ChooseDelivery = Command<
  'ChooseDelivery',
  RecipientEvent['data'],
  /** The regulation in force for the person's unit lets people choose. */
  { readonly allowed: boolean }
>;

/** Why a choice of how to be reminded is refused. */
export type RecipientRejection =
  | 'role-not-allowed'
  /** Nobody chooses for another person. */
  | 'not-yourself'
  /** The regulation lets nobody choose. */
  | 'settings-not-allowed';

/** Everybody, for themselves. */
export const rights: Rights<ChooseDelivery> = { ChooseDelivery: ROLES };

/** The choice that stands already is accepted and adds nothing. */
const decide = (
  { type, data, facts, meta }: ChooseDelivery,
  state: RecipientState,
): Outcome<RecipientEvent, RecipientRejection> => {
  const refused = roleRefused(rights[type], meta.actor.role);
  if (refused !== undefined) return refused;
  if (meta.actor.personId !== data.personId) return reject('not-yourself', { pointer: '/personId' });
  if (!facts.allowed) return reject('settings-not-allowed');
  const same = state.status === 'CHOSEN' && state.email === data.email && state.language === data.language;
  return same ? accept() : accept({ type: 'DeliveryChosen', data });
};

const initial: RecipientState = { status: 'NOTHING_CHOSEN' };

/** How a person is reminded. */
export const decider = { initial, evolve, decide };
