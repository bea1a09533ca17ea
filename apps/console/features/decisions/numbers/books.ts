import type { NumberEntry } from '../../../shared/api/generated/types.gen.ts';

/** One line of a book: a number, or numbers between two lines of which nothing is said. */
export interface BookLine {
  readonly key: string;
  readonly from: number;
  readonly until: number;
  /** Nothing where the numbers are missing. */
  readonly entry: NumberEntry | undefined;
}

export interface NumberBookPart {
  readonly bookId: string;
  /** What all lines of the book have in common. */
  readonly head: NumberEntry;
  readonly lines: readonly BookLine[];
}

/** The lines of a list, book by book as they come, with what is missing between two lines of one book shown as missing. */
export const booksOf = (entries: readonly NumberEntry[]): readonly NumberBookPart[] => {
  const books = new Map<string, NumberEntry[]>();
  for (const entry of entries) books.set(entry.bookId, [...(books.get(entry.bookId) ?? []), entry]);
  return [...books].flatMap(([bookId, lines]) => {
    const head = lines.find(({ issuedOn }) => issuedOn !== null) ?? lines[0];
    return head === undefined ? [] : [{ bookId, head, lines: withGaps(lines) }];
  });
};

const withGaps = (entries: readonly NumberEntry[]): readonly BookLine[] => {
  const lines: BookLine[] = [];
  let last: number | undefined;
  for (const entry of entries) {
    const { number, lastNumber } = entry;
    if (last !== undefined && number > last + 1) {
      lines.push({ key: `missing ${last + 1}`, from: last + 1, until: number - 1, entry: undefined });
    }
    lines.push({ key: `${number} ${lastNumber}`, from: number, until: lastNumber, entry });
    last = Math.max(last ?? 0, lastNumber);
  }
  return lines;
};

type Words = Readonly<Record<string, string>>;

/** The types of document of the books that are shown, and the one that is chosen. */
export const typesOf = (books: readonly NumberBookPart[], chosen: string | undefined): Words => ({
  ...(chosen === undefined ? {} : { [chosen]: chosen }),
  ...Object.fromEntries(
    books.flatMap(({ head: { docType, docTypeName } }) =>
      docType === null ? [] : [[docType, docTypeName ?? docType]],
    ),
  ),
});

/** The terms of the books that are shown, and the one that is chosen: of books by the year there are none. */
export const termsOf = (books: readonly NumberBookPart[], chosen: string | undefined): Words =>
  Object.fromEntries([chosen, ...books.map(({ head }) => head.term)].flatMap((term) => (term ? [[term, term]] : [])));

/** Years to choose from. */
export const yearsOf = (years: readonly (string | undefined)[]): Words =>
  Object.fromEntries(years.flatMap((year) => (year ? [[year, year]] : [])));

/** A book by the year gives out nothing any more once the year is over. */
export const givesOut = ({ term, issuedOn }: Pick<NumberEntry, 'term' | 'issuedOn'>, today: string): boolean =>
  term !== null || issuedOn === null || issuedOn.slice(0, 4) >= today.slice(0, 4);
