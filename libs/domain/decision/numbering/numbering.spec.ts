import { ROLES } from '../../kernel/index.ts';
import { commandMeta, given, recorded } from '../../kernel/testing/spec.ts';
import type { DecisionEvent } from '../events.ts';
import type { NumberingEvent } from './events.ts';
import { formatNumber } from '../document-number.ts';
import { decider as book, numberUse } from './decide.ts';
import { nextNumber, numberOf } from './state.ts';
import { rights as numberingRights } from './rights.ts';
import { decider } from '../decide.ts';
import * as story from '../testing/stories.ts';

const { reserveNumber, voidNumber } = story;

const reserved = (number: number, decisionId: string): NumberingEvent => ({
  type: 'NumberReserved',
  data: {
    bookId: 'b1',
    documentNumber: { ...story.number446, number, text: formatNumber(number, 'QĐ/TU') },
    decisionId,
    signerId: 'signer',
    capacity: 'TM. Ban Thường vụ',
    fileSha256: story.SHA,
  },
});
const voided = (number: number, reason: string, decisionId?: string): NumberingEvent => ({
  type: 'NumberVoided',
  data: { bookId: 'b1', number, reason, ...(decisionId === undefined ? {} : { decisionId }) },
});
const onPaper = (from: number, to: number): NumberingEvent => ({
  type: 'NumbersIssuedOnPaper',
  data: { bookId: 'b1', from, to },
});
const history = (...events: readonly NumberingEvent[]) => given(book, ...events.map((event) => recorded(event)));
const paper = (number: number, text?: string, gap?: number) => ({
  decisionId: 'd9',
  requested: { number, ...(text === undefined ? {} : { text }), ...(gap === undefined ? {} : { gap }) },
});

describe('who may write in a number book', () => {
  const strangers = [reserveNumber(), voidNumber(1)].flatMap((command) =>
    [...ROLES, 'SYSTEM' as const]
      .filter((role) => !numberingRights[command.type].includes(role))
      .map((role) => ({ command, role, type: command.type })),
  );

  it.each(strangers)('$role may not $type', ({ command, role }) => {
    history()
      .when({ ...command, meta: commandMeta({ actor: { ...story.signer, role } }) })
      .thenRejected('role-not-allowed');
  });
});

describe('a decision takes a number', () => {
  it('the first one is 1, the next one follows', () => {
    history().when(reserveNumber()).then(reserved(1, 'd1'));
    history(reserved(1, 'd1'))
      .when(reserveNumber({ decisionId: 'd2' }))
      .then(reserved(2, 'd2'));
  });

  it('and gets the same one when it asks again', () => {
    const { state, when } = history(reserved(1, 'd1'), reserved(2, 'd2'));
    when(reserveNumber({ capacity: 'KT. Trưởng ban' })).thenNothing();
    expect(numberOf(state, 'd1')?.number).toBe(1);
    expect(numberOf(state, 'd3')).toBeUndefined();
  });

  it('and a fresh one when its first was voided', () => {
    const { state, when } = history(reserved(1, 'd1'), voided(1, 'not-competent', 'd1'));
    expect(numberOf(state, 'd1')).toBeUndefined();
    when(reserveNumber()).then(reserved(2, 'd1'));
  });

  it('with the term and the text as they were typed', () => {
    const { outcome } = history().when(
      reserveNumber({ term: ' XIV ', requested: { number: 1, text: '  001-QĐ/TU ' } }),
    );
    expect(outcome).toMatchObject({ events: [{ data: { documentNumber: { term: 'XIV', text: '001-QĐ/TU' } } }] });
  });

  it('without the spaces that were typed within', () => {
    const { outcome } = history().when(
      reserveNumber({ symbol: 'QĐ / TU', requested: { number: 1, text: '1 - QĐ / TU' } }),
    );
    expect(outcome).toMatchObject({ events: [{ data: { documentNumber: { symbol: 'QĐ/TU', text: '1-QĐ/TU' } } }] });
  });

  it.each([
    [{ symbol: '' }, 'symbol-malformed', '/symbol'],
    [{ symbol: '12/QĐ' }, 'symbol-malformed', '/symbol'],
    [{ symbol: 'QĐ/ТU' }, 'symbol-malformed', '/symbol'],
    [{ symbol: 'QĐ/𝐓U' }, 'symbol-malformed', '/symbol'],
    [{ docType: ' ' }, 'text-required', '/docType'],
    [{ issuedOn: '2026-02-30' }, 'date-invalid', '/issuedOn'],
    [{ issuedOn: '2026-03-03' }, 'date-in-future', '/issuedOn'],
    [{ capacity: '' }, 'text-required', '/capacity'],
    [{ fileSha256: 'abc' }, 'hash-malformed', '/fileSha256'],
  ] as const)('not with %j', (data, reason, pointer) => {
    history().when(reserveNumber(data)).thenRejected(reason, { pointer });
  });

  it('not from the book of another issuer or type of document', () => {
    const used = history(reserved(1, 'd1'));
    used.when(reserveNumber({ decisionId: 'd2', issuerId: 'commune' })).thenRejected('issuer-differs');
    used.when(reserveNumber({ decisionId: 'd2', docType: 'CT' })).thenRejected('document-type-differs');
    expect(used.when(reserveNumber({ decisionId: 'd2', docType: 'qđ' })).outcome.kind).toBe('accepted');
  });
});

describe('a number from an existing paper is entered', () => {
  it('and the numbers it skips are explained at once', () => {
    const { state, when } = history(reserved(1, 'd1'));
    expect(nextNumber(state)).toBe(2);
    when(reserveNumber(paper(4, undefined, 2))).then(onPaper(2, 3), reserved(4, 'd9'));
  });

  it('not when it leaves a gap that nobody named, or named otherwise', () => {
    const details = { pointer: '/requested/gap', params: { next: 2, gap: 2 } };
    for (const gap of [undefined, 1, 3])
      history(reserved(1, 'd1'))
        .when(reserveNumber(paper(4, undefined, gap)))
        .thenRejected('gap-unconfirmed', details);
    history(reserved(1, 'd1'))
      .when(reserveNumber(paper(2, undefined, 1)))
      .thenRejected('gap-unconfirmed', { params: { next: 2, gap: 0 } });
  });

  it('also one of those that were skipped, once its paper turns up', () => {
    const used = history(onPaper(1, 1445), reserved(1446, 'd1'));
    for (const number of [1, 300, 1445]) used.when(reserveNumber(paper(number))).then(reserved(number, 'd9'));
    const entered = history(onPaper(1, 3), reserved(4, 'd1'), reserved(2, 'd8'));
    entered.when(reserveNumber(paper(2))).thenRejected('number-taken');
    entered.when(reserveNumber(paper(3))).then(reserved(3, 'd9'));
    entered.when(reserveNumber({ decisionId: 'd10' })).then(reserved(5, 'd10'));
  });

  it('also one of those that were skipped when each was an event of its own', () => {
    const used = history(voided(1, 'issued-on-paper'), voided(2, 'issued-on-paper'), reserved(3, 'd1'));
    used.when(reserveNumber(paper(2))).then(reserved(2, 'd9'));
  });

  it('not one that is taken or was voided for another reason', () => {
    const used = history(reserved(1, 'd1'), voided(2, 'hỏng phôi'));
    used
      .when(reserveNumber(paper(1)))
      .thenRejected('number-taken', { pointer: '/requested/number', params: { number: 1 } });
    used
      .when(reserveNumber(paper(2)))
      .thenRejected('number-voided', { pointer: '/requested/number', params: { number: 2 } });
  });

  it.each([0, -1, 1.5, 1_000_000, NaN])('not %p', (number) => {
    history()
      .when(reserveNumber(paper(number)))
      .thenRejected('number-malformed');
  });

  it('not one of more than four digits above the next one', () => {
    history()
      .when(reserveNumber(paper(10_001)))
      .thenRejected('gap-too-wide', { params: { next: 1, max: 9999 } });
    history()
      .when(reserveNumber(paper(1446, undefined, 1445)))
      .then(onPaper(1, 1445), reserved(1446, 'd9'));
  });

  it('not when the text on it says another number or symbol', () => {
    const { when } = history();
    when(reserveNumber(paper(1, '02-QĐ/TU'))).thenRejected('number-differs-from-text', { pointer: '/requested/text' });
    when(reserveNumber(paper(1, '01-QĐ/TW'))).thenRejected('number-differs-from-text', {
      params: { text: '01-QĐ/TW', number: 1, symbol: 'QĐ/TU' },
    });
    when(reserveNumber(paper(1, '01-QĐ/TU'))).then(reserved(1, 'd9'));
  });

  it.each(['01–QĐ/TU', '01‑QĐ/TU', 'Số 01-QĐ/TU', '01-QĐ/TU'.normalize('NFD')])(
    'written as offices do where it was typed %s',
    (text) => {
      const { outcome } = history().when(reserveNumber(paper(1, text)));
      expect(outcome).toMatchObject({ events: [{ data: { documentNumber: { text: '01-QĐ/TU' } } }] });
    },
  );

  it.each(['٠١-QĐ/TU', 'bậy bạ', '01-QĐ/ТU', '01-QÐ/TU'])(
    'not when the text on it reads %s, which might be any number',
    (text) => {
      const pointer = '/requested/text';
      history()
        .when(reserveNumber(paper(1, text)))
        .thenRejected('number-text-malformed', { pointer });
    },
  );

  it('by custom where the text is left empty', () => {
    history()
      .when(reserveNumber(paper(1, ' ')))
      .then(reserved(1, 'd9'));
  });

  it('and one entered when any text was taken is carried on', () => {
    const request = { decisionId: 'd1', requested: { number: 1, text: 'Số 1 (bản cũ)' } };
    history(reserved(1, 'd1')).when(reserveNumber(request)).thenNothing();
  });
});

describe('a number is voided', () => {
  it('when the decision it was reserved for will never take it', () => {
    history(reserved(1, 'd1'))
      .when(voidNumber(1))
      .then(voided(1, 'hỏng phôi', 'd1'));
  });

  it('when the paper of the next one was spoiled', () => {
    history().when(voidNumber(1)).then(voided(1, 'hỏng phôi'));
    history(reserved(1, 'd1')).when(voidNumber(2)).then(voided(2, 'hỏng phôi'));
  });

  it('once only', () => {
    history(reserved(1, 'd1'), voided(1, 'hỏng phôi', 'd1'))
      .when(voidNumber(1))
      .thenNothing();
  });

  it('not while a decision bears it or may still take it', () => {
    const used = history(reserved(1, 'd1'));
    used.when(voidNumber(1, 'ISSUED')).thenRejected('number-in-use', { pointer: '/number' });
    used
      .when(voidNumber(1, 'PENDING'))
      .thenRejected('number-pending', { pointer: '/number', params: { number: '01-QĐ/TU' } });
  });

  it('not when the book has not come to it', () => {
    history().when(voidNumber(2)).thenRejected('number-unknown', { pointer: '/number' });
    history().when(voidNumber(0)).thenRejected('number-unknown', { pointer: '/number' });
  });

  it('not without a reason', () => {
    history()
      .when(voidNumber(1, 'RELEASED', ' '))
      .thenRejected('text-required', { pointer: '/reason' });
  });
});

describe('what a decision has done with its number', () => {
  const of = (events: typeof story.draftStory, number = story.number446) =>
    numberUse(given(decider, ...events).state, number);

  it('is issued, pending or released', () => {
    expect(of([])).toBe('RELEASED');
    expect(of(story.draftStory)).toBe('PENDING');
    expect(of(story.frozenStory)).toBe('PENDING');
    expect(of(story.issuedStory)).toBe('ISSUED');
    expect(of(story.completedStory)).toBe('ISSUED');
    expect(of(story.issuedStory, { ...story.number446, number: 447 })).toBe('RELEASED');
    expect(of(story.cancelledStory)).toBe('RELEASED');
  });

  it('is released once it gave the number up', () => {
    const refused: DecisionEvent = {
      type: 'DecisionNumberRefused',
      data: { decisionId: 'd1', bookId: 'b1', documentNumber: story.number446, reason: 'not-competent' },
    };
    expect(of([...story.frozenStory, recorded(refused)])).toBe('RELEASED');
  });
});
