import type { Actor } from '../kernel/index.ts';
import { recorded, replay } from '../kernel/testing/spec.ts';
import { availableActions } from './available-actions.ts';
import { availableActions as cycleActions } from './cycle/available-actions.ts';
import type { CycleEvent } from './cycle/events.ts';
import { decider as cycleDecider } from './cycle/decide.ts';
import { decider } from './decide.ts';
import type { RegulationContent, RegulationEvent } from './events.ts';
import { exampleRegulation } from './example/regulation.ts';

const officer: Actor = { personId: 'lan', role: 'STANDING_BODY_OFFICER', unitId: 'province' };
const signer: Actor = { personId: 'minh', role: 'DECISION_SIGNER', unitId: 'province' };

const drafted = (change: Partial<RegulationContent> = {}) =>
  recorded<RegulationEvent>(
    {
      type: 'RegulationDrafted',
      data: { regulationId: 'r1', unitId: 'province', content: { ...exampleRegulation(2026), ...change } },
    },
    { actor: officer },
  );
const published = recorded<RegulationEvent>({
  type: 'RegulationPublished',
  data: { regulationId: 'r1', number: '1-QĐ/TU', issuedOn: '2026-01-01', from: '2026-01-01', warnings: [] },
});

const actions = (history: readonly (typeof published)[], mine: readonly Actor[], hasSuccessor = false) => {
  const state = replay(decider, history);
  if (state.status === 'NONE') throw new Error('nothing was drafted');
  return availableActions(state, { mine, everybody: [officer, signer] }, { unitKinds: ['COMMUNE'], hasSuccessor });
};

describe('what a person may do with a regulation today', () => {
  it('a draft is put in force by a signer who did not write it, once its text is sound', () => {
    const ofItsOwn = drafted({ illustrative: false });
    expect(actions([ofItsOwn], [signer]).PublishRegulation).toEqual({ allowed: true });
    expect(actions([drafted()], [signer]).PublishRegulation).toEqual({
      ...{ allowed: true, remark: { reason: 'regulation-illustrative', pointer: '/illustrative' } },
    });
    const own = { ...signer, personId: officer.personId };
    const who = [{ role: 'DECISION_SIGNER', unitId: 'province' }];
    expect(actions([drafted()], [own]).PublishRegulation).toEqual({ allowed: false, reason: 'drafter-publishes', who });
    expect(actions([drafted({ fields: [] })], [signer]).PublishRegulation).toMatchObject({
      ...{ allowed: false, reason: 'regulation-invalid', problems: [{ code: 'fields-missing' }] },
    });
  });

  it('a draft that nobody could put in force, once it is revised, may be revised, and that is said', () => {
    const both = [officer, { ...signer, personId: officer.personId }];
    const remarkOf = (everybody: readonly Actor[]) => {
      const state = replay(decider, [drafted()]);
      if (state.status === 'NONE') throw new Error('nothing was drafted');
      const today = { unitKinds: ['COMMUNE'], hasSuccessor: false } as const;
      return availableActions(state, { mine: [officer], everybody }, today).ReviseRegulation;
    };
    expect(remarkOf([...both, signer])).toEqual({ allowed: true });
    expect(remarkOf(both)).toMatchObject({ allowed: true, remark: { reason: 'nobody-to-publish' } });
  });

  it('one in force is superseded where another of the unit is published, and not revised', () => {
    const inForce = [drafted(), published];
    expect(actions(inForce, [signer], true).SupersedeRegulation).toEqual({ allowed: true });
    expect(actions(inForce, [signer]).SupersedeRegulation).toMatchObject({ reason: 'successor-missing' });
    expect(actions(inForce, [officer]).ReviseRegulation).toMatchObject({ reason: 'regulation-not-draft' });
    expect(actions(inForce, [officer]).AmendCalendar).toMatchObject({ reason: 'role-not-allowed' });
  });
});

describe('what a person may do with a cycle', () => {
  const opened: CycleEvent = {
    type: 'CycleOpened',
    data: {
      ...{
        cycleId: 'c1',
        unitId: 'province',
        regulationId: 'r1',
        name: 'Năm 2026',
        year: 2026,
        movement: 'Dân vận khéo',
      },
      ...{ registrationDeadline: '2026-03-31', dossierDeadline: '2026-10-31', appraisalDeadline: '2026-11-30' },
    },
  };
  const closed: CycleEvent = { type: 'CycleClosed', data: { cycleId: 'c1', reason: 'Hết năm' } };
  const after = (...events: readonly CycleEvent[]) => {
    const state = replay(
      cycleDecider,
      events.map((event) => recorded(event)),
    );
    if (state.status === 'NONE') throw new Error('nothing was opened');
    return cycleActions(state, { mine: [officer], everybody: [officer] });
  };

  it('its deadlines are extended, and it is closed, until it is', () => {
    expect(after(opened)).toEqual({ ExtendDeadline: { allowed: true }, CloseCycle: { allowed: true } });
    expect(after(opened, closed)).toMatchObject({
      ExtendDeadline: { allowed: false, reason: 'cycle-closed' },
      CloseCycle: { allowed: false, reason: 'cycle-closed' },
    });
  });
});
