import { CYCLE, furniture, id } from '#support/histories';
import { happening, rowsAfter } from '../testing/history.ts';
import { cycleState, regulationState } from './projection.ts';

const regulationId = id('regulation', 1);
const document = { number: '3-CV/BDV', issuedOn: '2026-10-20' };

describe('the rules', () => {
  it('are a draft until they are published, and say what took their place', () => {
    const stream = `regulation-${regulationId}`;
    const superseded = happening(stream, {
      type: 'RegulationSuperseded',
      data: { regulationId, byRegulationId: id('regulation', 2), from: '2027-01-01' },
    });
    expect(rowsAfter(regulationState, furniture())).toMatchObject([{ status: 'DRAFT', number: null }]);
    expect(rowsAfter(regulationState, [...furniture(), superseded])).toMatchObject([
      { status: 'SUPERSEDED', supersededBy: id('regulation', 2), supersededFrom: '2027-01-01' },
    ]);
  });
});

describe('a cycle', () => {
  it('shows the extended deadline and keeps the first one visible', () => {
    const data = {
      cycleId: CYCLE,
      step: 'DOSSIER',
      originalDueOn: '2026-10-31',
      dueOn: '2026-11-15',
      reason: 'Mưa lũ',
      document,
    } as const;
    const extended = happening(`cycle-${CYCLE}`, { type: 'DeadlineExtended', data });
    expect(rowsAfter(cycleState, [...furniture(), extended])).toMatchObject([
      { dossierDeadline: '2026-11-15', extensions: [{ originalDueOn: '2026-10-31', reason: 'Mưa lũ' }] },
    ]);
  });
});
