import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AdjustableClock } from '#engine';
import { createApiClient, type ApiClient, type Answer, type CommandAnswer } from '../../cli/client/api-client.ts';

/** The people of the demo, each signed in to the public API. */
export interface Cast {
  /** A client that speaks for an account; signs in when it has not since time last moved. */
  as(username: string): Promise<ApiClient>;
  /** Sends a command and answers the id; throws when it is refused. */
  act(username: string, path: string, body?: unknown): Promise<string>;
  get<T>(username: string, path: string): Promise<T>;
  /** Adds a small file as evidence and answers its id. */
  addFile(username: string, unitId: string, kind: string): Promise<string>;
  /** Moves time on to the morning of a date; everybody signs in again. */
  goTo(date: string): void;
}

export const createCast = (url: string, password: string, clock: AdjustableClock): Cast => {
  const clients = new Map<string, ApiClient>();

  const as = async (username: string): Promise<ApiClient> => {
    const known = clients.get(username);
    if (known !== undefined) return known;
    const client = createApiClient(url, { sleep: async (ms) => sleep(ms), newId: randomUUID });
    unwrap(`${username} signs in`, await client.signIn(username, password));
    clients.set(username, client);
    return client;
  };
  return {
    as,
    act: async (username, path, body = {}) =>
      unwrap<CommandAnswer>(`${username} → ${path}`, await (await as(username)).post(path, body)).id,
    get: async <T>(username: string, path: string) =>
      unwrap<T>(`${username} ← ${path}`, await (await as(username)).get<T>(path)),
    addFile: async (username, unitId, kind) => {
      const form = new FormData();
      form.set('unitId', unitId);
      form.set('kind', kind);
      form.set('file', new Blob([`Tài liệu minh họa ${kind}\n`], { type: 'text/plain' }), `${kind.toLowerCase()}.txt`);
      const client = await as(username);
      return unwrap<CommandAnswer>(`${username} adds ${kind}`, await client.upload('/api/evidence', form)).id;
    },
    goTo: (date) => {
      clock.set(`${date}T01:30:00.000Z`);
      clients.clear();
    },
  };
};

const unwrap = <T>(what: string, answer: Answer<T>): T => {
  if (answer.ok) return answer.body;
  const { code, detail, errors } = answer.problem;
  throw new Error(`${what}: ${code}: ${detail} ${errors.map((each) => `${each.pointer} ${each.message}`).join('; ')}`);
};
