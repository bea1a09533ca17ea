import { awaitedOf, type Waits } from './awaited.ts';
import { isAllowed } from './workflow.ts';

const table = {
  Open: { from: ['NONE'], events: { Opened: 'OPEN' } },
  Close: { from: ['OPEN'], events: { Closed: 'CLOSED' } },
} as const;

describe('what is waited for', () => {
  it('compiles only where the workflow allows it', () => {
    const waits = { OPEN: ['Close', 'DraftDecision'], CLOSED: [] } satisfies Waits<typeof table, 'OPEN' | 'CLOSED'>;
    // @ts-expect-error what is closed is not closed again
    const never = { OPEN: [], CLOSED: ['Close'] } satisfies Waits<typeof table, 'OPEN' | 'CLOSED'>;
    expect([isAllowed(table, 'Close', 'OPEN'), isAllowed(table, 'Close', 'CLOSED')]).toEqual([true, false]);
    expect([waits.OPEN, never.OPEN]).toEqual([['Close', 'DraftDecision'], []]);
  });

  it('is asked of every role of people that may, never of the system', () => {
    const rights = { Open: ['UNIT_OFFICER', 'UNIT_HEAD'], Close: ['UNIT_HEAD', 'SYSTEM'] } as const;
    expect(awaitedOf(['Close', 'Open'], rights)).toEqual([
      { command: 'Close', role: 'UNIT_HEAD' },
      { command: 'Open', role: 'UNIT_OFFICER' },
      { command: 'Open', role: 'UNIT_HEAD' },
    ]);
  });
});
