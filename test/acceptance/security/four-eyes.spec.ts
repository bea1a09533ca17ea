import { registration, ROLES } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Reply, Session } from '#support';
import { ISSUE, lifeIn, type Life } from './life.ts';
import { obligeReport } from './reminded.ts';
import { done, form, PAPER, quickRules, startWorld, TODAY, type World } from './world.ts';
import { untilQuiet } from '#support/until';

/** The steps of a life, in their order, each by a person of its own. */
const STEPS = ['draft', 'revise', 'submit', 'accept', 'request', 'appraise', 'conclude', 'freeze', 'sign'] as const;
type Step = (typeof STEPS)[number];

/** Who drafted, revised or submitted it, or its dossier, stands in the way of examining it and of signing. */
const AUTHORING = ['draft', 'revise', 'submit', 'request'] as const;
const authors = (second: Step, refusal: string): Readonly<Partial<Record<`${Step}+${Step}`, string>>> =>
  Object.fromEntries(AUTHORING.map((first) => [`${first}+${second}`, refusal]));

/** Two steps that never have one person, and how the second is refused. All other pairs are free. */
const FORBIDDEN: Readonly<Partial<Record<`${Step}+${Step}`, string>>> = {
  ...authors('accept', 'own-registration'),
  ...authors('appraise', 'member-drafted-or-submitted'),
  ...authors('conclude', 'own-registration'),
  ...authors('sign', 'signer-drafted-or-submitted'),
  'appraise+sign': 'signer-appraised',
  'conclude+sign': 'signer-appraised',
  'freeze+sign': 'signer-froze',
};

const PAIRS = STEPS.flatMap((first, index) =>
  STEPS.slice(index + 1).map((second) => ({ first, second, refusal: FORBIDDEN[`${first}+${second}`] ?? 'free' })),
);

interface Person {
  readonly id: string;
  readonly session: Session;
}

let world: World;
const own = {} as Record<Step, Person>;
let both: Person;

const everyRole = async (name: string): Promise<Person> => world.person(name, 'P', ...ROLES);

beforeAll(async () => {
  world = await startWorld();
  for (const step of STEPS) own[step] = await everyRole(`does-${step}`);
  both = await everyRole('does-both');
}, 120_000);

afterAll(() => world?.stop());

const lifeOf = ({ session, id }: Person): Life => {
  const cast = {
    officer: session,
    head: session,
    body: session,
    appraiser: session,
    freezer: session,
    signer: session,
  };
  const { A, P } = world.belongings;
  return lifeIn({ ...cast, appraiserId: id }, world.cycleId, A.unitId, P.unitId);
};

let models = 0;
const newForm = (): object => form(`Mô hình bốn mắt ${String((models += 1))}`);

/** Plays a life until somebody is refused; answers how it was refused, or `free` at its end. */
const play = async (by: (step: Step) => Person, openedBy: Person = own.accept): Promise<string> => {
  const id = await lifeOf(by('draft')).draft({ form: newForm() });
  const steps: readonly (() => Promise<Reply>)[] = [
    () => by('revise').session.post(`/api/registrations/${id}/revise`, { form: newForm() }),
    () => lifeOf(by('submit')).submit(id),
    () => lifeOf(by('accept')).accept(id),
    () => lifeOf(own.submit).start(id),
    () => lifeOf(by('request')).request(id),
    () => openedBy.session.post(`/api/registrations/${id}/open-appraisal`, { team: [by('appraise').id], dueOn: TODAY }),
    () => lifeOf(by('appraise')).declare(id),
    () => lifeOf(by('appraise')).score(id),
    () => lifeOf(by('conclude')).conclude(id),
  ];
  for (const step of steps) {
    const { status, body } = await step();
    if (status !== 200) return body.code;
  }
  return decide(id, by('freeze'), by('sign'));
};

/** A registration goes these steps, each by whose it is. */
const bring = async (id: string, ...steps: readonly ('submit' | 'accept' | 'start' | 'request')[]): Promise<void> => {
  for (const step of steps) done(await lifeOf(step === 'accept' ? own.accept : own.submit)[step](id));
};

const decide = async (registrationId: string, freezer: Person, signer: Person): Promise<string> => {
  const { id } = done(await lifeOf(own.accept).draftDecision(registrationId));
  const frozen = await lifeOf(freezer).freeze(id);
  if (frozen.status !== 200) return frozen.body.code;
  const { status, body } = await lifeOf(signer).issue(id);
  return status === 200 ? 'free' : body.code;
};

describe('four eyes, counted by person', () => {
  it.each(PAIRS)('one person does $first and $second: $refusal', async ({ first, second, refusal }) => {
    expect(await play((step) => (step === first || step === second ? both : own[step]))).toBe(refusal);
  });

  it('who asks for a correction does not approve it', async () => {
    const id = await lifeOf(own.draft).draft({ form: newForm() });
    await bring(id, 'submit');
    const asked = { field: 'name', newValue: 'Mô hình mới', reason: 'Viết nhầm', document: PAPER };
    const path = `/api/registrations/${id}`;
    const { commandId: correctionId } = done(await both.session.post(`${path}/request-correction`, asked));
    const alone = await both.session.post(`${path}/approve-correction`, { correctionId });
    expect([alone.status, alone.body.code]).toEqual([422, 'approver-is-corrector']);
    done(await own.accept.session.post(`${path}/approve-correction`, { correctionId }));
  });

  it('who wrote a regulation does not put it in force', async () => {
    const { unitId } = world.belongings.A;
    const { id } = done(await both.session.post('/api/regulations', { unitId, content: quickRules() }));
    const publication = { number: '14-QĐ/TU', issuedOn: TODAY, from: TODAY };
    const alone = await both.session.post(`/api/regulations/${id}/publish`, publication);
    expect([alone.status, alone.body.code]).toEqual([422, 'drafter-publishes']);
  });

  it('nobody changes their own rights, nor their own account', async () => {
    const { unitId } = world.belongings.A;
    const path = `/api/people/${both.id}`;
    const appointment = { unitId, role: 'APPRAISER', from: TODAY, document: PAPER };
    expect((await both.session.post(`${path}/appoint`, appointment)).body.code).toBe('own-rights');
    const person = done(await both.session.get(path));
    const [held] = person['appointments'] as readonly { readonly appointmentId: string }[];
    const end = { appointmentId: held?.appointmentId, reason: 'Tự thôi' };
    expect((await both.session.post(`${path}/end-appointment`, end)).body.code).toBe('own-rights');
    for (const act of ['reset-account', 'unlock-account', 'disable-account'])
      expect((await both.session.post(`${path}/${act}`)).body.code).toBe('own-account');
    expect((await both.session.post(`${path}/invite`, { username: 'tai-khoan-hai' })).body.code).toBe('own-account');
  });

  it('who handed a report in does not examine it, nor let it be late, nor excuse it', async () => {
    const { A, P } = world.belongings;
    const { api, regulationId } = world;
    const owed = { unitId: A.unitId, receiverId: P.unitId, kind: 'OWN', regulationId } as const;
    const path = `/api/reports/${await obligeReport(api, owed)}`;
    done(
      await both.session.post(`${path}/submit`, {
        figures: { BUOI_TUYEN_TRUYEN: 1 },
        narrative: '',
        evidenceIds: [],
      }),
    );
    const dueOn = '2026-03-02';
    const bodies = { return: { reason: 'Đếm lại', dueOn }, reopen: { reason: 'Đếm lại', dueOn } };
    const alone = async (act: string, body: object = {}): Promise<void> => {
      const { status, body: answer } = await both.session.post(`${path}/${act}`, body);
      expect([act, status, answer.code]).toEqual([act, 422, 'own-report']);
    };
    const examiner = own.accept.session;
    await alone('return', bodies.return);
    await alone('approve');
    done(await examiner.post(`${path}/approve`));
    await alone('close');
    done(await examiner.post(`${path}/close`));
    await alone('reopen', bodies.reopen);
    done(await examiner.post(`${path}/reopen`, bodies.reopen));
    await alone('excuse', { reason: 'Giải thể' });
    await alone('extend', { dueOn: '2026-12-31', reason: 'Bão lũ', document: PAPER });
    await alone('remind');
  });

  it('who proposed a commendation neither verifies nor signs it', async () => {
    const { A, P } = world.belongings;
    const verify = await world.keeper.post(`/api/commendations/${A.commendation}/verify`, { note: 'Đủ hồ sơ' });
    expect([verify.status, verify.body.code]).toEqual([422, 'own-proposal']);
    const id = A.commendation;
    done(await both.session.post(`/api/commendations/${id}/verify`, { note: 'Đủ hồ sơ' }));
    const [proposed] = await world.api.ports.store.readStream(`commendation-${id}`, { from: 0, limit: 1 });
    const { evidence } = proposed?.data as { readonly evidence: readonly { evidenceId: string; kind: string }[] };
    const minutesId = evidence.find(({ kind }) => kind === 'MINUTES')?.evidenceId;
    const review = { favourable: true, opinion: 'Nhất trí', minutesId };
    done(await both.session.post(`/api/commendations/${id}/record-council-review`, review));
    done(await both.session.post(`/api/commendations/${id}/submit`, { toUnitId: P.unitId }));
    const draft = { unitId: P.unitId, act: 'COMMEND', title: 'Khen', items: [{ kind: 'commendation', id }] };
    const decision = done(await own.accept.session.post('/api/decisions', draft));
    done(await own.freeze.session.post(`/api/decisions/${decision.id}/freeze`));
    await both.session.post(`/api/decisions/${decision.id}/issue`, ISSUE);
    await untilQuiet(world.api.ports.store);
    expect(done(await both.session.get(`/api/commendations/${id}`))['status']).toBe('SUBMITTED');
  });
});

describe('four eyes cannot be got round', () => {
  it('with a second account of the same person: there is none; nor by being another session', async () => {
    const second = await world.keeper.post(`/api/people/${both.id}/invite`, { username: 'ten-khac' });
    expect([second.status, second.body.code]).toEqual([409, 'account-exists']);
    const twin: Person = { id: both.id, session: await world.api.signIn('does-both') };
    expect(twin.session.cookie).not.toBe(both.session.cookie);
    expect(await play((step) => ({ freeze: both, sign: twin })[step as string] ?? own[step])).toBe('signer-froze');
    expect(await play((step) => ({ appraise: both, sign: twin })[step as string] ?? own[step])).toBe(
      'signer-appraised',
    );
    expect(await play((step) => ({ submit: twin, appraise: both })[step as string] ?? own[step])).toBe(
      'member-drafted-or-submitted',
    );
  });

  it('by a change of role between the steps', async () => {
    const author = await world.person('was-officer', 'A', 'UNIT_OFFICER');
    const id = await lifeOf(author).draft({ form: newForm() });
    await bring(id, 'submit', 'accept', 'start', 'request');
    await becomes(author, 'APPRAISER');
    const open = (team: readonly string[]): Promise<Reply> =>
      own.accept.session.post(`/api/registrations/${id}/open-appraisal`, { team, dueOn: TODAY });
    expect((await open([author.id])).body.code).toBe('member-drafted-or-submitted');
    const member = await world.person('was-appraiser', 'P', 'APPRAISER');
    done(await open([member.id]));
    for (const step of ['declare', 'score'] as const) done(await lifeOf(member)[step](id));
    done(await lifeOf(own.conclude).conclude(id));
    await becomes(member, 'DECISION_SIGNER');
    expect(await decide(id, own.freeze, member)).toBe('signer-appraised');
  });

  it('by joining the registering unit after the team was named, or leaving it just before', async () => {
    const { unitId } = world.belongings.A;
    const joins = await world.person('joins-the-unit', 'P', 'APPRAISER');
    const left = await world.person('left-the-unit', 'P', 'APPRAISER');
    const once = { unitId, role: 'UNIT_OFFICER', from: '2025-07-01', until: '2026-02-01', document: PAPER };
    await world.appoint(left.id, { ...once, document: { number: '01-QĐ/TU', issuedOn: '2025-07-01' } });
    const id = await lifeOf(own.draft).draft({ form: newForm() });
    await bring(id, 'submit', 'accept', 'start', 'request');
    const open = (member: Person): Promise<Reply> =>
      own.accept.session.post(`/api/registrations/${id}/open-appraisal`, { team: [member.id], dueOn: TODAY });
    expect((await open(left)).body.code).toBe('member-from-registering-unit');
    done(await open(joins));
    for (const step of ['declare', 'score'] as const) done(await lifeOf(joins)[step](id));
    await world.appoint(joins.id, { unitId, role: 'UNIT_OFFICER', from: TODAY, document: PAPER });
    const stranger = await world.person('of-another-unit', 'B', 'APPRAISER');
    world.api.clock.advance(1);
    const before = await world.api.ports.store.head();
    expect((await lifeOf(stranger).score(id)).status).toBe(404);
    expect(await world.api.ports.store.head()).toBe(before);
    expect((await lifeOf(own.conclude).conclude(id)).body.code).toBe('team-too-small');
    expect((await lifeOf(joins).score(id)).body.code).toBe('member-from-registering-unit');
    done(await open(own.appraise));
    for (const step of ['declare', 'score'] as const) done(await lifeOf(own.appraise)[step](id));
    done(await lifeOf(own.conclude).conclude(id));
  });

  it('by sending both acts at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = done(await lifeOf(own.accept).draftDecision(world.belongings.A.registration));
      await Promise.all([lifeOf(both).freeze(id), lifeOf(both).issue(id), lifeOf(own.freeze).freeze(id)]);
      const asked = await lifeOf(own.draft).draft({ form: newForm() });
      await bring(asked, 'submit', 'accept', 'start');
      const team = { team: [both.id], dueOn: TODAY };
      const path = `/api/registrations/${asked}/open-appraisal`;
      await Promise.all([
        lifeOf(both).request(asked),
        own.accept.session.post(path, team),
        own.accept.session.post(path, team),
      ]);
      await Promise.all([lifeOf(both).declare(asked), lifeOf(both).score(asked)]);
    }
    expect(await forbiddenTransitions()).toEqual([]);
  });

  it('an appraiser who declares a conflict while scoring leaves no score behind', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await lifeOf(own.draft).draft({ form: newForm() });
      await bring(id, 'submit', 'accept', 'start', 'request');
      done(await lifeOf(own.appraise).openAppraisal(id));
      done(await lifeOf(own.appraise).declare(id));
      const path = `/api/registrations/${id}/declare-interest`;
      await Promise.all([
        own.appraise.session.post(path, { conflict: true, detail: 'Người nhà' }),
        lifeOf(own.appraise).score(id),
      ]);
      const { state } = await world.api.ports.engine.load(`registration-${id}`, registration.decider);
      expect(state).toMatchObject({ status: 'UNDER_APPRAISAL', appraisal: { team: [] } });
      expect((await lifeOf(own.appraise).conclude(id)).body.code).toBe('conflict-declared');
      expect((await lifeOf(own.conclude).conclude(id)).body.code).toBe('team-too-small');
    }
  });

  it('and the whole log of this suite holds no forbidden transition', async () => {
    expect(await forbiddenTransitions()).toEqual([]);
  });
});

/** Ends every appointment of a person and appoints them in the province. */
const becomes = async ({ id }: Person, role: string): Promise<void> => {
  const path = `/api/people/${id}`;
  const person = done(await world.keeper.get(path));
  for (const { appointmentId } of person['appointments'] as readonly { readonly appointmentId: string }[])
    done(await world.keeper.post(`${path}/end-appointment`, { appointmentId, reason: 'Chuyển công tác' }));
  const { unitId } = world.belongings.P;
  await world.appoint(id, { unitId, role, from: TODAY, document: PAPER });
  world.api.clock.advance(1);
};

const AUTHORED = new Set([
  'RegistrationDrafted',
  'RegistrationRevised',
  'RegistrationSubmitted',
  'RecognitionRequested',
]);
const EXAMINED = new Set([
  'ModelRegistered',
  'RegistrationReturned',
  'RegistrationDeclined',
  'ModelScored',
  'ModelAppraised',
]);
const APPRAISED = new Set(['ModelScored', 'ModelAppraised']);
const FROZEN = new Set(['DecisionFrozen']);

/** What the log itself says: who wrote never examines afterwards, who wrote, appraised or froze never signs. */
const forbiddenTransitions = async (): Promise<readonly string[]> => {
  await untilQuiet(world.api.ports.store);
  const { events } = await world.api.ports.store.readAll({ after: 0, limit: 1_000_000 });
  const acted = (stream: string, types: ReadonlySet<string>, before = Infinity): ReadonlySet<string> =>
    new Set(
      events
        .filter((each) => each.stream === stream && types.has(each.type) && each.revision < before)
        .map((each) => each.meta.actor.personId),
    );
  return events.flatMap((event: StoredEvent) => {
    const { personId } = event.meta.actor;
    if (EXAMINED.has(event.type) && acted(event.stream, AUTHORED, event.revision).has(personId))
      return [`${personId} ${event.type}`];
    if (event.type !== 'DecisionIssued') return [];
    const { manifest } = event.data as { readonly manifest: readonly { readonly id: string }[] };
    const froze = acted(event.stream, FROZEN).has(personId);
    const own = new Set([...AUTHORED, ...APPRAISED]);
    const tookPart = manifest.some(({ id }) => acted(`registration-${id}`, own).has(personId));
    return froze || tookPart ? [`${personId} signed`] : [];
  });
};
