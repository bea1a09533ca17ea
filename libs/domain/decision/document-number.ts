import { fold, LETTERS, numberAsWritten, reject, tidy, type LocalDate, type Rejected } from '../kernel/index.ts';
import type { DocumentType, RegulationContent } from '../regulation/events.ts';
import type { DocumentNumber } from './events.ts';

/** What a number is counted within. */
export interface BookParts {
  readonly issuerId: string;
  readonly docType: string;
  readonly issuedOn: LocalDate;
  readonly term?: string;
}

/**
 * The book in which a number is unique and gapless: one issuer, one type of document, one year or term. Two spellings
 * of the type that differ in case or diacritics are the same book. The stream's id derives from this key.
 */
export const bookKey = (
  { issuerId, docType, issuedOn, term }: BookParts,
  resets: RegulationContent['numbering']['resets'],
  folding: (text: string) => string = fold,
): string | Rejected<'term-required'> => {
  if (resets === 'YEAR') return JSON.stringify([issuerId, folding(docType), 'year', issuedOn.slice(0, 4)]);
  if (term === undefined || tidy(term) === '') return reject('term-required', { pointer: '/term' });
  return JSON.stringify([issuerId, folding(docType), 'term', folding(term)]);
};

/** The type of the list that is meant, by its code or name however spelt, or its abbreviation; undefined for any other. */
export const documentTypeOf = (types: readonly DocumentType[], said: string): DocumentType | undefined =>
  types.find(({ code, name }) => [code, name].some((each) => fold(each) === fold(said))) ??
  types.find(({ abbreviation }) => abbreviation === tidy(said));

/** Whether a symbol is one of the type: `QĐ/TU`, `QĐ-UBND` and `QĐ` are of `QĐ`. */
export const isSymbolOf = ({ abbreviation }: DocumentType, symbol: string): boolean =>
  numberAsWritten(symbol).split(/[-/.&]/u)[0] === abbreviation;

const SYMBOL = new RegExp(`^[${LETTERS}][${LETTERS}0-9]*([-/.&][${LETTERS}0-9]+)*$`, 'u');
const WRITTEN = /^0*([1-9]\d{0,8})\s*([-/])\s*(.+)$/u;

/**
 * True for what may stand after the number: `QĐ/TU`, `QĐ-UBND`, `QĐ`. No letters that only look like ours: two symbols
 * that read the same are the same.
 */
export const isSymbol = (symbol: string): boolean => symbol.length <= 60 && SYMBOL.test(numberAsWritten(symbol));

/**
 * The number as it stands on the letterhead: `446-QĐ/TU` by the Party's habit, which sets the issuer off by a slash,
 * `12/QĐ-UBND` by the State's. Below ten it is written with a nought. Source: Decree 30/2020/NĐ-CP, Annex I.
 */
export const formatNumber = (number: number, symbol: string): string => {
  const written = numberAsWritten(symbol);
  const separator = /^[\p{L}\p{N}]+\//u.test(written) ? '-' : '/';
  return `${String(number).padStart(2, '0')}${separator}${written}`;
};

/** Numbers of a book in a row: `1–445`, or the one: `7`. */
export const numbersText = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

/** The parts of a number as typed, or undefined when it is not written in either habit. */
export const parseDocumentNumber = (text: string): { readonly number: number; readonly symbol: string } | undefined => {
  const [, number, , symbol] = WRITTEN.exec(numberAsWritten(text)) ?? [];
  if (number === undefined || symbol === undefined || !isSymbol(symbol)) return undefined;
  return { number: Number(number), symbol };
};

/** By what two numbers are the same however they are typed: `02-QĐ/TU`, `2 - qd/tu`, `Số 2–QĐ/TU`. */
export const numberKey = (text: string): string => {
  const [, number, , symbol] = WRITTEN.exec(numberAsWritten(text)) ?? [];
  return number === undefined || symbol === undefined ? fold(numberAsWritten(text)) : `${number} ${fold(symbol)}`;
};

/** By what two numbers are told apart in what they are made of: not in where `/` and `-` stand, which is likely a slip. */
export const numberKeyOfParts = (text: string): string => numberKey(text).replace(/[-/.&]/gu, ' ');

/** The same number of the same book. */
export const isSameNumber = (a: DocumentNumber, b: DocumentNumber): boolean =>
  a.number === b.number &&
  a.issuerId === b.issuerId &&
  fold(a.docType) === fold(b.docType) &&
  a.issuedOn === b.issuedOn &&
  a.term === b.term;
