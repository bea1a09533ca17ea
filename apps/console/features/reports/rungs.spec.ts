import { lastReminder, rungOf, timesSent } from './rungs.ts';

describe('the rungs of a ladder', () => {
  it('say when they are reached; one that is called otherwise says nothing', () => {
    expect(['T-10', 'T0', 'T+5', 'ORDER-2026-06-11', 'Lần cuối'].map(rungOf)).toEqual([
      { kind: 'before', days: 10 },
      { kind: 'due', days: 0 },
      { kind: 'after', days: 5 },
      { kind: 'order', on: '2026-06-11' },
      undefined,
    ]);
  });

  it('are each one reminder, whoever was told and by which ways; what is only noted is none', () => {
    const dueOn = '2026-06-15';
    const one = (
      type: 'ReminderSent' | 'ReminderFailed' | 'ReportOverdue' | 'ReportEscalated',
      ...rungs: string[]
    ) => ({
      ...{ type, dueOn, rungs },
    });
    const noted = [one('ReportOverdue'), one('ReportEscalated', 'T+3'), one('ReminderFailed', 'T+5')];
    expect(timesSent(noted)).toBe(0);
    const twice = [one('ReminderSent', 'T-3'), one('ReminderSent', 'T-3'), one('ReminderSent', 'T+1')];
    expect(timesSent([...noted, ...twice])).toBe(2);
    expect(timesSent([...twice, { ...one('ReminderSent', 'T-3'), dueOn: '2026-06-30' }])).toBe(3);
  });

  it('tell how many the last one reached, and whom neither by mail nor otherwise', () => {
    const told = (type: 'ReminderSent' | 'ReminderFailed', personId: string, rung = 'T+5') => ({
      ...({ type, personId, recipient: 'HEAD', dueOn: '2026-06-15' } as const),
      rungs: [rung],
    });
    const inbox = told('ReminderSent', 'officer');
    const nobody = told('ReminderFailed', 'head');
    expect(
      lastReminder([inbox, inbox, nobody, told('ReminderFailed', 'officer'), told('ReminderFailed', 'other', 'T0')]),
    ).toEqual({ reached: 1, unreached: [nobody] });
    expect(lastReminder([])).toEqual({ reached: 0, unreached: [] });
  });
});
