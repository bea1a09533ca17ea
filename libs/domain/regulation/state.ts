import { addDays, type LocalDate } from '../kernel/index.ts';
import type { RegulationContent, RegulationWarning } from './events.ts';

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

/** Which regulation it is and when it is in force, for a refusal to tell. */
export const forceOf = (state: Exclude<RegulationState, { readonly status: 'NONE' }>) => ({
  regulation: state.content.title,
  ...(state.status === 'DRAFT' ? { regulationStatus: state.status } : { from: state.from }),
  ...(state.status === 'SUPERSEDED' ? { until: addDays(state.supersededFrom, -1) } : {}),
});

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
