import type { Transitions } from '../../kernel/index.ts';
import type { UnitCommand } from './commands.ts';
import type { UnitEvent } from './events.ts';
import type { UnitState } from './state.ts';

export const transitions = {
  EstablishUnit: { from: ['NONE'], events: { UnitEstablished: 'OPEN' } },
  RenameUnit: { from: ['OPEN'], events: { UnitRenamed: 'same' } },
  MoveUnit: { from: ['OPEN'], events: { UnitMoved: 'same' } },
  CloseUnit: { from: ['OPEN'], events: { UnitClosed: 'CLOSED' } },
} as const satisfies Transitions<UnitCommand, UnitEvent, UnitState>;
