import { recorded } from '../kernel/testing/spec.ts';
import type { DecisionItem } from './events.ts';
import {
  afterDecisionIssued,
  afterIssueRefused,
  afterItemsAnswered,
  afterNumberRefused,
  afterNumberReserved,
} from './process.ts';
import * as story from './testing/stories.ts';

const reservedEvent = recorded(
  {
    type: 'NumberReserved' as const,
    data: {
      bookId: 'b1',
      documentNumber: story.number446,
      decisionId: 'd1',
      signerId: 'signer',
      capacity: 'TM. Ban Thường vụ',
      fileSha256: story.SHA,
    },
  },
  { actor: { ...story.signer, onBehalfOf: 'chief' } },
);

describe('an issued decision reaches its items', () => {
  it('each once, under the signer’s name, with the revision it was frozen at', () => {
    const owed = afterDecisionIssued(recorded(story.decisionIssued(), { actor: story.signer }));
    expect(owed.map(({ key }) => key)).toEqual(['registration:r1', 'registration:r2', 'registration:r3']);
    expect(owed[1]).toEqual({
      kind: 'registration',
      id: 'r2',
      stream: 'registration-r2',
      key: 'registration:r2',
      actor: { ...story.signer, role: 'SYSTEM' },
      type: 'RecognizeByDecision',
      data: { decisionId: 'd1', documentNumber: '446-QĐ/TU', decidedOn: '2026-03-02' },
      facts: { signerId: 'signer', frozenRevision: 11 },
    });
  });

  it.each([
    ['RECOGNIZE', 'registration', 'RecognizeByDecision', {}],
    ['REFUSE_RECOGNITION', 'registration', 'RefuseByDecision', { reason: 'FALSE_DOCUMENTS' }],
    ['REVOKE_RECOGNITION', 'registration', 'RevokeByDecision', { ground: 'FALSE_DOCUMENTS' }],
    ['COMMEND', 'commendation', 'AwardByDecision', {}],
    ['REFUSE_COMMENDATION', 'commendation', 'RefuseByDecision', { reason: 'FALSE_DOCUMENTS' }],
    ['CANCEL_COMMENDATION', 'commendation', 'CancelByDecision', { ground: 'FALSE_DOCUMENTS' }],
  ] as const)('%s gives a %s the command %s', (act, kind, type, why) => {
    const items: DecisionItem[] = [{ kind, id: 'x', reason: 'FALSE_DOCUMENTS' }];
    const [owed] = afterDecisionIssued(recorded(story.decisionIssued(act, items)));
    expect(owed).toMatchObject({ stream: `${kind}-x`, type });
    expect(owed?.data).toEqual({
      decisionId: 'd1',
      documentNumber: '446-QĐ/TU',
      decidedOn: '2026-03-02',
      ...why,
    });
  });

  it('and their answers come back to it', () => {
    const results = [story.applied('r1')];
    expect(afterItemsAnswered(recorded(story.decisionIssued(), { actor: story.signer }), results, 'batch:0')).toEqual({
      stream: 'decision-d1',
      key: 'batch:0',
      actor: { ...story.signer, role: 'SYSTEM' },
      type: 'RecordItemResults',
      data: { results },
    });
  });
});

describe('a reserved number is not forgotten', () => {
  it('issuing is carried on with it, under the signer and whoever they signed for', () => {
    expect(afterNumberReserved(reservedEvent)).toEqual({
      stream: 'decision-d1',
      key: 'issue',
      actor: { ...story.signer, role: 'SYSTEM', onBehalfOf: 'chief' },
      type: 'IssueDecision',
      data: { documentNumber: story.number446, capacity: 'TM. Ban Thường vụ', fileSha256: story.SHA },
    });
  });

  it('and with the paper that was stored with it', () => {
    const paper = story.scan(story.SHA);
    const { data } = afterNumberReserved({ ...reservedEvent, data: { ...reservedEvent.data, paper } });
    expect(data).toMatchObject({ paper, fileSha256: story.SHA });
  });

  it('a refusal makes the decision give it up, and the book void it with the reason', () => {
    const refuse = afterIssueRefused(reservedEvent, 'not-competent');
    expect(refuse).toMatchObject({ stream: 'decision-d1', type: 'RefuseNumber', actor: { role: 'SYSTEM' } });
    const refused = recorded({ type: 'DecisionNumberRefused' as const, data: { decisionId: 'd1', ...refuse.data } });
    expect(afterNumberRefused(refused)).toMatchObject({
      stream: 'numbering-b1',
      type: 'VoidNumber',
      data: { bookId: 'b1', number: 446, reason: 'not-competent' },
    });
  });
});
