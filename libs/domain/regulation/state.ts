import { personsOf } from '../kernel/index.ts';
import type { LocalDate, Recorded } from '../kernel/index.ts';
import { amended } from './rules-in-use.ts';
import type { RegulationContent, RegulationEvent, RegulationWarning } from './events.ts';

/** What every regulation is, whatever its status. */
interface Text {
  readonly regulationId: string;
  readonly unitId: string;
  readonly content: RegulationContent;
  /** Everybody who drafted or revised it, and those for whom they acted. */
  readonly authors: readonly string[];
}

interface Publication {
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** First day in force. */
  readonly from: LocalDate;
  readonly publishedBy: string;
  readonly warnings: readonly RegulationWarning[];
}

export type RegulationState =
  | { readonly status: 'NONE' }
  | (Text & { readonly status: 'DRAFT' })
  | (Text & Publication & { readonly status: 'PUBLISHED' })
  | (Text &
      Publication & {
        readonly status: 'SUPERSEDED';
        readonly byRegulationId: string;
        /** First day on which it is no longer in force. */
        readonly supersededFrom: LocalDate;
      });

export const initial: RegulationState = { status: 'NONE' };

/** Moves a regulation by one event. Never fails, whatever the status: what the log holds was decided. */
export const evolve = (state: RegulationState, event: Recorded<RegulationEvent>): RegulationState => {
  switch (event.type) {
    case 'RegulationDrafted': {
      const { regulationId, unitId, content } = event.data;
      return { status: 'DRAFT', regulationId, unitId, content, authors: personsOf(event.meta.actor) };
    }
    case 'RegulationRevised':
      return state.status === 'DRAFT'
        ? { ...state, content: event.data.content, authors: [...state.authors, ...personsOf(event.meta.actor)] }
        : state;
    case 'RegulationPublished': {
      if (state.status !== 'DRAFT') return state;
      const { number, issuedOn, from, warnings } = event.data;
      const publishedBy = event.meta.actor.personId;
      return { ...state, status: 'PUBLISHED', number, issuedOn, from, warnings, publishedBy };
    }
    case 'CalendarAmended':
      return state.status === 'PUBLISHED' ? { ...state, content: amended(state.content, event.data) } : state;
    case 'RegulationSuperseded':
      return state.status === 'PUBLISHED'
        ? {
            ...state,
            status: 'SUPERSEDED',
            byRegulationId: event.data.byRegulationId,
            supersededFrom: event.data.from,
          }
        : state;
  }
};

/** In force on a day: published, begun, and not yet superseded. A superseded regulation was in force all the same. */
export const inForceOn = (state: RegulationState, date: LocalDate): boolean => {
  switch (state.status) {
    case 'NONE':
    case 'DRAFT':
      return false;
    case 'PUBLISHED':
      return state.from <= date;
    case 'SUPERSEDED':
      return state.from <= date && date < state.supersededFrom;
  }
};
