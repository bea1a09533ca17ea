import type { Rights } from '../kernel/index.ts';
import type { ApiKeyCommand } from './commands.ts';

/** Who may do what with keys of programs. */
export const rights: Rights<ApiKeyCommand> = {
  CreateApiKey: ['SYSTEM_ADMIN'],
  RevokeApiKey: ['SYSTEM_ADMIN'],
};
