import { nextRung } from './next-rung.ts';

const ladder = [
  { code: 'T-10', workingDays: -10, recipient: 'OFFICER' },
  { code: 'T-3', workingDays: -3, recipient: 'OFFICER' },
  { code: 'T0', workingDays: 0, recipient: 'HEAD' },
  { code: 'T+1', workingDays: 1, recipient: 'OFFICER' },
  { code: 'T+2', workingDays: 2, recipient: 'RECEIVING_BODY' },
  { code: 'T+5', workingDays: 5, recipient: 'RECEIVING_HEAD' },
] as const;

describe('a rung that reached nobody', () => {
  it('goes to the next rung of somebody further up, not to the same people again', () => {
    expect(nextRung(ladder, 'T-10')?.code).toBe('T0');
    expect(nextRung(ladder, 'T-3')?.code).toBe('T0');
  });

  it('goes neither back down nor back in time', () => {
    expect(nextRung(ladder, 'T0')?.code).toBe('T+2');
    expect(nextRung(ladder, 'T+1')?.code).toBe('T+2');
  });

  it('climbs until the top, where nothing is left', () => {
    expect(nextRung(ladder, 'T+2')?.code).toBe('T+5');
    expect(nextRung(ladder, 'T+5')).toBeUndefined();
  });

  it('of another ladder has no next one', () => {
    expect(nextRung(ladder, 'T-30')).toBeUndefined();
  });
});
