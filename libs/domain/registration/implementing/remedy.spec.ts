import type { Recorded } from '../../kernel/index.ts';
import { by, replay } from '../../kernel/testing/spec.ts';
import { decider } from '../decide.ts';
import type { RegistrationEvent } from '../events.ts';
import { fact, histories } from '../testing/history.ts';
import { head, inspector, officer } from '../testing/people.ts';

type History = readonly Recorded<RegistrationEvent>[];

const found = { kind: 'INSPECTION', findings: 'Chậm tiến độ' } as const;
const inspected = by(inspector)(fact('InspectionRecorded', { ...found, remedyDueOn: '2026-07-01' }));
const inspectedAgain = by(inspector)(fact('InspectionRecorded', found));
const progress = by(officer)(fact('ProgressRecorded', { note: 'Đã sửa', indicators: [], evidence: [] }));
const started = by(head)(fact('ImplementationStarted', { plan: 'Ba bước', startedOn: '2026-03-01' }));
const requested = by(head)(fact('RecognitionRequested', { evidence: [], results: [] }));

/** The day by which a remedy is owed after these entries. */
const remedyAfter = (...history: History[]) => {
  const state = replay(decider, history.flat());
  return 'remedyDueOn' in state ? state.remedyDueOn : undefined;
};

describe('a remedy that an inspection asked for', () => {
  it('is owed by the day it names', () => {
    expect(remedyAfter(histories.inProgress)).toBeUndefined();
    expect(remedyAfter(histories.inProgress, inspected)).toBe('2026-07-01');
  });

  it('stays owed when the work starts', () => {
    expect(remedyAfter(histories.registered, inspected, started)).toBe('2026-07-01');
  });

  it('is done when the unit records progress', () => {
    expect(remedyAfter(histories.inProgress, inspected, progress)).toBeUndefined();
    expect(remedyAfter(histories.inProgress, inspected, progress, inspected)).toBe('2026-07-01');
  });

  it('is settled by an inspection that asks for none, and by the request for recognition', () => {
    expect(remedyAfter(histories.inProgress, inspected, inspectedAgain)).toBeUndefined();
    expect(remedyAfter(histories.inProgress, inspected, requested)).toBeUndefined();
  });

  it('does not come back with a lapsed dossier', () => {
    const lapsed = by(head)(
      fact('SupplementRequired', { missing: ['Ảnh'], dueOn: '2026-09-15' }),
      fact('DossierLapsed', { dueOn: '2026-09-15' }),
    );
    expect(remedyAfter(histories.inProgress, inspected, requested, lapsed)).toBeUndefined();
  });
});
