import type { Rights } from '../../kernel/index.ts';
import type { NumberingCommand } from './commands.ts';

/** Whoever signs takes a number; whoever may give one up may strike it. */
export const rights: Rights<NumberingCommand> = {
  ReserveNumber: ['DECISION_SIGNER'],
  VoidNumber: ['DECISION_SIGNER', 'STANDING_BODY_OFFICER', 'SYSTEM'],
};
