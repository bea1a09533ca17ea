import { by, recorded } from '../kernel/testing/spec.ts';
import { awaitedIn, NOTHING_WAITS, waitingAfter } from './owed.ts';
import { completedStory, decisionIssued, frozenStory, issuedStory, officer, scan, signer } from './testing/stories.ts';
import type { DecisionEvent } from './events.ts';

const SHA = 'b'.repeat(64);
const filed = recorded<DecisionEvent>({ type: 'SignedPaperFiled', data: { decisionId: 'd1', paper: scan(SHA) } });
const after = (history: readonly (typeof filed)[]) => history.reduce(waitingAfter, NOTHING_WAITS);

describe('what a decision waits for', () => {
  it('is signed by another than who froze it, or cancelled', () => {
    expect(awaitedIn('FROZEN', after(frozenStory))).toEqual([
      { command: 'IssueDecision', role: 'DECISION_SIGNER', besides: [officer.personId] },
      { command: 'CancelDraft', role: 'STANDING_BODY_OFFICER' },
    ]);
  });

  it('has its signed paper filed, until one is', () => {
    const owed = [
      { command: 'FilePaper', role: 'STANDING_BODY_OFFICER' },
      { command: 'FilePaper', role: 'DECISION_SIGNER' },
    ];
    expect(awaitedIn('ISSUED', after(issuedStory))).toEqual(owed);
    expect(awaitedIn('COMPLETED', after(completedStory))).toEqual(owed);
    expect(awaitedIn('COMPLETED', after([...completedStory, filed]))).toEqual([]);
    const { data, ...issued } = decisionIssued();
    const withPaper = by(signer)<DecisionEvent>({ ...issued, data: { ...data, paper: scan(SHA) } });
    expect(awaitedIn('ISSUED', after([...frozenStory, ...withPaper]))).toEqual([]);
  });
});
