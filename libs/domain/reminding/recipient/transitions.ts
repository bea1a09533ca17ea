import type { Transitions } from '../../kernel/index.ts';
import type { RecipientCommand } from './commands.ts';
import type { RecipientEvent } from './events.ts';
import type { RecipientState } from './state.ts';

export const transitions = {
  ChooseDelivery: { from: ['NOTHING_CHOSEN', 'CHOSEN'], events: { DeliveryChosen: 'CHOSEN' } },
} as const satisfies Transitions<RecipientCommand, RecipientEvent, RecipientState>;
