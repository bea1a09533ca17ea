import { evolveBy, type Recorded, type Transitions } from '../../kernel/index.ts';
import type { RecipientCommand } from './commands.ts';
import type { RecipientEvent } from './events.ts';

export type RecipientState =
  | { readonly status: 'NOTHING_CHOSEN' }
  | { readonly status: 'CHOSEN'; readonly email: boolean; readonly language: 'vi' | 'en' };

export const initial: RecipientState = { status: 'NOTHING_CHOSEN' };

export const transitions = {
  ChooseDelivery: { from: ['NOTHING_CHOSEN', 'CHOSEN'], events: { DeliveryChosen: 'CHOSEN' } },
} as const satisfies Transitions<RecipientCommand, RecipientEvent, RecipientState>;

export const evolve = evolveBy<RecipientState, Recorded<RecipientEvent>, typeof transitions>(transitions, {
  DeliveryChosen: (_, { data: { email, language } }) => ({ email, language }),
});
