import { decision, everFolded, regulation, type LocalDate, type Rejected } from '#domain';
import { deriveId } from '#engine';
import type { Ports } from '../ports.ts';
import { regulationFor } from '../regulation/rules.ts';

/** How the documents of an issuing body are numbered. */
interface Numbering {
  readonly resets: regulation.RegulationContent['numbering']['resets'];
  readonly types: readonly regulation.DocumentType[];
}

/** By the regulation in force for the body on the day of the document. */
export const numberingOf = async (
  ports: Pick<Ports, 'rules' | 'directory'>,
  { issuerId, issuedOn }: { readonly issuerId: string; readonly issuedOn: LocalDate },
): Promise<Numbering> => {
  const [rules, directory] = await Promise.all([ports.rules.current(), ports.directory.current()]);
  return numberingIn(regulationFor(rules, directory.tree, issuerId, issuedOn));
};

const numberingIn = ({ numbering }: Pick<regulation.RegulationContent, 'numbering'> = BY_YEAR): Numbering => ({
  resets: numbering.resets,
  types: regulation.documentTypes({ numbering }),
});

/** Where no regulation says otherwise. */
const BY_YEAR = { numbering: { resets: 'YEAR' } } as const;

/** What a type of document is called by the regulation in force for the body that issued it; today's without a day. */
export const typeNames = async (ports: Pick<Ports, 'rules' | 'directory'>, today: LocalDate) => {
  const [rules, { tree }] = await Promise.all([ports.rules.current(), ports.directory.current()]);
  return ({ issuerId, docType, issuedOn }: Readonly<Record<'issuerId' | 'docType' | 'issuedOn', string | null>>) => {
    if (issuerId === null || docType === null) return docType;
    const { types } = numberingIn(regulationFor(rules, tree, issuerId, issuedOn ?? today));
    return decision.documentTypeOf(types, docType)?.name ?? docType;
  };
};

/** Turns keys of number books into ids of streams: fixed for ever. */
const BOOKS = '0b9ad7f4-3c42-4b3c-8d53-6a1a6c1d7e20';

interface Book {
  readonly bookId: string;
  readonly docType: string;
  readonly state: decision.NumberingState;
}

type Wanted = Omit<decision.BookParts, 'docType'> & { readonly decisionId: string };

/**
 * The book of a type of document. Before there was a list of types, one type could be spelt in two ways and had a book
 * for each: the one that came furthest is carried on; `others` are left, with the numbers taken in them.
 */
export const bookOf = async (
  { engine }: Pick<Ports, 'engine'>,
  wanted: Wanted,
  type: regulation.DocumentType,
  resets: Numbering['resets'],
): Promise<(Book & { readonly others: readonly Book[] }) | Rejected<'term-required'>> => {
  const books: Book[] = [];
  const spelt = [type.code, type.name].flatMap((docType) =>
    everFolded((folding) => decision.bookKey({ ...wanted, docType }, resets, folding)).map((key) => ({ docType, key })),
  );
  for (const { docType, key } of spelt) {
    if (typeof key !== 'string') return key;
    const bookId = deriveId(BOOKS, key);
    const { state } = await engine.load(`numbering-${bookId}`, decision.numbering.decider);
    books.push({ bookId, docType, state });
  }
  const own = books.find(({ state }) => decision.numberOf(state, wanted.decisionId) !== undefined);
  const book = own ?? books.reduce((best, each) => (each.state.highest > best.state.highest ? each : best));
  return { ...book, others: books.filter(({ bookId }) => bookId !== book.bookId) };
};
