import type { Role } from '#domain';
import type { Session } from '#support';
import { buildOpenApi } from '../../apps/api/index.ts';
import { BODIES } from './security/bodies.ts';
import { requestFor, send } from './security/routes.ts';
import { done, startWorld, TODAY, type Belongings, type World } from './security/world.ts';

let world: World;
let askers: Readonly<Record<string, Session>>;

beforeAll(async () => {
  world = await startWorld();
  routes = routesByCommand();
  const inA = async (name: string, ...roles: readonly Role[]) => (await world.person(name, 'A', ...roles)).session;
  askers = {
    keeper: world.keeper,
    second: world.second,
    admin: await inA('admin', 'SYSTEM_ADMIN'),
    officer: await inA('officer', 'UNIT_OFFICER'),
    auditor: (await world.person('auditor', 'P', 'AUDITOR')).session,
  };
}, 120_000);

afterAll(() => world?.stop());

interface Told {
  readonly allowed: boolean;
  readonly reason?: string;
  readonly sentence?: { readonly vi: string; readonly en: string };
  readonly who?: readonly { readonly role: string; readonly unitName: string }[];
}

const actionsOf = async (session: Session, path: string): Promise<Readonly<Record<string, Told>>> => {
  const { status, body } = await session.get(`${path}/actions`);
  return status === 200 ? (body as unknown as Readonly<Record<string, Told>>) : {};
};

/** The route of each command, by its type. */
let routes: ReadonlyMap<string, string>;

const routesByCommand = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(buildOpenApi(world.api.app).paths).flatMap(([path, methods]) =>
      Object.entries(methods as Readonly<Record<string, Readonly<Record<string, unknown>>>>).flatMap(
        ([method, operation]) => {
          const type = operation['x-kheo-command'];
          return typeof type === 'string' ? [[type, `${method.toUpperCase()} ${path}`] as const] : [];
        },
      ),
    ),
  );

/** What becomes of the command when it is tried, with a body that is good as far as that can be. */
const tried = async (type: string, things: Belongings, session: Session) => {
  const name = routes.get(type) ?? '';
  const request = await requestFor(world, name, things, session.cookie);
  const body = { ...(BODIES[name]?.(things, world) ?? {}), ...BETTER[type]?.(things) };
  return send(world, { ...request, body, headers: { 'x-kheo-dry-run': 'true' } });
};

/** Where the body of the table is refused for what it says. */
const BETTER: Readonly<Record<string, (things: Belongings) => object>> = {
  EstablishUnit: ({ unitId }) => ({ name: 'Chi bộ mới', kind: 'UNIT', parentId: unitId, from: TODAY }),
  RenameUnit: () => ({ name: 'Tên mới', from: TODAY }),
  AppointPerson: ({ unitId }) => ({ unitId, role: 'INSPECTOR', from: TODAY }),
};

describe('what may be done in administration is told as it is', () => {
  const THINGS = [
    ['units', ({ unitId }: Belongings) => unitId],
    ['people', ({ person }: Belongings) => person],
    ['webhooks', () => world.webhookId],
    ['api-keys', () => world.apiKeyId],
  ] as const;

  it.each(THINGS)('of %s, to everybody', async (collection, idOf) => {
    const wrong: string[] = [];
    let told = 0;
    for (const [who, session] of Object.entries(askers))
      for (const [unit, things] of Object.entries(world.belongings)) {
        const actions = await actionsOf(session, `/api/${collection}/${idOf(things)}`);
        for (const [type, action] of Object.entries(actions)) {
          told += 1;
          const { status, code, text } = await tried(type, things, session);
          const said = `${who} ${type} ${unit}: ${action.reason ?? 'allowed'} ≠ ${String(status)} ${code}`;
          if (!action.allowed && status < 300) wrong.push(said);
          const isOfData = text.includes('"pointer"') || ABOUT_DATA.includes(code);
          if (action.allowed && status >= 300 && !isOfData) wrong.push(said);
          if (!action.allowed && /[{}]|undefined/u.test(JSON.stringify(action.sentence?.vi))) wrong.push(said);
        }
      }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });

  /** Refusals without a place that hang on what is said. */
  const ABOUT_DATA = ['outside-parent-period', 'parent-is-below', 'parent-unchanged'];
});

describe('what stands in the way', () => {
  it('of a unit: what still belongs to it, and that the root stays', async () => {
    const { A, P } = world.belongings;
    const { CloseUnit, MoveUnit } = await actionsOf(world.keeper, `/api/units/${P.unitId}`);
    expect([CloseUnit?.reason, MoveUnit?.reason]).toEqual(['root-stays', 'root-stays']);
    const ofA = await actionsOf(world.keeper, `/api/units/${A.unitId}`);
    expect(ofA['CloseUnit']).toMatchObject({ allowed: false, reason: 'has-open-children', who: [] });
    expect(ofA['MoveUnit']).toEqual({ allowed: true });
    const empty = await world.api.unit('Chi bộ trống', 'UNIT', A.unitId);
    expect((await actionsOf(world.keeper, `/api/units/${empty}`))['CloseUnit']).toEqual({ allowed: true });
    const toOfficer = await actionsOf(askers['officer'] as Session, `/api/units/${A.unitId}`);
    expect(toOfficer['CloseUnit']).toMatchObject({
      reason: 'role-not-allowed',
      who: expect.arrayContaining([expect.objectContaining({ role: 'SYSTEM_ADMIN' })]) as unknown,
    });
    expect(toOfficer['CloseUnit']?.sentence?.vi).not.toContain('Chi bộ');
  });

  it('of a unit that is moved: it is of who administers the unit above', async () => {
    const { A, A1 } = world.belongings;
    const admin = askers['admin'] as Session;
    const [own, below] = [
      await actionsOf(admin, `/api/units/${A.unitId}`),
      await actionsOf(admin, `/api/units/${A1.unitId}`),
    ];
    expect([own['RenameUnit']?.allowed, own['MoveUnit']?.allowed, below['MoveUnit']?.allowed]).toEqual([
      true,
      false,
      true,
    ]);
    expect(own['MoveUnit']?.who?.map(({ unitName }) => unitName)).toEqual(['Tỉnh ủy Minh Họa']);
  });

  it('of a person: one’s own rights, an account there is none of, a proposal of one’s own', async () => {
    const keeper = await actionsOf(world.keeper, `/api/people/${world.keeperId}`);
    expect([keeper['AppointPerson']?.reason, keeper['ResetAccount']?.reason]).toEqual(['own-rights', 'own-account']);
    const { id } = done(await world.keeper.post('/api/people', { name: 'Người mới' }));
    const fresh = await actionsOf(world.keeper, `/api/people/${id}`);
    expect(fresh).toMatchObject({
      InviteToAccount: { allowed: true },
      AppointPerson: { allowed: true },
      ChangeEmail: { allowed: true },
      ResetAccount: { reason: 'account-missing' },
      EndAppointment: { reason: 'appointment-missing' },
      ConfirmAppointment: { reason: 'proposal-missing' },
    });
    const document = { number: '03-QĐ/TU', issuedOn: TODAY };
    const appointment = { unitId: world.belongings.A.unitId, role: 'AUDITOR', from: TODAY, document };
    done(await world.keeper.post(`/api/people/${id}/appoint`, appointment));
    const [mine, others] = [
      await actionsOf(world.keeper, `/api/people/${id}`),
      await actionsOf(world.second, `/api/people/${id}`),
    ];
    expect(mine['ConfirmAppointment']).toMatchObject({ reason: 'proposer-confirms' });
    expect(mine['ConfirmAppointment']?.who).not.toEqual([]);
    expect([mine['DeclineAppointment']?.allowed, others['ConfirmAppointment']?.allowed]).toEqual([true, true]);
  });

  it('of an account: it is of who administers all units of its person', async () => {
    const { id } = await world.person('two-places', 'A', 'UNIT_OFFICER');
    const admin = askers['admin'] as Session;
    expect((await actionsOf(admin, `/api/people/${id}`))['ResetAccount']?.allowed).toBe(true);
    await world.appoint(id, {
      ...{ unitId: world.belongings.B.unitId, role: 'UNIT_OFFICER', from: TODAY },
      document: { number: '04-QĐ/TU', issuedOn: TODAY },
    });
    const after = (await actionsOf(admin, `/api/people/${id}`))['ResetAccount'];
    expect(after).toMatchObject({ allowed: false, reason: 'role-not-allowed' });
    expect(after?.who?.map(({ unitName }) => unitName)).toEqual(['Tỉnh ủy Minh Họa']);
    expect((await actionsOf(world.keeper, `/api/people/${id}`))['ResetAccount']?.allowed).toBe(true);
  });

  it('of a webhook, a key and an import that are over', async () => {
    const hook = `/api/webhooks/${world.webhookId}`;
    const before = await actionsOf(world.keeper, hook);
    expect([before['ResumeWebhook']?.reason, before['ReplayDeliveries']?.reason]).toEqual([
      'webhook-not-paused',
      'nothing-parked',
    ]);
    done(await world.keeper.post(`${hook}/pause`, { reason: 'Bảo trì' }));
    const paused = await actionsOf(world.keeper, hook);
    expect([paused['PauseWebhook']?.reason, paused['ResumeWebhook']?.allowed]).toEqual(['webhook-paused', true]);
    const { id } = done(await world.keeper.post('/api/api-keys', { consumer: 'Cổng', scopes: ['feed'] }));
    expect(await actionsOf(world.keeper, `/api/api-keys/${id}`)).toEqual({ RevokeApiKey: { allowed: true } });
    done(await world.keeper.post(`/api/api-keys/${id}/revoke`));
    expect(await actionsOf(world.keeper, `/api/api-keys/${id}`)).toMatchObject({
      RevokeApiKey: { reason: 'api-key-revoked' },
    });
    const ofImport = await actionsOf(world.keeper, `/api/imports/${world.importId}`);
    expect(ofImport).toMatchObject({
      CancelImport: { reason: 'import-over', sentence: { vi: 'Lần nhập này đã kết thúc.' } },
    });
    expect((await world.keeper.get(`/api/webhooks/${id}/actions`)).status).toBe(404);
  });
});
