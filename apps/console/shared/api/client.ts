import { client } from './generated/client.gen.ts';
import type { Problem } from './generated/types.gen.ts';
import { isSomebodyHere, noteAsked } from './presence.ts';

/** What went wrong on the way: no answer, or one that is none of ours (a proxy's page). */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Why something was not done: the api's own words, or that it did not answer. */
export type Failure = Problem | Unreachable;

export const isProblem = (thrown: unknown): thrown is Problem =>
  typeof thrown === 'object' && thrown !== null && 'traceId' in thrown && 'code' in thrown;

export const failureOf = (thrown: unknown): Failure => (isProblem(thrown) ? thrown : new Unreachable(String(thrown)));

interface Edge {
  /** Language of the sentences that the api answers with. */
  readonly language: () => string;
  /** The session is over, or there was none. */
  readonly signedOut: () => void;
}

/** The last position that this page caused: what it reads next has seen that. */
let position = 0;

/** What every request carries, and what is learnt from every answer. */
export const configureClient = ({ language, signedOut }: Edge): void => {
  client.setConfig({ baseUrl: '', throwOnError: true });
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', language());
    const background = request.method === 'GET' && !isSomebodyHere();
    if (background) request.headers.set('X-Kheo-Background', 'true');
    else noteAsked();
    if (request.method === 'GET') {
      if (position > 0) request.headers.set('X-Kheo-Wait-For', String(position));
    } else request.headers.set('X-Kheo-Client', 'console');
    return request;
  });
  client.interceptors.response.use((response, request) => {
    if (response.status === 401 && !isSigningIn(request)) signedOut();
    const at = Number(response.headers.get('X-Kheo-Position'));
    if (request.method !== 'GET' && response.ok && at > position) position = at;
    return response;
  });
  client.interceptors.error.use((error) => failureOf(error));
};

/** Wrong words are no end of a session. */
const isSigningIn = ({ method, url }: Request): boolean => method === 'POST' && /\/api\/session/u.test(url);

/** Before somebody else signs in. */
export const forgetPosition = (): void => {
  position = 0;
};
