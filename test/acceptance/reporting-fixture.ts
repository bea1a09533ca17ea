import { regulation, type Role } from '#domain';
import {
  startApi,
  startPostgres,
  type Reply,
  type Session,
  type TestApi,
  type TestDatabase,
  type TestPostgres,
} from '#support';

/** The answer, when it is the expected one. */
export const done = (reply: Reply, status = 200): Reply['body'] => {
  expect({ status: reply.status, body: reply.body }).toMatchObject({ status });
  return reply.body;
};

type Unit = 'province' | 'commune' | 'hamlet';

const PEOPLE: readonly (readonly [name: string, unit: Unit, role: Role])[] = [
  ['auditor', 'province', 'AUDITOR'],
  ['admin', 'province', 'SYSTEM_ADMIN'],
  ['body', 'province', 'STANDING_BODY_OFFICER'],
  ['signer', 'province', 'DECISION_SIGNER'],
  ['commune-officer', 'commune', 'UNIT_OFFICER'],
  ['commune-body', 'commune', 'STANDING_BODY_OFFICER'],
  ['hamlet-officer', 'hamlet', 'UNIT_OFFICER'],
];

/** A province, a commune that owes its own report and a consolidated one, and a hamlet in it; everybody can sign in and has an address. */
export interface ReportingFixture {
  readonly postgres: TestPostgres;
  readonly database: TestDatabase;
  readonly api: TestApi;
  readonly units: Readonly<Record<Unit, string>>;
  readonly people: ReadonlyMap<string, string>;
  readonly regulationId: string;
  as(username: string): Promise<Session>;
  post(who: string, path: string, body?: unknown): Promise<Reply>;
  /** What the read models say once they have seen everything that was written. */
  seen(who: string, path: string, language?: 'vi' | 'en'): Promise<Reply['body']>;
  /** The lines of the view as a file: product, day, filter and columns, then the rows. */
  exported(who: string, path: string): Promise<readonly string[]>;
  /** Nine in the morning of another day; everybody signs in anew. */
  later(day: string): void;
  /** The address of what a unit owes for the first half of 2026. */
  reportOf(unit: Unit, kind?: 'OWN' | 'CONSOLIDATED'): Promise<string>;
  close(): Promise<void>;
}

/** On 2 February 2026, with everything obliged that the regulation asks for. */
export const openReportingFixture = async (
  change: Partial<regulation.RegulationContent> = {},
): Promise<ReportingFixture> => {
  const postgres = await startPostgres();
  const database = await postgres.createDatabase();
  const api = await startApi(database, { mailDomain: 'example.vn' });
  const province = await api.unit('Tỉnh ủy Minh Họa', 'PROVINCE');
  const commune = await api.unit('Đảng ủy xã Đổi Mới', 'COMMUNE', province);
  const units = { province, commune, hamlet: await api.unit('Chi bộ thôn Một', 'UNIT', commune) };
  const people = new Map<string, string>();
  for (const [name, unit, role] of PEOPLE) people.set(name, await api.person(name, { role, unitId: units[unit] }));

  const sessions = new Map<string, Session>();
  const as = async (username: string): Promise<Session> => {
    const session = sessions.get(username) ?? (await api.signIn(username));
    sessions.set(username, session);
    return session;
  };
  const post = async (who: string, path: string, body: unknown = {}) => (await as(who)).post(path, body);
  const seen: ReportingFixture['seen'] = async (who, path, language = 'vi') => {
    const headers = { 'x-kheo-wait-for': String(await api.ports.store.head()), 'accept-language': language };
    return done(await (await as(who)).get(path, { headers }));
  };

  const content = { ...regulation.exampleRegulation(2026), ...change };
  const { id } = done(await post('body', '/api/regulations', { unitId: province, content }), 201);
  const paper = { number: '12-QĐ/TU', issuedOn: '2026-02-02', from: '2026-02-02', illustrative: true };
  done(await post('signer', `/api/regulations/${id}/publish`, paper));
  await api.obligations.obligeAll();

  return {
    ...{ postgres, database, api, units, people, regulationId: id, as, post, seen },
    later: (day) => {
      api.clock.set(`${day}T02:00:00.000Z`);
      sessions.clear();
    },
    exported: async (who, path) => {
      const text: unknown = await seen(who, `${path}&format=csv`);
      return typeof text === 'string' ? text.trimEnd().split('\r\n') : [];
    },
    reportOf: async (unit, kind = 'OWN') => {
      const { items } = await seen('auditor', `/api/reports?unit=${units[unit]}&kind=${kind}&period=H1-2026`);
      return `/api/reports/${String(items.find(({ unitId }) => unitId === units[unit])?.['id'])}`;
    },
    close: async () => {
      await api.stop();
      await postgres.stop();
    },
  };
};
