import { actingHeaders } from '../acting.ts';
import { failureOf, isProblem, isRefusedAs, type Failure } from './failure.ts';
import { client } from './generated/client.gen.ts';
import { isSomebodyHere, noteAsked } from './presence.ts';

/** Whether what is known of whoever sits here is out of date: their appointments, or that a second factor is demanded. */
const isOutOfDate = (failure: Failure): boolean =>
  isActingRefused(failure) || isRefusedAs(failure, 'second-factor-needed');

/** Whether it is refused because the appointment that was acted under has ended. */
export const isActingRefused = (failure: Failure): boolean =>
  isProblem(failure) && failure.code.startsWith('acting-as-');

interface Edge {
  /** Language of the sentences that the api answers with. */
  readonly language: () => string;
  /** The session is over, or there was none. */
  readonly signedOut: () => void;
  /** Who sits here is to be asked anew. */
  readonly outOfDate: () => void;
}

/** The last position that this page caused: what it reads next has seen that. */
let position = 0;

let tellSignedOut: Edge['signedOut'] = () => undefined;

/** For what is sent without the client: a file, an export. */
export const noteStatus = (status: number): void => {
  if (status === 401) tellSignedOut();
};

/** What every request carries, and what is learnt from every answer. */
export const configureClient = ({ language, signedOut, outOfDate }: Edge): void => {
  tellSignedOut = signedOut;
  client.setConfig({ baseUrl: '', throwOnError: true });
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', language());
    for (const [name, value] of Object.entries(actingHeaders())) request.headers.set(name, value);
    const background = request.method === 'GET' && !isSomebodyHere();
    if (background) request.headers.set('X-Kheo-Background', 'true');
    else noteAsked();
    if (request.method === 'GET') {
      if (position > 0) request.headers.set('X-Kheo-Wait-For', String(position));
    } else request.headers.set('X-Kheo-Client', 'console');
    return request;
  });
  client.interceptors.response.use((response, request) => {
    if (!isSigningIn(request)) noteStatus(response.status);
    const at = Number(response.headers.get('X-Kheo-Position'));
    if (request.method !== 'GET' && response.ok && at > position) position = at;
    return response;
  });
  client.interceptors.error.use((error) => {
    const failure = failureOf(error);
    if (isOutOfDate(failure)) outOfDate();
    return failure;
  });
};

/** Wrong words are no end of a session. */
const isSigningIn = ({ method, url }: Request): boolean => method === 'POST' && /\/api\/session/u.test(url);

/** Before somebody else signs in. */
export const forgetPosition = (): void => {
  position = 0;
};
