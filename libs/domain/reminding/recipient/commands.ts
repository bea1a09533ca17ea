import type { Command } from '../../kernel/index.ts';

/** `POST /inbox/settings`: by the person, for themselves. */
export type ChooseDelivery = Command<
  'ChooseDelivery',
  { readonly personId: string; readonly email: boolean; readonly language: 'vi' | 'en' },
  /** The regulation in force for the person's unit lets people choose. */
  { readonly allowed: boolean }
>;

export type RecipientCommand = ChooseDelivery;
