import type { NumberEntry } from '../../../shared/api/generated/types.gen.ts';
import { booksOf, givesOut } from './books.ts';

const line = (bookId: string, number: number, lastNumber = number): NumberEntry => ({
  ...{ bookId, number, lastNumber, text: `${number}-QĐ/TU`, status: 'ISSUED', symbol: 'QĐ/TU', nextNumber: 9 },
  ...{ issuerId: 'u', issuerName: 'Tỉnh Minh Họa', docType: 'QUYET_DINH', docTypeName: 'Quyết định' },
  ...{ issuedOn: '2026-03-02', term: null, decisionId: null, signerId: null, signerName: null, position: 1 },
  ...{ voidReason: null, voidedAt: null, voidSentence: null, reservedAt: '2026-03-02T01:30:00.000Z' },
  ...{ decisionTitle: null, decisionStatus: null },
});

it('the lines of each book stand together, in their order', () => {
  const books = booksOf([line('a', 1), line('a', 2), line('b', 1)]);
  expect(books.map(({ bookId, lines }) => [bookId, lines.map(({ from }) => from)])).toEqual([
    ['a', [1, 2]],
    ['b', [1]],
  ]);
});

it('numbers of which nothing is said are shown as missing, those of a range are not', () => {
  const [book] = booksOf([line('a', 1), line('a', 2, 4), line('a', 8)]);
  expect(book?.lines.map(({ from, until, entry }) => [from, until, entry !== undefined])).toEqual([
    [1, 1, true],
    [2, 4, true],
    [5, 7, false],
    [8, 8, true],
  ]);
});

it('a page that begins in the middle of a book misses nothing before it', () => {
  expect(booksOf([line('a', 101)])[0]?.lines).toHaveLength(1);
});

it('a book of a year that is over gives out nothing any more, one of a term does', () => {
  expect(givesOut(line('a', 1), '2026-12-31')).toBe(true);
  expect(givesOut(line('a', 1), '2027-01-01')).toBe(false);
  expect(givesOut({ ...line('a', 1), term: '2025–2030' }, '2027-01-01')).toBe(true);
});
