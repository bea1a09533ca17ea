import type { regulation } from '#domain';
import { planRungs } from './plan-rungs.ts';
import { rungTimes } from './rung-times.ts';

const ladder: readonly regulation.Rung[] = [
  { code: 'T-10', workingDays: -10, recipient: 'OFFICER' },
  { code: 'T-3', workingDays: -3, recipient: 'OFFICER' },
  { code: 'T-1', workingDays: -1, recipient: 'HEAD' },
  { code: 'T+1', workingDays: 1, recipient: 'RECEIVING_BODY' },
  { code: 'T+5', workingDays: 5, recipient: 'RECEIVING_HEAD' },
];
const dueOn = '2026-07-17';
const times = rungTimes(ladder, { holidays: new Map(), makeUpDays: new Set() }, dueOn, {
  from: '20:00',
  until: '07:00',
});
const plan = (now: string, { handled = [] as string[], since = '2026-06-01T00:00:00.000Z' } = {}) =>
  planRungs({ dueOn, since }, times, new Set(handled), now);

describe('a duty on its ladder', () => {
  it('is not reminded of before its first rung', () => {
    expect(plan('2026-07-02T23:59:59.999Z')).toEqual({ messages: [], overdue: false, escalations: [] });
  });

  it('is reminded of from the instant of a rung on', () => {
    expect(plan('2026-07-03T00:00:00.000Z').messages).toEqual([
      { recipient: 'OFFICER', rungs: ['T-10'], at: '2026-07-03T00:00:00.000Z' },
    ]);
  });

  it('is not reminded of again by a rung that was handled', () => {
    expect(plan('2026-07-13T00:00:00.000Z', { handled: ['T-10'] }).messages).toEqual([]);
    expect(plan('2026-07-14T00:00:00.000Z', { handled: ['T-10'] }).messages).toMatchObject([{ rungs: ['T-3'] }]);
  });

  it('gets one message for each recipient after downtime, which names every rung that was missed', () => {
    expect(plan('2026-08-20T00:00:00.000Z')).toEqual({
      messages: [
        { recipient: 'OFFICER', rungs: ['T-10', 'T-3'], at: '2026-07-14T00:00:00.000Z' },
        { recipient: 'HEAD', rungs: ['T-1'], at: '2026-07-16T00:00:00.000Z' },
        { recipient: 'RECEIVING_BODY', rungs: ['T+1'], at: '2026-07-20T00:00:00.000Z' },
        { recipient: 'RECEIVING_HEAD', rungs: ['T+5'], at: '2026-07-24T00:00:00.000Z' },
      ],
      overdue: true,
      escalations: [
        { rung: 'T+1', recipient: 'RECEIVING_BODY' },
        { rung: 'T+5', recipient: 'RECEIVING_HEAD' },
      ],
    });
  });

  it('escalates once for the rungs of one recipient that were missed', () => {
    const again = [
      ...times,
      { code: 'T+9', workingDays: 9, recipient: 'RECEIVING_BODY', at: '2026-07-30T00:00:00.000Z' },
    ];
    const { escalations } = planRungs(
      { dueOn, since: '2026-06-01T00:00:00.000Z' },
      again as typeof times,
      new Set(['T+5']),
      '2026-08-20T00:00:00.000Z',
    );
    expect(escalations).toEqual([{ rung: 'T+9', recipient: 'RECEIVING_BODY' }]);
  });

  it('that begins late is not reminded of by the rungs that lie before it', () => {
    const since = '2026-07-15T03:00:00.000Z';
    expect(plan('2026-07-15T04:00:00.000Z', { since }).messages).toEqual([]);
    expect(plan('2026-07-16T00:00:00.000Z', { since }).messages).toMatchObject([{ recipient: 'HEAD', rungs: ['T-1'] }]);
  });

  it('that begins at the instant of a rung is reminded of by it', () => {
    const at = '2026-07-14T00:00:00.000Z';
    expect(plan(at, { since: at }).messages).toMatchObject([{ rungs: ['T-3'] }]);
  });

  it('is overdue from the first moment after its last day in Vietnam', () => {
    expect(plan('2026-07-17T16:59:59.999Z').overdue).toBe(false);
    expect(plan('2026-07-17T17:00:00.000Z').overdue).toBe(true);
  });

  it('without a ladder is overdue all the same', () => {
    expect(planRungs({ dueOn, since: dueOn }, [], new Set(), '2026-07-20T00:00:00.000Z')).toEqual({
      messages: [],
      overdue: true,
      escalations: [],
    });
  });
});
