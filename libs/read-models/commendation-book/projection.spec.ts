import { id, lifeOf, sampleLife } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { commendationState } from './projection.ts';

const history = lifeOf(1, { ...sampleLife(1), ending: 'commended' });
const commendationId = id('commendation', 1);

describe('the commendation book', () => {
  it('shows what was awarded, by which decision and for which model', () => {
    expect(
      rowsAfter(
        commendationState,
        history.filter(({ stream }) => stream.startsWith('commendation')),
      ),
    ).toMatchObject([
      {
        status: 'AWARDED',
        documentNumber: '1-QĐ/TU',
        registrationId: id('registration', 1),
        recipientName: 'Tổ dân vận 1',
      },
    ]);
  });

  it('shows a returned proposal with the reason until it is proposed again', () => {
    const stream = `commendation-${commendationId}`;
    const proposed = history.filter(({ event }) => event.type === 'CommendationProposed');
    const data = { commendationId, reason: 'Thiếu biên bản', dueOn: '2026-12-10', count: 1 };
    const returned = [...proposed, happening(stream, { type: 'CommendationReturned', data })];
    const verified = happening(stream, { type: 'CommendationVerified', data: { commendationId, note: 'Đủ' } });
    expect(rowsAfter(commendationState, returned)).toMatchObject([
      { status: 'RETURNED', reason: 'Thiếu biên bản', dueOn: '2026-12-10' },
    ]);
    expect(rowsAfter(commendationState, [...returned, verified])).toMatchObject([
      { status: 'VERIFIED', reason: null, dueOn: null },
    ]);
  });
});
