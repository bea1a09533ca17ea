import { buildOpenApi, listRoutes, type Route } from '../../../apps/api/index.ts';
import { BODIES } from './bodies.ts';
import { fileForm, listForm, type Belongings, type World } from './world.ts';

/** `POST /api/registrations/{id}/submit`, as OpenAPI writes it. */
const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`;

/** Every route that the application has, by name. */
export const routesOf = ({ api }: Pick<World, 'api'>): ReadonlyMap<string, Route> =>
  new Map(listRoutes(api.app).map((route) => [nameOf(route), route]));

/** Streams, which never end: where they begin beyond the log they are refused. */
export const ENDLESS: readonly string[] = ['GET /api/feed/stream', 'GET /api/updates'];

/** Every route that OpenAPI describes, by name. */
export const describedRoutes = ({ api }: Pick<World, 'api'>): readonly string[] =>
  Object.entries(buildOpenApi(api.app).paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  );

/** Routes without an entry in a table, and entries without a route. */
export const differences = (
  routes: Iterable<string>,
  entries: Iterable<string>,
): { readonly withoutRow: readonly string[]; readonly withoutRoute: readonly string[] } => {
  const [known, written] = [new Set(routes), new Set(entries)];
  return {
    withoutRow: [...known].filter((name) => !written.has(name)),
    withoutRoute: [...written].filter((name) => !known.has(name)),
  };
};

/** Whoever makes a view chooses its id. */
const VIEW = '0198e1a4-0000-7000-8000-000000000001';

/** The address of a route for the things of one unit. */
const urlOf = (
  name: string,
  things: Belongings,
  { apiKeyId, webhookId, importId, reminders }: Pick<World, 'apiKeyId' | 'webhookId' | 'importId' | 'reminders'>,
): string => {
  const path = name.slice(name.indexOf(' ') + 1);
  const collection = path.split('/')[2] ?? '';
  const ids: Readonly<Record<string, string>> = {
    units: things.unitId,
    people: things.person,
    regulations: things.regulation,
    cycles: things.cycle,
    registrations: things.registration,
    models: things.model,
    decisions: things.decision,
    commendations: things.commendation,
    reports: things.report,
    reminders: reminders.parked,
    inbox: reminders.inbox,
    evidence: things.evidence,
    imports: importId,
    'api-keys': apiKeyId,
    incidents: things.decision,
    webhooks: webhookId,
    views: VIEW,
  };
  return path
    .replace('{id}', ids[collection] ?? '')
    .replace('{viewId}', VIEW)
    .replace('{type}', 'RegistrationDrafted')
    .replace('{version}', '1')
    .replace('{kind}', 'COMMUNE');
};

export interface Sent {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request as it is, and tells what came back. */
export const send = async ({ api }: Pick<World, 'api'>, request: Request): Promise<Sent> => {
  const { name, url, cookie, body, headers } = request;
  const method = name.slice(0, name.indexOf(' ')) as 'GET';
  const reply = await api.app.inject({
    method,
    url,
    headers: { cookie, 'x-kheo-client': 'test', ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const isProblem = String(reply.headers['content-type']).includes('application/problem+json');
  const code = isProblem ? reply.json<{ readonly code: string }>().code : '';
  return { status: reply.statusCode, code, text: reply.payload, headers: reply.headers };
};

/** The request of a route for the things of one unit, well-formed. */
export const requestFor = async (world: World, name: string, things: Belongings, cookie: string): Promise<Request> => {
  const url = urlOf(name, things, world);
  if (name === 'POST /api/evidence') {
    const { payload, type } = await fileForm({ unitId: things.unitId, kind: 'PHOTO' }, 'ảnh.txt');
    return { name, url, cookie, body: payload, headers: { 'content-type': type } };
  }
  if (name === 'POST /api/imports') {
    const { payload, type } = await listForm(things.unitId, world.cycleId);
    return { name, url, cookie, body: payload, headers: { 'content-type': type } };
  }
  const body = BODIES[name]?.(things, world);
  return { name, url, cookie, ...(body === undefined ? {} : { body }) };
};
