import { ROLES, type Rights } from '../../kernel/index.ts';
import type { RecipientCommand } from './commands.ts';

/** Everybody, for themselves. */
export const rights: Rights<RecipientCommand> = { ChooseDelivery: ROLES };
