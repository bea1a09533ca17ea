import type { Actor } from '../kernel/index.ts';
import { by, given } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import type { DecisionEvent } from './events.ts';
import * as story from './testing/stories.ts';

const SHOUTED = story.SHA.toUpperCase();
const frozen = () => given(decider, ...story.frozenStory);

describe('a decision is issued', () => {
  it('with its number, signer, capacity, file and the manifest that was frozen', () => {
    frozen().when(story.issueDecision()).then(story.decisionIssued());
  });

  it('not for nothing: where none of its items is as it was frozen', () => {
    frozen()
      .when(story.issueDecision({}, { allChanged: true }))
      .thenRejected('nothing-left-to-decide');
  });

  it('by the system under the signer’s name when it carries on after a crash', () => {
    frozen()
      .when(story.issueDecision({}, {}, story.system))
      .then(story.decisionIssued());
  });

  it('not by the person who froze it, whatever the role', () => {
    frozen()
      .when(story.issueDecision({}, {}, { ...story.signer, personId: 'officer' }))
      .thenRejected('signer-froze');
  });

  it('not on behalf of the person who froze it, nor by one on whose behalf it was frozen', () => {
    frozen()
      .when(story.issueDecision({}, {}, { ...story.signer, onBehalfOf: 'officer' }))
      .thenRejected('signer-froze');
    const delegate: Actor = { ...story.officer, onBehalfOf: 'signer' };
    given(decider, ...story.draftStory, ...by(delegate)<DecisionEvent>(story.decisionFrozen()))
      .when(story.issueDecision())
      .thenRejected('signer-froze');
  });

  it('not by somebody who appraised one of its items, in person or through a delegate', () => {
    const itemPersons = [
      { id: 'r1', part: 'APPRAISED', personIds: ['a1', 'a2'] },
      { id: 'r2', part: 'APPRAISED', personIds: ['a1', 'signer'] },
    ] as const;
    frozen()
      .when(story.issueDecision({}, { itemPersons }))
      .thenRejected('signer-appraised', { params: { items: ['r2'] } });
    frozen()
      .when(story.issueDecision({}, { itemPersons }, { ...story.signer, personId: 'p', onBehalfOf: 'a2' }))
      .thenRejected('signer-appraised', { params: { items: ['r1'] } });
  });

  it.each([
    ['DRAFTED_OR_SUBMITTED', 'signer-drafted-or-submitted'],
    ['PROPOSED', 'signer-proposed'],
    ['VERIFIED', 'signer-verified'],
  ] as const)('not by somebody who had %s one of its items, in person or through a delegate', (part, reason) => {
    const itemPersons = [
      { id: 'c1', part, personIds: ['a1'] },
      { id: 'c2', part, personIds: ['signer'] },
    ];
    frozen()
      .when(story.issueDecision({}, { itemPersons }))
      .thenRejected(reason, { params: { items: ['c2'] } });
    frozen()
      .when(story.issueDecision({}, { itemPersons }, { ...story.signer, personId: 'p', onBehalfOf: 'a1' }))
      .thenRejected(reason, { params: { items: ['c1'] } });
  });

  it('not by a body without competence for one of its items', () => {
    frozen()
      .when(story.issueDecision({}, { notCompetentFor: ['r3'], competentBodies: ['p'] }))
      .thenRejected('not-competent', { params: { items: ['r3'], bodies: ['p'] } });
  });

  it('not without saying in which capacity', () => {
    frozen()
      .when(story.issueDecision({ capacity: ' ' }))
      .thenRejected('text-required', { pointer: '/capacity' });
  });

  it('not without a proper hash of the signed file', () => {
    frozen()
      .when(story.issueDecision({ fileSha256: SHOUTED }))
      .thenRejected('hash-malformed', { pointer: '/fileSha256' });
  });

  it.each([
    ['2026-02-30', 'date-invalid'],
    ['2026-03-03', 'date-in-future'],
  ] as const)('not dated %s: %s', (issuedOn, reason) => {
    frozen()
      .when(story.issueDecision({ documentNumber: { ...story.number446, issuedOn } }))
      .thenRejected(reason, { pointer: '/issuedOn' });
  });

  it('not before its items were ready, but on that very day', () => {
    frozen()
      .when(story.issueDecision({}, { itemsReadyOn: '2026-03-03' }))
      .thenRejected('dates-out-of-order', { params: { notBefore: '2026-03-03', milestone: 'ITEMS_READY' } });
    frozen()
      .when(story.issueDecision({}, { itemsReadyOn: '2026-03-02' }))
      .then(story.decisionIssued());
  });

  it('not with a number from another body’s book', () => {
    frozen()
      .when(story.issueDecision({ documentNumber: { ...story.number446, issuerId: 'commune' } }))
      .thenRejected('issuer-differs');
  });
});
