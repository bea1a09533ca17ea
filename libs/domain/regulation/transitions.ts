import { statusesAfter, statusesIn, type Transitions } from '../kernel/index.ts';
import type { RegulationCommand } from './commands.ts';
import type { RegulationEvent } from './events.ts';
import type { RegulationState } from './state.ts';

export const transitions = {
  DraftRegulation: { from: ['NONE'], events: { RegulationDrafted: 'DRAFT' } },
  ReviseRegulation: { from: ['DRAFT'], events: { RegulationRevised: 'same' } },
  PublishRegulation: { from: ['DRAFT'], events: { RegulationPublished: 'PUBLISHED' } },
  SupersedeRegulation: { from: ['PUBLISHED'], events: { RegulationSuperseded: 'SUPERSEDED' } },
  AmendCalendar: { from: ['PUBLISHED'], events: { CalendarAmended: 'same' } },
} as const satisfies Transitions<RegulationCommand, RegulationEvent, RegulationState>;

/** The life of a regulation that was drafted. */
export const REGULATION_STATUSES = statusesIn(transitions);

/** The status each event leads to; `same` where the status stays. */
export const statusAfter = statusesAfter(transitions);
