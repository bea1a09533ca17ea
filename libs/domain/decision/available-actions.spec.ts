import type { Actor } from '../kernel/index.ts';
import { replay } from '../kernel/testing/spec.ts';
import { availableActions, type Today } from './available-actions.ts';
import { decider } from './decide.ts';
import { completedStory, draftStory, frozenStory, itemFacts, officer, signer } from './testing/stories.ts';

const TODAY: Today = {
  ...{ items: itemFacts(), itemPersons: [], notCompetentFor: [], competentBodies: [], changed: [], allChanged: false },
  holdsNumber: false,
};
const other: Actor = { ...signer, personId: 'another-signer' };

const actions = (history: readonly (typeof completedStory)[number][], mine: Actor, today: Partial<Today> = {}) => {
  const state = replay(decider, history);
  if (state.status === 'NONE') throw new Error('nothing was drafted');
  return availableActions(state, { mine: [mine], everybody: [officer, signer, other] }, { ...TODAY, ...today });
};
const ofSigner = [{ role: 'DECISION_SIGNER', unitId: 'province' }];

describe('what a person may do with a decision today', () => {
  it('a draft is frozen as soon as each of its items fits, and says which do not and why', () => {
    const items = itemFacts().map((item) =>
      item.id === 'r2' ? { ...item, refused: { reason: 'vote-not-held' } } : item,
    );
    expect(actions(draftStory, officer).FreezeDecision).toEqual({ allowed: true });
    expect(actions(draftStory, officer, { items }).FreezeDecision).toMatchObject({
      ...{ allowed: false, reason: 'item-not-eligible', params: { items: ['Mô hình r2'] }, who: [] },
      problems: [{ pointer: '/items/1', code: 'vote-not-held', about: 'Mô hình r2' }],
    });
  });

  it('it is signed by who took no part in its items, of a body that is competent', () => {
    const itemPersons = [{ id: 'r1', part: 'APPRAISED', personIds: [signer.personId] }] as const;
    expect(actions(frozenStory, signer).IssueDecision).toEqual({ allowed: true });
    expect(actions(frozenStory, signer, { itemPersons }).IssueDecision).toMatchObject({
      ...{ allowed: false, reason: 'signer-appraised', who: ofSigner },
    });
    expect(actions(frozenStory, other, { itemPersons }).IssueDecision).toEqual({ allowed: true });
    expect(actions(frozenStory, signer, { notCompetentFor: ['r1'] }).IssueDecision).toMatchObject({
      ...{ allowed: false, reason: 'not-competent', who: [] },
    });
    expect(actions(frozenStory, signer, { allChanged: true }).IssueDecision).toMatchObject({
      ...{ allowed: false, reason: 'nothing-left-to-decide', who: [] },
    });
  });

  it('whoever may sign it is told before which of its items will drop out', () => {
    const changed = ['Mô hình r2'];
    const remark = { reason: 'items-drop-out', params: { items: changed } };
    expect(actions(frozenStory, signer, { changed }).IssueDecision).toEqual({ allowed: true, remark });
  });

  it('a list that nobody could sign, once it is frozen, may be frozen, and that is said', () => {
    const remarkOn = (mine: Actor, today: Partial<Today> = {}) => {
      const told = actions(draftStory, mine, today).FreezeDecision;
      return told.allowed ? told.remark?.reason : 'refused';
    };
    const appraised = { id: 'r1', part: 'APPRAISED', personIds: [signer.personId, other.personId] } as const;
    expect(remarkOn(officer)).toBeUndefined();
    expect(remarkOn(officer, { itemPersons: [appraised] })).toBe('nobody-to-sign');
    const [alone, inNameOf] = [{ ...appraised, personIds: [other.personId] }, { onBehalfOf: signer.personId }];
    expect(remarkOn(officer, { itemPersons: [alone] })).toBeUndefined();
    expect(remarkOn({ ...officer, ...inNameOf }, { itemPersons: [alone] })).toBe('nobody-to-sign');
    expect(remarkOn(officer, { notCompetentFor: ['r1'] })).toBe('not-competent');
    const cancel = (today: Partial<Today> = {}) => actions(frozenStory, officer, today).CancelDraft;
    expect(cancel()).toEqual({ allowed: true });
    expect(cancel({ itemPersons: [appraised] })).toMatchObject({ remark: { reason: 'nobody-to-sign' } });
    expect(cancel({ allChanged: true })).toMatchObject({ remark: { reason: 'nothing-left-to-decide' } });
  });

  it('a number is given up where one was taken that the decision does not bear', () => {
    expect(actions(completedStory, signer).RefuseNumber).toMatchObject({ allowed: false, reason: 'number-in-use' });
    expect(actions(draftStory, signer).RefuseNumber).toMatchObject({ allowed: false, reason: 'number-unknown' });
    expect(actions(completedStory, signer, { holdsNumber: true }).RefuseNumber).toEqual({ allowed: true });
  });
});
