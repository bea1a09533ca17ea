import { organization } from '#domain';
import { BODIES } from './security/bodies.ts';
import { ISSUE, STEPS } from './security/life.ts';
import { requestFor, routesOf, send } from './security/routes.ts';
import { done, form, PAPER, startWorld, TODAY, upload, type Belongings, type World } from './security/world.ts';
import type { Session } from '#support';
import { until, untilQuiet } from '#support/until';

let world: World;
let team: Session;
let signer: Session;

beforeAll(async () => {
  world = await startWorld();
  team = await world.api.signIn('team');
  ({ session: signer } = await world.person('signs', 'P', 'DECISION_SIGNER'));
}, 120_000);

afterAll(() => world?.stop());

/** All that is kept beside what is computed from the log: the log itself, and who may come in. */
const kept = async (): Promise<readonly unknown[]> => {
  const counts = await Promise.all(
    ['api_keys', 'invitations', 'passwords', 'second_factors', 'sessions'].map(async (table) => {
      const { rows } = await world.api.pool.query<{ n: string }>(`SELECT count(*) AS n FROM identity.${table}`);
      return [table, rows[0]?.n];
    }),
  );
  return [await world.api.ports.store.head(), ...counts];
};

const commands = (): readonly string[] => [...routesOf(world).keys()].filter((name) => !name.startsWith('GET '));

/** Routes that some dry run went through, and those that offer none. */
const went = new Set<string>();
const withoutDryRun = new Set<string>();

const tryOut = async (
  name: string,
  things: Belongings,
  { cookie }: Session,
  other?: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> => {
  const request = await requestFor(world, name, things, cookie);
  const before = await kept();
  const headers = { ...request.headers, 'x-kheo-dry-run': 'true' };
  const { status, code, text } = await send(world, { ...request, headers, ...(other && { body: other }) });
  if (status < 300) went.add(name);
  if (code === 'dry-run-not-offered') withoutDryRun.add(name);
  const after = await kept();
  const wrong = status >= 500 || (other !== undefined && status >= 300);
  return wrong || JSON.stringify(after) !== JSON.stringify(before)
    ? [`${name}: ${String(status)} ${text} ${JSON.stringify([before, after])}`]
    : [];
};

/** What the world is not ready for: tried, and refused by a rule. */
const OF_A_STATE_OF_ITS_OWN = [
  'POST /api/people/{id}/remove-second-factor',
  'POST /api/regulations/{id}/supersede',
  'POST /api/registrations/{id}/provide-supplement',
  'POST /api/registrations/{id}/lapse-dossier',
  'POST /api/registrations/{id}/record-vote',
  'POST /api/registrations/{id}/reopen-appraisal',
  'POST /api/registrations/{id}/carry-forward',
  'POST /api/registrations/{id}/approve-correction',
  'POST /api/registrations/{id}/decline-correction',
  'POST /api/registrations/{id}/settle-revoked-source',
  'POST /api/decisions/{id}/file-paper',
  'POST /api/decisions/{id}/void-number',
  'POST /api/commendations/{id}/revise',
  'POST /api/commendations/{id}/record-council-review',
  'POST /api/commendations/{id}/submit',
  'POST /api/commendations/{id}/settle-revoked-achievement',
  'POST /api/reports/{id}/submit',
  'POST /api/reports/{id}/return',
  'POST /api/reports/{id}/approve',
  'POST /api/reports/{id}/consolidate',
  'POST /api/reports/{id}/close',
  'POST /api/reports/{id}/reopen',
  'POST /api/webhooks/{id}/resume',
  'POST /api/webhooks/{id}/replay',
  'POST /api/incidents/{id}/retry',
  'POST /api/incidents/{id}/resolve',
];

/** Refused before anything is done. */
const WITHOUT_DRY_RUN = [
  'DELETE /api/session',
  'DELETE /api/units/{id}/views/{viewId}',
  'DELETE /api/views/{id}',
  'POST /api/evidence',
  'POST /api/imports/{id}/cancel',
  'POST /api/inbox/{id}/read',
  'POST /api/regulations/{id}/dry-run',
  'POST /api/session',
  'POST /api/session/change-email',
  'POST /api/session/change-password',
  'POST /api/session/second-factor',
  'POST /api/session/second-factor/add',
  'POST /api/session/second-factor/remove',
  'POST /api/session/set-password',
  'PUT /api/settings',
  'PUT /api/units/{id}/views/{viewId}',
  'PUT /api/views/{id}',
];

/** By whoever holds every role, two of them for what nobody does alone, and by who appraises and signs. */
const byAll = async (names: readonly string[], things: Belongings): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const by of [world.keeper, world.second, team, signer])
    for (const name of names) wrong.push(...(await tryOut(name, things, by)));
  return wrong;
};

describe('a dry run records nothing and breaks nothing', () => {
  const DELETES = WITHOUT_DRY_RUN.filter((name) => name.startsWith('DELETE '));
  const ROUTES = [...Object.keys(BODIES), 'POST /api/evidence', 'POST /api/imports', ...DELETES];
  const ofCollection = (collection: string) =>
    ROUTES.filter((name) => name.startsWith(`POST /api/${collection}/{id}/`));

  it.each(ROUTES)('%s', async (name) => {
    for (const unit of ['P', 'A'] as const) {
      const things = world.belongings[unit];
      expect(await byAll([name], things)).toEqual([]);
      if (name.startsWith('POST /api/registrations/'))
        expect(await byAll([name], { ...things, registration: things.draft })).toEqual([]);
    }
  });

  it('where the bodies of the table are refused, with ones that are not', async () => {
    const { api, belongings, regulationId } = world;
    const { A, A1, B } = belongings;
    const unitId = await api.unit('Chi bộ vừa lập', 'UNIT', A.unitId);
    const { id: person } = done(await world.keeper.post('/api/people', { name: 'Người mới' }));
    const evidenceIds: string[] = [];
    for (const kind of ['SUBMISSION_LETTER', 'ACHIEVEMENT_REPORT', 'MINUTES'])
      evidenceIds.push(await upload(api, world.keeper, A1.unitId, kind, `${kind}.txt`));
    const things = { ...A1, regulation: regulationId };
    const trials: readonly [string, Belongings, Readonly<Record<string, unknown>>][] = [
      ['POST /api/units/{id}/rename', things, { name: 'Chi bộ thôn Hai', from: TODAY }],
      ['POST /api/units/{id}/move', things, { parentId: B.unitId, from: TODAY }],
      ['POST /api/units/{id}/close', { ...things, unitId }, { on: TODAY, reason: 'Hợp nhất' }],
      [
        'POST /api/people/{id}/appoint',
        things,
        { unitId: A1.unitId, role: 'UNIT_OFFICER', from: TODAY, document: PAPER },
      ],
      [
        'POST /api/people/{id}/end-appointment',
        things,
        { appointmentId: A1.appointment, endsAt: '2026-03-01T00:00:00.000Z', reason: 'Chuyển công tác' },
      ],
      ['POST /api/people/{id}/invite', { ...things, person }, { username: 'nguoi-moi' }],
      [
        'POST /api/regulations/{id}/amend-calendar',
        things,
        { addedHolidays: [{ date: '2026-03-03', name: 'Nghỉ bù' }], document: PAPER },
      ],
      [
        'POST /api/cycles/{id}/extend-deadline',
        things,
        { step: 'DOSSIER', dueOn: '2026-11-05', reason: 'Bão lũ', document: PAPER },
      ],
      ['POST /api/commendations', things, { ...BODIES['POST /api/commendations']?.(A1, world), evidenceIds }],
    ];
    const wrong: string[] = [];
    for (const [name, of, body] of trials) wrong.push(...(await tryOut(name, of, world.keeper, body)));
    expect(wrong).toEqual([]);
  });

  it('in each state of a registration and of the decision on it', async () => {
    const { life, belongings, second, cycleId } = world;
    const at = (command: string) => `POST /api/registrations/{id}/${command}`;
    const teamId = organization.holderOf((await world.api.ports.directory.current()).book, 'team')?.personId;
    const dueOn = '2026-11-01';
    const wrong: string[] = [];
    const registration = await life.draft({ unitId: belongings.A.unitId, form: form('Mô hình thử') });
    const things = { ...belongings.A, registration };
    for (const step of STEPS) {
      wrong.push(...(await byAll(ofCollection('registrations'), things)));
      if (step === 'openAppraisal')
        wrong.push(...(await tryOut(at('open-appraisal'), things, second, { team: [teamId], dueOn })));
      if (step === 'conclude') wrong.push(...(await tryOut(at('conclude-appraisal'), things, second, {})));
      done(await life[step](registration));
    }
    wrong.push(...(await byAll([...ofCollection('registrations'), 'POST /api/decisions'], things)));
    const decision = done(await life.draftDecision(registration)).id;
    wrong.push(...(await byAll(ofCollection('decisions'), { ...things, decision })));
    done(await life.freeze(decision));
    wrong.push(...(await byAll(ofCollection('decisions'), { ...things, decision })));
    done(await signer.post(`/api/decisions/${decision}/issue`, ISSUE));
    await until(async () => (await second.get(`/api/decisions/${decision}`)).body['status'] === 'COMPLETED');
    await untilQuiet(world.api.ports.store);
    wrong.push(...(await byAll(ofCollection('decisions'), { ...things, decision })));
    wrong.push(...(await byAll(ofCollection('registrations'), things)));
    const adopting = { adoptingUnitId: belongings.B.unitId, cycleId };
    wrong.push(...(await tryOut(at('replicate'), things, second, adopting)));
    expect(wrong).toEqual([]);
  });

  it('every command was tried, and went through but for those that ask for a state of its own', () => {
    expect(commands().toSorted()).toEqual(ROUTES.toSorted());
    expect(ROUTES.filter((name) => !went.has(name) && !withoutDryRun.has(name))).toEqual(OF_A_STATE_OF_ITS_OWN);
    expect([...withoutDryRun].toSorted()).toEqual(WITHOUT_DRY_RUN);
  });
});
