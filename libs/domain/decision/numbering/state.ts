import type { Recorded, Transitions } from '../../kernel/index.ts';
import type { DocumentNumber } from '../events.ts';
import type { NumberingCommand } from './commands.ts';
import type { NumberingEvent } from './events.ts';

/** The reason by which older logs void, one by one, the numbers that were given out on paper. */
export const ISSUED_ON_PAPER = 'issued-on-paper';

/** What stands in the book behind a number. The latest entry of a number counts. */
export type BookEntry =
  | {
      readonly kind: 'RESERVED';
      readonly number: number;
      readonly documentNumber: DocumentNumber;
      readonly decisionId: string;
    }
  | { readonly kind: 'VOIDED'; readonly number: number }
  /** Given out on paper, up to `to`. */
  | { readonly kind: 'ON_PAPER'; readonly number: number; readonly to: number };

/** A book: every number from 1 to `highest` has an entry. */
export interface NumberingState {
  readonly highest: number;
  /** In the order in which they were written. */
  readonly entries: readonly BookEntry[];
}

export const initial: NumberingState = { highest: 0, entries: [] };

/** A book has no status: what may be done with a number depends on what stands behind it. */
export const transitions = {
  ReserveNumber: { from: ['ANY'], events: { NumberReserved: 'same', NumbersIssuedOnPaper: 'same' } },
  VoidNumber: { from: ['ANY'], events: { NumberVoided: 'same' } },
} as const satisfies Transitions<NumberingCommand, NumberingEvent, NumberingState>;

export const evolve = (state: NumberingState, event: Recorded<NumberingEvent>): NumberingState => {
  switch (event.type) {
    case 'NumberReserved': {
      const { documentNumber, decisionId } = event.data;
      return write(state, { kind: 'RESERVED', number: documentNumber.number, documentNumber, decisionId });
    }
    case 'NumbersIssuedOnPaper':
      return write(state, { kind: 'ON_PAPER', number: event.data.from, to: event.data.to });
    case 'NumberVoided': {
      const { number, reason } = event.data;
      return write(
        state,
        reason === ISSUED_ON_PAPER ? { kind: 'ON_PAPER', number, to: number } : { kind: 'VOIDED', number },
      );
    }
  }
};

const lastOf = (entry: BookEntry): number => (entry.kind === 'ON_PAPER' ? entry.to : entry.number);

const write = (state: NumberingState, entry: BookEntry): NumberingState => ({
  highest: Math.max(state.highest, lastOf(entry)),
  entries: [...state.entries, entry],
});

/** The number the book gives out next. */
export const nextNumber = (state: NumberingState): number => state.highest + 1;

/** What stands behind a number, if anything. */
export const entryOf = (state: NumberingState, number: number): BookEntry | undefined =>
  state.entries.findLast((entry) => entry.number <= number && number <= lastOf(entry));

/** The number a decision holds in this book, unless it was voided. */
export const numberOf = (state: NumberingState, decisionId: string): DocumentNumber | undefined => {
  const entry = state.entries.findLast((each) => each.kind === 'RESERVED' && each.decisionId === decisionId);
  return entry?.kind === 'RESERVED' && entryOf(state, entry.number) === entry ? entry.documentNumber : undefined;
};
