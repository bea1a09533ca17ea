import type { Command } from '../../kernel/index.ts';

/** By the person, for themselves. */
export type ChooseDelivery = Command<
  'ChooseDelivery',
  { readonly personId: string; readonly email: boolean; readonly language: 'vi' | 'en' },
  /** The regulation in force for the person's unit lets people choose. */
  { readonly allowed: boolean }
>;

export type RecipientCommand = ChooseDelivery;

/** Why a choice of how to be reminded is refused. */
export type RecipientRejection =
  | 'role-not-allowed'
  /** Nobody chooses for another person. */
  | 'not-yourself'
  /** The regulation lets nobody choose. */
  | 'settings-not-allowed';
