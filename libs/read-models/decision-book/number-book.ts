import { decision } from '#domain';
import type { RecordedIn } from '#event-store';
import type { RowKey } from '../tables/row-state.ts';
import type { NumberRow } from './table.ts';

/** The line of the number book that an event is about. */
export const numberKeysOf = (event: RecordedIn<'numbering'>): readonly RowKey[] => {
  const { type, data } = event;
  switch (type) {
    case 'NumberReserved':
      return [[data.bookId, data.documentNumber.number, data.documentNumber.number]];
    case 'NumbersIssuedOnPaper':
      return [[data.bookId, data.from, data.to]];
    case 'NumberVoided':
      return [[data.bookId, data.number, data.number]];
  }
};

/** A line of a book after an event of the book. */
export const evolveNumber = (row: NumberRow | undefined, event: RecordedIn<'numbering'>): NumberRow | undefined => {
  const { type, data, meta, position } = event;
  const at = meta.recordedAt;
  switch (type) {
    case 'NumberReserved': {
      const { number, text, symbol, issuerId, docType, issuedOn, term } = data.documentNumber;
      const held = { decisionId: data.decisionId, signerId: data.signerId, reservedAt: at };
      const open = { status: 'RESERVED', voidReason: null, voidedAt: null } as const;
      const name = { number, lastNumber: number, text, symbol, issuerId, docType, issuedOn, term: term ?? null };
      return { bookId: data.bookId, ...name, ...held, ...open, position };
    }
    case 'NumbersIssuedOnPaper':
      return { ...untaken(data, at), position };
    case 'NumberVoided': {
      const { bookId, number, reason } = data;
      const line = row ?? untaken({ bookId, from: number, to: number }, at);
      if (reason === decision.ISSUED_ON_PAPER) return { ...line, position };
      return { ...line, status: 'VOIDED', voidReason: reason, voidedAt: at, position };
    }
  }
};

type Untaken = { readonly bookId: string; readonly from: number; readonly to: number };

/** Numbers that no decision of the log ever took. */
const untaken = ({ bookId, from, to }: Untaken, reservedAt: string): Omit<NumberRow, 'position'> => ({
  ...{ bookId, number: from, lastNumber: to, text: decision.numbersText(from, to), reservedAt, status: 'ON_PAPER' },
  ...{ symbol: null, issuerId: null, docType: null, issuedOn: null, term: null },
  ...{ decisionId: null, signerId: null, voidReason: null, voidedAt: null },
});
