import type { EvidenceRef } from '../kernel/index.ts';
import { by, given } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import type { DecisionEvent } from './events.ts';
import * as story from './testing/stories.ts';

const { scan, filePaper: file } = story;
const SCAN = scan(story.SHA);
const ANOTHER = scan('b'.repeat(64));

const filed = (paper: EvidenceRef): DecisionEvent => ({
  type: 'SignedPaperFiled',
  data: { decisionId: 'd1', paper },
});

const { fileSha256: _stated, ...withoutHash } = story.decisionIssued().data;
const unscanned = [
  ...story.frozenStory,
  ...by(story.signer)<DecisionEvent>({ type: 'DecisionIssued', data: withoutHash }),
];

describe('the signed paper is stored when the decision is issued', () => {
  const issued = (data: object): DecisionEvent => ({ ...story.decisionIssued(), data: { ...withoutHash, ...data } });
  const frozen = () => given(decider, ...story.frozenStory);
  const { fileSha256: _said, ...unsaid } = story.issueDecision().data;
  const issue = (data: object) => ({ ...story.issueDecision(), data: { ...unsaid, ...data } });

  it('and its hash is computed', () => {
    frozen()
      .when(issue({ paper: SCAN }))
      .then(issued({ fileSha256: story.SHA, paper: SCAN }));
  });

  it('and is the one that was stated', () => {
    frozen()
      .when(issue({ paper: SCAN, fileSha256: story.SHA }))
      .then(issued({ fileSha256: story.SHA, paper: SCAN }));
    frozen()
      .when(issue({ paper: ANOTHER, fileSha256: story.SHA }))
      .thenRejected('hash-differs', { pointer: '/fileSha256' });
  });

  it('and is a decision', () => {
    frozen()
      .when(issue({ paper: scan(story.SHA, 'PHOTO') }))
      .thenRejected('signed-paper-required', { pointer: '/paperId' });
  });

  it('or later, when the number was taken first', () => {
    frozen().when(issue({})).then(issued({}));
  });
});

describe('the signed paper is filed', () => {
  it('once it is printed with its number, signed, stamped and scanned', () => {
    given(decider, ...unscanned)
      .when(file(ANOTHER))
      .then(filed(ANOTHER));
    given(decider, ...story.completedStory)
      .when(file(SCAN))
      .then(filed(SCAN));
  });

  it('only if it is the one whose hash was stated', () => {
    given(decider, ...story.issuedStory)
      .when(file(ANOTHER))
      .thenRejected('hash-differs', { pointer: '/paperId' });
  });

  it('once, but a better scan stands beside the first one', () => {
    const story1 = given(decider, ...unscanned, ...by(story.officer)<DecisionEvent>(filed(SCAN)));
    story1.when(file(SCAN)).thenRejected('paper-filed-already', { pointer: '/paperId' });
    story1.when(file(ANOTHER)).then(filed(ANOTHER));
  });

  it('for one decision: the number of the other is told', () => {
    const other = { paperOf: { number: '12-QĐ/TU' } };
    const taken = file(SCAN);
    given(decider, ...story.completedStory)
      .when({ ...taken, facts: { ...taken.facts, ...other } })
      .thenRejected('paper-of-another-decision', { pointer: '/paperId', params: { number: '12-QĐ/TU' } });
    const signed = story.issueDecision();
    given(decider, ...story.frozenStory)
      .when({ ...signed, data: { ...signed.data, paper: SCAN }, facts: { ...signed.facts, ...other } })
      .thenRejected('paper-of-another-decision', { pointer: '/paperId', params: { number: '12-QĐ/TU' } });
  });

  it('not before it is issued, not a photo, and not a file nobody knows', () => {
    given(decider, ...story.frozenStory)
      .when(file(SCAN))
      .thenRejected('wrong-status');
    const issued = given(decider, ...story.issuedStory);
    issued.when(file(scan(story.SHA, 'PHOTO'))).thenRejected('signed-paper-required');
    issued.when(file(SCAN, [])).thenRejected('evidence-unknown', { pointer: '/paperId' });
  });
});
