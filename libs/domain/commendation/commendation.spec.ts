import { by, given } from '../kernel/testing/spec.ts';
import { decider } from './decide.ts';
import type { CommendationEvent } from './events.ts';
import { rewardKeys } from './reward-key.ts';
import * as story from './testing/stories.ts';

const nothing = () => given(decider);
const at = (status: keyof typeof story.stories) => given(decider, ...story.stories[status]);

describe('a commendation is proposed', () => {
  it('with its recipient, achievement, form and dossier, under the regulation in force', () => {
    nothing().when(story.propose()).then(story.proposed());
    nothing()
      .when(story.propose({ achievement: story.onWork }, { modelRecognized: false }))
      .then(story.proposed(story.onWork));
  });

  it('with tidy names, and each file once', () => {
    nothing()
      .when(
        story.propose({
          recipient: { ...story.recipient, name: '  Tổ dân vận   xã Đông Hà '.normalize('NFD') },
          achievement: { kind: 'OTHER', description: ' Vận động  hiến đất mở đường' },
          evidenceIds: [...story.evidenceIds, 'e1'],
        }),
      )
      .then(story.proposed(story.onWork));
  });

  it.each([
    ['e1', 'SUBMISSION_LETTER'],
    ['e2', 'ACHIEVEMENT_REPORT'],
    ['e3', 'MINUTES'],
  ])('not without %s, the %s', (left, kind) => {
    nothing()
      .when(story.propose({ evidenceIds: story.evidenceIds.filter((id) => id !== left) }))
      .thenRejected('document-missing', { pointer: '/evidenceIds', params: { kinds: [kind] } });
  });

  it('not with a file nobody stored', () => {
    nothing()
      .when(story.propose({ evidenceIds: [...story.evidenceIds, 'e9'] }))
      .thenRejected('evidence-unknown', { pointer: '/evidenceIds' });
  });

  it('not twice for one achievement', () => {
    nothing()
      .when(story.propose({}, { rewardTakenBy: 'another' }))
      .thenRejected('reward-taken', { params: { holder: 'another' } });
  });

  it('not on a model that is not recognized', () => {
    nothing()
      .when(story.propose({}, { modelRecognized: false }))
      .thenRejected('model-not-recognized');
  });

  it('not by a unit that no longer exists', () => {
    nothing()
      .when(story.propose({}, { unitActive: false }))
      .thenRejected('unit-not-active', { pointer: '/unitId' });
  });

  it('not without a name or an achievement', () => {
    nothing()
      .when(story.propose({ recipient: { type: 'HOUSEHOLD', name: ' ' } }))
      .thenRejected('text-required', { pointer: '/recipient/name' });
    nothing()
      .when(story.propose({ achievement: { kind: 'OTHER', description: '' } }))
      .thenRejected('text-required', { pointer: '/achievement/description' });
  });
});

describe('a returned proposal', () => {
  it('says why and until when', () => {
    at('VERIFIED').when(story.sendBack()).then(story.returned);
    at('PROPOSED')
      .when(story.sendBack({ dueOn: '2026-03-02' }))
      .then({
        type: 'CommendationReturned',
        data: { commendationId: 'c1', reason: 'thiếu số liệu', dueOn: '2026-03-02' },
      });
  });

  it.each([
    [{ reason: ' ' }, 'text-required', '/reason'],
    [{ dueOn: '2026-02-30' }, 'date-invalid', '/dueOn'],
    [{ dueOn: '2026-03-01' }, 'date-in-past', '/dueOn'],
  ] as const)('is not sent back with %j', (data, reason, pointer) => {
    at('PROPOSED').when(story.sendBack(data)).thenRejected(reason, { pointer });
  });

  it('is put right and proposed again, for the same achievement', () => {
    at('RETURNED').when(story.revise()).then(story.revised);
    const { state } = given(
      decider,
      ...story.stories.RETURNED,
      ...by(story.unitHead)<CommendationEvent>(story.revised),
    );
    expect(state).toMatchObject({ status: 'PROPOSED', achievement: story.onModel, form: 'PUBLIC_PRAISE' });
  });

  it('must be complete again', () => {
    at('RETURNED')
      .when(story.revise({ evidenceIds: [] }))
      .thenRejected('document-missing');
    at('RETURNED')
      .when(story.revise({}, { modelRecognized: false }))
      .thenRejected('model-not-recognized');
    at('RETURNED')
      .when(story.revise({}, { rewardTakenBy: 'another' }))
      .thenRejected('reward-taken', { params: { holder: 'another' } });
  });

  it('is withdrawn with a reason', () => {
    at('RETURNED').when(story.withdraw()).then(story.withdrawn);
    at('RETURNED').when(story.withdraw(' ')).thenRejected('text-required', { pointer: '/reason' });
  });
});

describe('a proposal is examined', () => {
  const proposer = { ...story.officer, personId: 'unit-officer' };
  const forProposer = { ...story.officer, onBehalfOf: 'unit-officer' };

  it('verified, with a note', () => {
    at('PROPOSED').when(story.verify()).then(story.verified);
    at('PROPOSED').when(story.verify(' ')).thenRejected('text-required', { pointer: '/note' });
  });

  it('reviewed by the council, on its minutes', () => {
    at('VERIFIED').when(story.review()).then(story.reviewed());
    at('VERIFIED')
      .when(story.review({ opinion: '' }))
      .thenRejected('text-required', { pointer: '/opinion' });
    at('VERIFIED')
      .when(story.review({ minutesId: 'm9' }))
      .thenRejected('evidence-unknown', { pointer: '/minutesId' });
    at('VERIFIED')
      .when(story.review({ minutesId: 'e1' }))
      .thenRejected('minutes-required', { pointer: '/minutesId' });
  });

  it('submitted to a body that may award the form', () => {
    at('COUNCIL_REVIEWED').when(story.submit()).then(story.submitted);
    at('COUNCIL_REVIEWED')
      .when(story.submit(false))
      .thenRejected('not-competent', {
        pointer: '/toUnitId',
        params: { bodies: ['nation'] },
      });
  });

  it.each([proposer, forProposer])('at no step by who proposed it (%j)', (actor) => {
    at('PROPOSED').when(story.verify('tốt', actor)).thenRejected('own-proposal');
    at('VERIFIED').when(story.review({}, actor)).thenRejected('own-proposal');
    at('COUNCIL_REVIEWED').when(story.submit(true, actor)).thenRejected('own-proposal');
  });

  it('nor by who revised it', () => {
    const history = [...story.stories.RETURNED, ...by(story.unitHead)<CommendationEvent>(story.revised)];
    given(decider, ...history)
      .when(story.verify('tốt', { ...story.officer, personId: 'unit-head' }))
      .thenRejected('own-proposal');
  });
});

describe('an award comes by decision', () => {
  it('for a recognized model, or for an achievement in the work', () => {
    at('SUBMITTED').when(story.award()).then(story.awarded());
    given(decider, ...story.submittedStory(story.onWork))
      .when(story.award({ modelRecognized: false }))
      .then(story.awarded(story.onWork));
  });

  it('not when the model’s recognition was revoked meanwhile', () => {
    at('SUBMITTED')
      .when(story.award({ modelRecognized: false }))
      .thenRejected('model-not-recognized');
  });

  it('not when it changed after the decision was frozen', () => {
    at('SUBMITTED')
      .when(story.award({ currentRevision: 5 }))
      .thenRejected('changed-after-freeze');
    at('SUBMITTED')
      .when(story.refuse({ currentRevision: 5 }))
      .thenRejected('changed-after-freeze');
    at('AWARDED')
      .when(story.cancel('FALSE_DOCUMENTS', { currentRevision: 5 }))
      .thenRejected('changed-after-freeze');
  });

  it('not signed by who proposed or verified it, also when they had somebody else sign', () => {
    at('SUBMITTED')
      .when(story.award({ signerId: 'unit-officer' }))
      .thenRejected('signer-proposed');
    at('SUBMITTED')
      .when(story.award({ signerId: 'officer' }))
      .thenRejected('signer-verified');
    at('SUBMITTED')
      .when(story.refuse({ signerId: 'officer' }))
      .thenRejected('signer-verified');
    at('SUBMITTED')
      .when(story.award({}, { ...story.system, onBehalfOf: 'unit-officer' }))
      .thenRejected('signer-proposed');
  });

  it('not beyond the body’s competence', () => {
    at('SUBMITTED')
      .when(story.award({ competent: false }))
      .thenRejected('not-competent');
  });

  it('not against the council, which leaves a refusal', () => {
    const against = given(decider, ...story.submittedStory(story.onModel, false));
    against.when(story.award()).thenRejected('council-unfavourable');
    against.when(story.refuse()).then(story.refused);
  });

  it('is cancelled on one of the four legal grounds, citing the decision that gave it', () => {
    at('AWARDED').when(story.cancel()).then(story.cancelled);
    at('AWARDED').when(story.cancel('không còn phù hợp')).thenRejected('ground-unknown', { pointer: '/ground' });
  });

  it('is not cancelled by who proposed or verified it', () => {
    const signed = (signerId: string) => at('AWARDED').when(story.cancel('FALSE_DOCUMENTS', { signerId }));
    signed('unit-officer').thenRejected('signer-proposed');
    signed('officer').thenRejected('signer-verified');
  });

  it('is not given again by another decision', () => {
    const again = story.award();
    at('AWARDED')
      .when({ ...again, data: { ...again.data, decisionId: 'd7' } })
      .thenRejected('wrong-status', { params: { status: 'AWARDED' } });
  });
});

describe('one achievement earns one reward', () => {
  const where = { unitId: 'commune', cycleId: 'y2026' };
  const key = rewardKeys(story.onModel, story.recipient, where);

  it('however the recipient’s name is spelt', () => {
    const name = 'TỔ DÂN VẬN  xã Dông Hà'.normalize('NFD');
    expect(rewardKeys(story.onModel, { ...story.recipient, name }, { unitId: 'x', cycleId: 'y' })).toEqual(key);
  });

  it('but each recipient and each model counts for itself', () => {
    expect(
      rewardKeys({ ...story.onModel, registrationId: 'r2' } as typeof story.onModel, story.recipient, where),
    ).not.toEqual(key);
    expect(rewardKeys(story.onModel, { ...story.recipient, type: 'HOUSEHOLD' }, where)).not.toEqual(key);
    expect(rewardKeys(story.onModel, { ...story.recipient, name: 'Tổ dân vận thôn 2' }, where)).not.toEqual(key);
  });

  it('and what is told in words counts within its unit and cycle', () => {
    const other = rewardKeys(story.onWork, story.recipient, where);
    expect(rewardKeys({ kind: 'OTHER', description: 'vận động HIẾN ĐẤT mở đường' }, story.recipient, where)).toEqual(
      other,
    );
    expect(rewardKeys(story.onWork, story.recipient, { ...where, cycleId: 'y2027' })).not.toEqual(other);
    expect(rewardKeys(story.onWork, story.recipient, { ...where, unitId: 'other' })).not.toEqual(other);
  });
});
