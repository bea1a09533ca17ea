import { request, type APIRequestContext, type APIResponse } from '@playwright/test';
import { PASSWORD } from './start-sample.ts';

/** What a test needs to be there beforehand is made through the api, by the person whose work it is. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>;
  /** Gives a command to a thing as it is now, or makes a thing. */
  give<Answer = Made>(path: string, body?: object): Promise<Answer>;
  /** Sends a file for a unit. */
  file(unitId: string, kind: string): Promise<Made>;
}

interface Made {
  readonly id: string;
}

interface Listed<Row> {
  readonly items: readonly Row[];
}

const newContext = (): Promise<APIRequestContext> =>
  request.newContext({ baseURL: process.env.KHEO_URL ?? '', extraHTTPHeaders: { 'x-kheo-client': 'test' } });

const answerOf = async <Answer>(response: APIResponse): Promise<Answer> => {
  if (!response.ok()) throw new Error(`${response.url()}: ${await response.text()}`);
  return (await response.json()) as Answer;
};

const signedIn = async (context: APIRequestContext, username: string): Promise<boolean> =>
  (await context.post('/api/session', { data: { username, password: PASSWORD } })).ok();

/** Acts as whoever has the account. */
export const apiOf = async (username: string): Promise<Api> => {
  const context = await newContext();
  if (!(await signedIn(context, username))) throw new Error(`${username} cannot sign in.`);
  return {
    get: async (path) => answerOf(await context.get(`/api${path}`)),
    give: async (path, data = {}) => answerOf(await context.post(`/api${path}`, { data })),
    file: async (unitId, kind) => {
      const file = { name: `${kind}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${kind} ${unitId}`) };
      return answerOf(await context.post('/api/evidence', { multipart: { unitId, kind, file } }));
    },
  };
};

interface Unit extends Made {
  readonly name: string;
}

export const unitNamed = async (api: Api, name: string): Promise<Unit> => {
  const { items } = await api.get<Listed<Unit>>(`/units?limit=50&q=${encodeURIComponent(name)}`);
  const unit = items.find((each) => each.name === name);
  if (unit === undefined) throw new Error(`There is no ${name}.`);
  return unit;
};

interface Person extends Made {
  readonly appointments: readonly { readonly unitId: string; readonly role: string }[];
}

/** An account for somebody of the sample who has none: the user name, with the password of all. */
export const accountFor = async (unitName: string, role: string): Promise<string> => {
  const context = await newContext();
  const admin = await apiOf('admin');
  const unit = await unitNamed(admin, unitName);
  const username = `${role}-${unit.id.slice(0, 8)}`.toLowerCase();
  if (await signedIn(context, username)) return username;
  const { items } = await admin.get<Listed<Person>>(`/people?limit=50&unit=${unit.id}&role=${role}`);
  const person = items.find(({ appointments }) => appointments.some(({ unitId }) => unitId === unit.id));
  if (person === undefined) throw new Error(`${unitName} has nobody as ${role}.`);
  const { code } = await admin.give<{ readonly code: string }>(`/people/${person.id}/invite`, { username });
  const set = await context.post('/api/session/set-password', { data: { code, password: PASSWORD } });
  if (!set.ok()) throw new Error(await set.text());
  return username;
};

/** A day of Vietnam's calendar, as the api takes it. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The same day as it is typed in an office. */
export const typedDay = (days: number): string => inDays(days).split('-').toReversed().join('/');

const YEAR = Number(inDays(0).slice(0, 4));

/** The year of the sample's past cycle, in which all was decided. */
export const LAST_YEAR = String(YEAR - 1);

/** The years of the sample's two periods of reporting, which lie around the day on which it was started. */
export const yearsOfReports = async (): Promise<{ readonly half: number; readonly whole: number }> => {
  const { items } = await (
    await apiOf('auditor')
  ).get<Listed<{ readonly period: { readonly kind: string; readonly year: number } }>>('/reports?limit=200');
  const yearOf = (kind: string): number => items.find(({ period }) => period.kind === kind)?.period.year ?? 0;
  return { half: yearOf('H1'), whole: yearOf('ANNUAL') };
};

interface Regulation {
  readonly content: { readonly dossier: object };
}

/**
 * A cycle of a commune's own that comes after the one of the province, under a regulation that lets recognition be asked
 * for on the first day: answers its name. The units elsewhere do not see it.
 */
export const cycleWithoutWaiting = async (communeName: string): Promise<string> => {
  const body = await apiOf('standing-body');
  const { id: unitId } = await unitNamed(body, communeName);
  const name = `Đợt thi đua riêng: ${communeName}`;
  const open = await body.get<Listed<{ readonly name: string }>>('/cycles?status=OPEN&limit=200');
  if (open.items.some((cycle) => cycle.name === name)) return name;
  const [inForce] = (await body.get<Listed<Made>>('/regulations?status=PUBLISHED&limit=1')).items;
  const { content } = await body.get<Regulation>(`/regulations/${inForce?.id ?? ''}`);
  const own = { ...content, dossier: { ...content.dossier, minImplementationDays: 0 } };
  const regulation = await body.give('/regulations', { unitId, content: own });
  const today = inDays(0);
  const published = { number: '01-QĐ/ĐU', issuedOn: today, from: today, illustrative: true };
  await (await apiOf('signer')).give(`/regulations/${regulation.id}/publish`, published);
  await body.give('/cycles', {
    ...{ unitId, name, year: YEAR + 1, movement: 'Dân vận khéo' },
    ...{ regulationId: regulation.id, deadlinesOutsideYear: true },
    ...{ registrationDeadline: inDays(30), dossierDeadline: inDays(90), appraisalDeadline: inDays(120) },
  });
  return name;
};
