import { actingHeaders } from '../acting.ts';
import { failureOf, isActingRefused, isAnotherPersonHere, isRefusedAs, isSignedOut, type Failure } from './failure.ts';
import { client } from './generated/client.gen.ts';
import { isSomebodyHere, noteAsked } from './presence.ts';

/** Whether what is known of whoever sits here is out of date: their appointments, or that a second factor is demanded. */
const isOutOfDate = (failure: Failure): boolean =>
  isActingRefused(failure) || isRefusedAs(failure, 'second-factor-needed');

interface Edge {
  /** Language of the sentences that the api answers with. */
  readonly language: () => string;
  /** The session is over, or there was none. */
  readonly signedOut: () => void;
  /** The session is another person's than whoever is believed to sit here. */
  readonly another: () => void;
  /** Who sits here is to be asked anew. */
  readonly outOfDate: () => void;
}

/** The last position that this page caused: what it reads next has seen that. */
let position = 0;

/** How much the first answer of this page had seen: the others had seen no less. */
let since: number | undefined;

export const answeredSince = (): number | undefined => since;

let edge: Edge | undefined;

/** What is learnt from why something was not done, also without the client: a file, an export. */
export const noteFailure = (failure: Failure): void => {
  if (isSignedOut(failure)) edge?.signedOut();
  if (isAnotherPersonHere(failure)) edge?.another();
  if (isOutOfDate(failure)) edge?.outOfDate();
};

/** What every request carries, and what is learnt from every answer. */
export const configureClient = (given: Edge): void => {
  edge = given;
  client.setConfig({ baseUrl: '', throwOnError: true });
  client.interceptors.request.use((request, options) => {
    request.headers.set('Accept-Language', given.language());
    for (const [name, value] of Object.entries(actingHeaders())) request.headers.set(name, value);
    // The generated types leave `meta` out.
    if ((options as { readonly meta?: unknown }).meta === ANYBODY) request.headers.delete('X-Kheo-Person');
    const background = request.method === 'GET' && !isSomebodyHere();
    if (background) request.headers.set('X-Kheo-Background', 'true');
    else noteAsked();
    if (request.method === 'GET') {
      if (position > 0) request.headers.set('X-Kheo-Wait-For', String(position));
    } else request.headers.set('X-Kheo-Client', 'console');
    return request;
  });
  client.interceptors.response.use((response, request) => {
    const at = Number(response.headers.get('X-Kheo-Position'));
    if (request.method !== 'GET' && response.ok && at > position) position = at;
    if (response.ok && at > 0) since ??= at;
    return response;
  });
  client.interceptors.error.use((error) => {
    const failure = failureOf(error);
    noteFailure(failure);
    return failure;
  });
};

/** The `meta` of what is asked of the session whoever it belongs to. */
export const ANYBODY = { asks: 'anybody' };

/** Before somebody else signs in. */
export const forgetPosition = (): void => {
  position = 0;
};
