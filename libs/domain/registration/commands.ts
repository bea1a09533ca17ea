import type * as afterwards from './afterwards/commands.ts';
import type * as appraising from './appraising/commands.ts';
import type * as concluding from './concluding/commands.ts';
import type * as implementing from './implementing/commands.ts';
import type * as registering from './registering/commands.ts';

export type * from './registering/commands.ts';
export type * from './implementing/commands.ts';
export type * from './appraising/commands.ts';
export type * from './concluding/commands.ts';
export type * from './afterwards/commands.ts';

export type RegistrationCommand =
  | registering.RegisteringCommand
  | implementing.ImplementingCommand
  | appraising.AppraisingCommand
  | concluding.ConcludingCommand
  | afterwards.AfterwardsCommand;

export type CommandType = RegistrationCommand['type'];

/** The command of one type: `CommandOf<'ScoreModel'>`. */
export type CommandOf<Type extends CommandType> = Extract<RegistrationCommand, { readonly type: Type }>;

/** Commands only an issued decision can give. */
export type ByDecision = 'RecognizeByDecision' | 'RefuseByDecision' | 'RevokeByDecision';
