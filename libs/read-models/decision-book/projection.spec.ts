import type { decision } from '#domain';
import { id, lifeOf, sampleLife } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { decisionState, itemState, numberState } from './projection.ts';

const decisionId = id('decision', 1);
const bookId = id('book', 1);
const issued = lifeOf(1, { ...sampleLife(1), ending: 'recognized' });
const until = (type: decision.DecisionEvent['type']) =>
  issued.slice(
    0,
    issued.findIndex(({ event }) => event.type === type),
  );
const item = { kind: 'registration', id: id('registration', 1) } as const;
const dropped = happening(`decision-${decisionId}`, {
  type: 'DecisionItemRejected',
  data: { decisionId, ...item, reason: 'changed-after-freeze' },
});

describe('the decision book', () => {
  it('shows number, day and signer of a decision once it is issued', () => {
    expect(rowsAfter(decisionState, until('DecisionIssued'))).toMatchObject([{ status: 'FROZEN', numberText: null }]);
    expect(rowsAfter(decisionState, issued)).toMatchObject([
      { status: 'COMPLETED', numberText: '1-QĐ/TU', issuedOn: '2026-11-15', applied: 1, rejected: 0 },
    ]);
  });

  it('keeps an item that could not be applied on the list, with the reason', () => {
    const history = [...until('DecisionItemApplied'), dropped];
    expect(rowsAfter(itemState, history)).toMatchObject([
      { outcome: 'REJECTED', outcomeReason: 'changed-after-freeze' },
    ]);
    expect(rowsAfter(decisionState, history)).toMatchObject([{ status: 'ISSUED', applied: 0, rejected: 1 }]);
  });
});

describe('the number book', () => {
  it('shows who holds a number', () => {
    expect(rowsAfter(numberState, issued)).toMatchObject([{ number: 1, status: 'RESERVED', decisionId }]);
  });

  it('keeps a voided number with the reason, so that no gap is unexplained', () => {
    const data = { bookId, number: 1, decisionId, reason: 'Quyết định không ban hành' };
    const voided = happening(`numbering-${bookId}`, { type: 'NumberVoided', data });
    expect(rowsAfter(numberState, [...until('DecisionIssued'), voided])).toMatchObject([
      { number: 1, text: '1-QĐ/TU', status: 'VOIDED', voidReason: 'Quyết định không ban hành', decisionId },
    ]);
  });

  it('lists a number that was voided without ever being taken', () => {
    const data = { bookId, number: 7, reason: 'Sổ giấy năm trước' };
    const voided = happening(`numbering-${bookId}`, { type: 'NumberVoided', data });
    expect(rowsAfter(numberState, [voided])).toMatchObject([{ number: 7, status: 'VOIDED', decisionId: null }]);
  });

  const untaken = { symbol: null, docType: null, issuedOn: null, decisionId: null, voidReason: null, voidedAt: null };

  it('has one line for the numbers that were given out on paper, and one for each that is entered of them', () => {
    const onPaper = happening(`numbering-${bookId}`, {
      type: 'NumbersIssuedOnPaper',
      data: { bookId, from: 1, to: 445 },
    });
    expect(rowsAfter(numberState, [onPaper, ...until('DecisionIssued')])).toMatchObject([
      { number: 1, lastNumber: 445, text: '1–445', status: 'ON_PAPER', ...untaken },
      { number: 1, lastNumber: 1, text: '1-QĐ/TU', status: 'RESERVED', decisionId },
    ]);
  });

  it('tells the same of those that were voided one by one for it', () => {
    const data = { bookId, number: 7, reason: 'issued-on-paper' };
    const each = happening(`numbering-${bookId}`, { type: 'NumberVoided', data });
    expect(rowsAfter(numberState, [each])).toMatchObject([
      { number: 7, lastNumber: 7, text: '7', status: 'ON_PAPER', ...untaken },
    ]);
  });
});
