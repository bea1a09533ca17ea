import type { RecordedIn } from '#event-store';
import type { RowKey } from '../tables/row-state.ts';
import type { NumberRow } from './table.ts';

/** The number an event of a number book is about. */
export const numberKeysOf = (event: RecordedIn<'numbering'>): readonly RowKey[] => {
  const { type, data } = event;
  switch (type) {
    case 'NumberReserved':
      return [[data.bookId, data.documentNumber.number]];
    case 'NumberVoided':
      return [[data.bookId, data.number]];
  }
};

/** A number of a book after an event of the book. */
export const evolveNumber = (row: NumberRow | undefined, event: RecordedIn<'numbering'>): NumberRow | undefined => {
  const { type, data, meta } = event;
  const { position } = event;
  switch (type) {
    case 'NumberReserved': {
      const { number, text, symbol, issuerId, docType, issuedOn, term } = data.documentNumber;
      const held = { decisionId: data.decisionId, signerId: data.signerId, reservedAt: meta.recordedAt };
      const open = { status: 'RESERVED', voidReason: null, voidedAt: null } as const;
      const name = { bookId: data.bookId, number, text, symbol, issuerId, docType, issuedOn, term: term ?? null };
      return { ...name, ...held, ...open, position };
    }
    case 'NumberVoided':
      return { ...(row ?? unreserved(data, meta.recordedAt)), ...voided(data.reason, meta.recordedAt), position };
  }
};

const voided = (voidReason: string, voidedAt: string) => ({ status: 'VOIDED', voidReason, voidedAt }) as const;

/** A number that was given up without ever being taken: a gap left by papers from before. */
const unreserved = (
  data: { readonly bookId: string; readonly number: number; readonly decisionId?: string },
  at: string,
): Omit<NumberRow, 'status' | 'voidReason' | 'voidedAt' | 'position'> => ({
  bookId: data.bookId,
  number: data.number,
  text: String(data.number),
  symbol: '',
  issuerId: '',
  docType: '',
  issuedOn: '',
  term: null,
  decisionId: data.decisionId ?? null,
  signerId: null,
  reservedAt: at,
});
