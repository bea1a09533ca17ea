import { evolveBy, personsOf, statusesAfter, statusesIn, type Recorded, type Transitions } from '../kernel/index.ts';
import type { RegulationCommand } from './commands.ts';
import type { RegulationEvent } from './events.ts';
import { amended } from './rules-in-use.ts';
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

export const evolve = evolveBy<RegulationState, Recorded<RegulationEvent>, typeof transitions>(transitions, {
  RegulationDrafted: (_, { data: { regulationId, unitId, content }, meta }) => ({
    ...{ regulationId, unitId, content },
    authors: personsOf(meta.actor),
  }),
  RegulationRevised: (state, { data, meta }) => ({
    ...state,
    content: data.content,
    authors: [...state.authors, ...personsOf(meta.actor)],
  }),
  RegulationPublished: (state, { data: { number, issuedOn, from, warnings }, meta }) => ({
    ...state,
    ...{ number, issuedOn, from, warnings },
    publishedBy: meta.actor.personId,
  }),
  CalendarAmended: (state, { data }) => ({ ...state, content: amended(state.content, data) }),
  RegulationSuperseded: (state, { data: { byRegulationId, from } }) => ({
    ...state,
    byRegulationId,
    supersededFrom: from,
  }),
});
