import type { Recorded } from '../../kernel/index.ts';
import type { RecipientEvent } from './events.ts';

export type RecipientState =
  | { readonly status: 'NOTHING_CHOSEN' }
  | { readonly status: 'CHOSEN'; readonly email: boolean; readonly language: 'vi' | 'en' };

export const initial: RecipientState = { status: 'NOTHING_CHOSEN' };

export const evolve = (_state: RecipientState, { data }: Recorded<RecipientEvent>): RecipientState => ({
  status: 'CHOSEN',
  email: data.email,
  language: data.language,
});
