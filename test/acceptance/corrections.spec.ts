import type { Reply, Session } from '#support';
import { untilQuiet } from '#support/until';
import { done, form, PAPER, startWorld, type World } from './security/world.ts';

let world: World;
let path: string;

const seen = async (session: Session, url: string): Promise<Reply['body']> => {
  await untilQuiet(world.api.ports.store);
  const head = String(await world.api.ports.store.head());
  return done(await session.get(url, { headers: { 'x-kheo-wait-for': head } }));
};

beforeAll(async () => {
  world = await startWorld();
  path = `/api/registrations/${world.belongings.A.registration}`;
}, 120_000);

afterAll(() => world?.stop());

/** Asked for by the second officer, approved by the first. */
const correct = async (field: string, newValue: string): Promise<void> => {
  const asked = { field, newValue, reason: 'Viết nhầm', document: PAPER };
  const { commandId: correctionId } = done(await world.second.post(`${path}/request-correction`, asked));
  done(await world.keeper.post(`${path}/approve-correction`, { correctionId }));
};

const tasksOf = async (session: Session): Promise<readonly string[]> => {
  const { items } = await seen(session, '/api/tasks?limit=100');
  const tasks = items as unknown as readonly {
    readonly id: string;
    readonly acts: readonly { readonly command: string; readonly correctionId?: string }[];
  }[];
  return tasks
    .filter(({ id }) => path.endsWith(id))
    .flatMap(({ acts }) => acts.map(({ command, correctionId = '' }) => `${command} ${correctionId}`));
};

const countedIn = async (field: string): Promise<number> => {
  const { groups } = await seen(world.keeper, `/api/statistics/movement?cycle=${world.cycleId}&groupBy=field`);
  const all = groups as readonly { readonly key: string; readonly registered: number }[];
  return all.find(({ key }) => key === field)?.registered ?? 0;
};

it('who could approve a correction is told before one is asked for', async () => {
  const { items } = await seen(world.keeper, `${path}/approvers`);
  const all = items as unknown as readonly { personId: string; eligible: boolean; reason: string | null }[];
  const mine = all.filter(({ personId }) => personId === world.keeperId);
  const others = all.filter(({ personId }) => personId !== world.keeperId);
  expect(new Set(mine.map(({ reason }) => reason))).toEqual(new Set(['approver-is-corrector']));
  expect(others.map(({ eligible }) => eligible)).toContain(true);
});

it('what can be corrected is offered whole, with what it says now, and which of it waits already', async () => {
  const all = async () => {
    const { items } = await seen(world.keeper, `${path}/correctable-fields`);
    return items as unknown as readonly { field: string; value: string; eligible: boolean; reason: string | null }[];
  };
  const name = (await seen(world.keeper, path))['name'];
  const before = await all();
  expect([before.length, before[0]]).toEqual([
    12,
    expect.objectContaining({ field: 'name', value: name, eligible: true }),
  ]);
  const asked = { field: 'area', newValue: 'Ba thôn', reason: 'Viết nhầm', document: PAPER };
  const { commandId: correctionId } = done(await world.second.post(`${path}/request-correction`, asked));
  const waiting = (await all()).filter(({ eligible }) => !eligible);
  expect(waiting).toMatchObject([{ field: 'area', reason: 'correction-pending' }]);
  done(await world.second.post(`${path}/decline-correction`, { correctionId, reason: 'Không cần' }));
});

it('a correction waits for another person, who has it among their tasks until it is approved or declined', async () => {
  const asked = { field: 'name', newValue: 'Tên khác', reason: 'Viết nhầm', document: PAPER };
  const { commandId: correctionId } = done(await world.second.post(`${path}/request-correction`, asked));
  expect(await tasksOf(world.keeper)).toContain(`approve-correction ${String(correctionId)}`);
  const shown = await seen(world.keeper, path);
  expect(shown['name']).not.toBe('Tên khác');
  expect(shown).toMatchObject({
    dossier: { waitingCorrections: [{ correctionId, field: 'name', newValue: 'Tên khác', personName: 'second' }] },
  });
  const { items } = await seen(world.keeper, `${path}/approvers`);
  expect(new Set(items.map(({ eligible, reason }) => [eligible, reason].join()))).toEqual(
    new Set(['true,', 'false,approver-is-corrector']),
  );
  const alone = await world.second.post(`${path}/approve-correction`, { correctionId });
  expect([alone.status, alone.body.code]).toEqual([422, 'approver-is-corrector']);
  const declined = { correctionId, reason: 'Tên đã đúng' };
  done(await world.keeper.post(`${path}/decline-correction`, declined));
  expect((await tasksOf(world.keeper)).join()).not.toContain('approve-correction');
});

it('the register, its search and the dossier show the corrected value, marked, with the first one beside it', async () => {
  const first = (await seen(world.keeper, path))['name'];
  await correct('name', 'Đường hoa thanh niên');
  await correct('name', 'Đường hoa Thanh niên Đổi Mới');
  const corrected = [{ field: 'name', first, on: PAPER.issuedOn }];
  const { items } = await seen(world.keeper, '/api/registrations?q=thanh%20nien%20doi%20moi');
  expect(items).toMatchObject([{ name: 'Đường hoa Thanh niên Đổi Mới', corrected }]);
  expect(await seen(world.keeper, path)).toMatchObject({
    name: 'Đường hoa Thanh niên Đổi Mới',
    corrected,
    dossier: { form: { name: 'Đường hoa Thanh niên Đổi Mới' }, corrections: [{ oldValue: first }, {}] },
  });
  const old = await seen(world.keeper, `/api/registrations?q=${encodeURIComponent(world.belongings.A.secret)}`);
  expect(old.items.map(({ id }) => id)).not.toContain(world.belongings.A.registration);
});

it('the name it was given is taken from then on', async () => {
  const { A } = world.belongings;
  const twin = { ...form('đường hoa THANH NIÊN đổi mới') };
  const id = await world.life.draft({ unitId: A.unitId, form: twin });
  done(await world.life.submit(id));
  expect((await world.life.accept(id)).body.code).toBe('name-taken');
});

it('a name that another model of the unit has is refused when it is asked for', async () => {
  const id = await world.life.draft({ unitId: world.belongings.A.unitId, form: form('Mô hình khác tên') });
  done(await world.life.submit(id));
  done(await world.life.accept(id));
  const asked = { field: 'name', newValue: 'đường hoa thanh niên ĐỔI MỚI', reason: 'Gõ sai', document: PAPER };
  expect(await world.keeper.post(`/api/registrations/${id}/request-correction`, asked)).toMatchObject({
    ...{ status: 409, body: { code: 'name-taken', errors: [{ pointer: '/newValue' }] } },
  });
});

it('statistics count it in the corrected field, but as it was in what was known before', async () => {
  const [before, other] = [await countedIn('KINH_TE'), await countedIn('VAN_HOA_XA_HOI')];
  const knownAt = world.api.ports.clock.now();
  world.api.clock.advance(1000);
  await correct('field', 'VAN_HOA_XA_HOI');
  expect(await countedIn('KINH_TE')).toBe(before - 1);
  expect(await countedIn('VAN_HOA_XA_HOI')).toBe(other + 1);
  const url = `/api/statistics/movement?cycle=${world.cycleId}&field=VAN_HOA_XA_HOI&knownAt=${encodeURIComponent(knownAt)}`;
  expect(await seen(world.keeper, url)).toMatchObject({ total: { registered: other } });
});

it.each([
  ['audit', 'to'],
  ['reminders', 'until'],
])('%s of days in the wrong order is refused, which names both', async (list, last) => {
  const { status, body } = await world.keeper.get(`/api/${list}?from=2026-12-31&${last}=2026-01-01`);
  const message = 'Không được trước ngày ở “from”.';
  expect([status, body['errors']]).toEqual([400, [{ pointer: last, code: 'too-early', message }]]);
});

it('an auditor is told all corrections of a year by one question', async () => {
  const asked = '/api/audit?kind=CORRECTIONS&from=2026-01-01&to=2026-12-31';
  const { items } = await seen(world.keeper, asked);
  const told = items.map((entry) => [entry['type'], entry['stream'], entry['document']]);
  expect(told).toContainEqual(['EntryCorrected', `registration-${world.belongings.A.registration}`, PAPER.number]);
  expect(new Set(told.map(([type]) => type))).toEqual(
    new Set(['CorrectionRequested', 'CorrectionDeclined', 'EntryCorrected']),
  );
  expect(items.at(-1)).toMatchObject({ changes: [{ pointer: '/form/field', after: 'VAN_HOA_XA_HOI' }] });
  expect((await seen(world.keeper, asked.replaceAll('2026', '2025'))).items).toEqual([]);
  const elsewhere = (await world.person('kiem-toan-b', 'B', 'AUDITOR')).session;
  expect((await seen(elsewhere, asked)).items).toEqual([]);
});
