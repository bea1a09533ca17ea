import type { DomainEvent } from '../../kernel/index.ts';

/** Stream `recipient-<personId>`: how a person wants to be reminded, where the regulation lets them choose. */
export type RecipientEvent = DomainEvent<
  'DeliveryChosen',
  { readonly personId: string; readonly email: boolean; readonly language: 'vi' | 'en' }
>;
