import { accept, decideBy, fold, notPastDay, numberAsWritten, reject, textMissing, tidy } from '../../kernel/index.ts';
import type { Outcome, Rejected } from '../../kernel/index.ts';
import { hashMalformed } from '../checks.ts';
import { formatNumber, isSameNumber, isSymbol, parseDocumentNumber } from '../document-number.ts';
import type { DocumentNumber } from '../events.ts';
import { MAX_GAP } from './commands.ts';
import type { NumberingCommand, NumberingRejection, NumberUse, ReserveNumber, VoidNumber } from './commands.ts';
import type { NumberingEvent } from './events.ts';
import { rights } from './rights.ts';
import { entryOf, evolve, initial, nextNumber, numberOf, transitions, type NumberingState } from './state.ts';
import type { DecisionState } from '../state.ts';

type Result = Outcome<NumberingEvent, NumberingRejection>;

const HIGHEST_NUMBER = 999_999;

/** Decides a command on a number book. */
export const decide = decideBy<
  NumberingCommand,
  NumberingEvent,
  NumberingState,
  NumberingRejection,
  typeof transitions
>({
  rights,
  transitions,
  notAllowed: undefined,
  decisions: {
    ReserveNumber: (command, state) => reserveNumber(command, state),
    VoidNumber: (command, state) => voidNumber(command, state),
  },
});

/** Stream `numbering-<uuid of the bookKey>`. */
export const decider = { initial, evolve, decide };

/** The whole number a decision would bear: parts kept apart, and the text as typed or as custom writes it. */
export const documentNumberOf = (data: ReserveNumber['data'], number: number): DocumentNumber => ({
  number,
  symbol: numberAsWritten(data.symbol),
  issuerId: data.issuerId,
  docType: tidy(data.docType),
  issuedOn: data.issuedOn,
  ...(data.term === undefined ? {} : { term: tidy(data.term) }),
  text: numberAsWritten(data.requested?.text ?? '') || formatNumber(number, data.symbol),
});

/** What a decision has done with a number reserved for it; only a RELEASED one may be voided. */
export const numberUse = (decision: DecisionState, number: DocumentNumber): NumberUse => {
  if (decision.status === 'NONE' || decision.status === 'CANCELLED') return 'RELEASED';
  if (decision.refusedNumbers.some((refused) => isSameNumber(refused, number))) return 'RELEASED';
  if (decision.status === 'DRAFT' || decision.status === 'FROZEN') return 'PENDING';
  return isSameNumber(decision.documentNumber, number) ? 'ISSUED' : 'RELEASED';
};

const reserveNumber = (command: ReserveNumber, state: NumberingState): Result => {
  const { data } = command;
  if (numberOf(state, data.decisionId) !== undefined) return accept();
  const refusal = detailsRefusal(command) ?? otherBook(data, state);
  if (refusal !== undefined) return refusal;
  if (data.requested === undefined) return accept(reserved(command, nextNumber(state)));
  return reserveOnPaper(command, state, data.requested);
};

/** A free number is taken; the numbers it skips are explained at once, so that the book never has a silent gap. */
const reserveOnPaper = (
  command: ReserveNumber,
  state: NumberingState,
  { number, text, gap: confirmed = 0 }: NonNullable<ReserveNumber['data']['requested']>,
): Result => {
  const pointer = '/requested/number';
  if (!Number.isInteger(number) || number < 1 || number > HIGHEST_NUMBER)
    return reject('number-malformed', { pointer, params: { number, max: HIGHEST_NUMBER } });
  const refusal = textRefusal(text, number, command.data.symbol);
  if (refusal !== undefined) return refusal;
  const entry = entryOf(state, number);
  if (entry?.kind === 'RESERVED') return reject('number-taken', { pointer, params: { number } });
  if (entry?.kind === 'VOIDED') return reject('number-voided', { pointer, params: { number } });
  const next = nextNumber(state);
  const gap = Math.max(0, number - next);
  if (gap > MAX_GAP) return reject('gap-too-wide', { pointer, params: { number, next, max: MAX_GAP } });
  if (gap !== confirmed) return reject('gap-unconfirmed', { pointer: '/requested/gap', params: { number, next, gap } });
  const { bookId } = command.data;
  const skipped: readonly NumberingEvent[] =
    gap === 0 ? [] : [{ type: 'NumbersIssuedOnPaper', data: { bookId, from: next, to: number - 1 } }];
  return accept(...skipped, reserved(command, number));
};

/** A text that nobody can read might say any number, also one that another decision bears. */
const textRefusal = (text = '', number: number, symbol: string): Rejected<NumberingRejection> | undefined => {
  if (tidy(text) === '') return undefined;
  const pointer = '/requested/text';
  const written = parseDocumentNumber(text);
  if (written === undefined) return reject('number-text-malformed', { pointer, params: { text: tidy(text) } });
  return written.number === number && written.symbol === numberAsWritten(symbol)
    ? undefined
    : reject('number-differs-from-text', {
        pointer,
        params: { text: tidy(text), number, symbol: numberAsWritten(symbol) },
      });
};

/** A number in use is never voided; the book's next one may be, when the paper it was written on was spoiled. */
const voidNumber = ({ data, facts }: VoidNumber, state: NumberingState): Result => {
  const { bookId, number } = data;
  const reason = tidy(data.reason);
  if (reason === '') return reject('text-required', { pointer: '/reason' });
  const entry = entryOf(state, number);
  if (entry === undefined)
    return number === nextNumber(state)
      ? accept(voided({ bookId, number, reason }))
      : reject('number-unknown', { pointer: '/number', params: { number, next: nextNumber(state) } });
  if (entry.kind !== 'RESERVED') return accept();
  if (facts.use === 'ISSUED')
    return reject('number-in-use', { pointer: '/number', params: { number: entry.documentNumber.text } });
  if (facts.use === 'PENDING')
    return reject('number-pending', { pointer: '/number', params: { number: entry.documentNumber.text } });
  return accept(voided({ bookId, number, decisionId: entry.decisionId, reason }));
};

const detailsRefusal = ({ data, meta }: ReserveNumber): Rejected<NumberingRejection> | undefined =>
  (isSymbol(data.symbol)
    ? undefined
    : reject('symbol-malformed', { pointer: '/symbol', params: { symbol: data.symbol } })) ??
  textMissing(data.docType, '/docType') ??
  notPastDay(data.issuedOn, meta, '/issuedOn') ??
  textMissing(data.capacity, '/capacity') ??
  (data.fileSha256 === undefined ? undefined : hashMalformed(data.fileSha256, '/fileSha256'));

const otherBook = (data: ReserveNumber['data'], state: NumberingState): Rejected<NumberingRejection> | undefined => {
  const first = state.entries.find((entry) => entry.kind === 'RESERVED');
  if (first === undefined) return undefined;
  if (first.documentNumber.issuerId !== data.issuerId) return reject('issuer-differs');
  if (fold(first.documentNumber.docType) !== fold(data.docType))
    return reject('document-type-differs', {
      params: { type: tidy(data.docType), expected: first.documentNumber.docType },
    });
  return undefined;
};

const reserved = ({ data, meta }: ReserveNumber, number: number): NumberingEvent => ({
  type: 'NumberReserved',
  data: {
    bookId: data.bookId,
    documentNumber: documentNumberOf(data, number),
    decisionId: data.decisionId,
    signerId: meta.actor.personId,
    capacity: tidy(data.capacity),
    ...(data.fileSha256 === undefined ? {} : { fileSha256: data.fileSha256 }),
    ...(data.paper === undefined ? {} : { paper: data.paper }),
  },
});

const voided = (data: Extract<NumberingEvent, { type: 'NumberVoided' }>['data']): NumberingEvent => ({
  type: 'NumberVoided',
  data,
});
