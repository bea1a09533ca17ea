import { decision, type LocalDate, type regulation, type Rejected } from '#domain';
import { isRejected } from '#engine';
import type { Ports } from '../ports.ts';
import { bookOf, numberingOf } from './number-books.ts';

/** A type of document, and the number a decision gets when it is issued as one. */
export interface NextNumber extends regulation.DocumentType {
  /** The next one of the book, 1 where the book has none yet; the one the decision has, where one was taken for it. */
  readonly number: number;
}

interface Issuing {
  readonly decisionId: string;
  readonly issuerId: string;
  readonly issuedOn: LocalDate;
  readonly term?: string;
}

/** What a signer chooses from: every type of document that is numbered on the day. Nothing is taken by asking. */
export const nextNumbers = async (
  ports: Pick<Ports, 'engine' | 'rules' | 'directory'>,
  issuing: Issuing,
): Promise<readonly NextNumber[] | Rejected<'term-required'>> => {
  const { types, resets } = await numberingOf(ports, issuing);
  const found: NextNumber[] = [];
  for (const type of types) {
    const book = await bookOf(ports, issuing, type, resets);
    if (isRejected<'term-required'>(book)) return book;
    const own = decision.numberOf(book.state, issuing.decisionId);
    found.push({ ...type, number: own?.number ?? decision.nextNumber(book.state) });
  }
  return found;
};
