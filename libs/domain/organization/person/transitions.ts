import type { Transitions } from '../../kernel/index.ts';
import type { PersonCommand } from './commands.ts';
import type { PersonEvent } from './events.ts';
import type { PersonState } from './state.ts';

export const transitions = {
  EnterPerson: { from: ['NONE'], events: { PersonEntered: 'ENTERED' } },
  AppointPerson: { from: ['ENTERED'], events: { PersonAppointed: 'same' } },
  EndAppointment: { from: ['ENTERED'], events: { AppointmentEnded: 'same' } },
  OpenAccount: { from: ['ENTERED'], events: { AccountOpened: 'same' } },
  DisableAccount: { from: ['ENTERED'], events: { AccountDisabled: 'same' } },
} as const satisfies Transitions<PersonCommand, PersonEvent, PersonState>;
