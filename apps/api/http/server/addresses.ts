import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../problem/problem.ts';

/** What is answered by the api itself, whatever lies below it, and however it is written. */
const OWN_PATHS = /^\/+(?:api|health|metrics)(?:\/|$)/iu;

/** Whether a path is one of the api's own; nobody else has what lies below. */
export const isOwnPath = (path: string): boolean => OWN_PATHS.test(isReadable(path) ? decodeURI(path) : path);

/**
 * An address whose bytes are not UTF-8 is refused: the server would take `%FF` as it stands and look for that. Somebody
 * who goes there by a browser gets the console's page, which says so in words. Source: RFC 3986, 2.5.
 */
export const useAddresses = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const pointer = unreadableIn(request.originalUrl);
    if (pointer === undefined || isPage(request)) done();
    else done(new Refusal('malformed', { faults: [{ pointer, code: 'not-well-formed' }] }));
  });
};

/** An address that the router takes for what cannot be read: it is refused on the way of every request, with every header. */
export const readableFor = (url: string): string => (isReadable(url.split('?')[0] ?? '') ? url : '/');

/** Whether a browser asks for a page to show, which is at every address but the api's own and those of its parts. */
const isPage = ({ method, originalUrl, headers: { accept = '' } }: FastifyRequest): boolean => {
  const [path = ''] = originalUrl.split('?');
  return method === 'GET' && accept.includes('text/html') && !isOwnPath(path) && !path.startsWith('/assets/');
};

/** The parameter that cannot be read, or `/` for the path. */
const unreadableIn = (url: string): string | undefined => {
  const [path = '', ...query] = url.split('?');
  if (!isReadable(path)) return '/';
  const wrong = query
    .join('?')
    .split('&')
    .find((each) => !isReadable(each));
  return wrong === undefined ? undefined : nameOf(wrong);
};

/** What is not ASCII is to be encoded: in which letters it stands here, nobody says. */
const isReadable = (part: string): boolean => {
  try {
    decodeURIComponent(part);
    return /^[!-~]*$/u.test(part);
  } catch {
    return false;
  }
};

/** The parameter, cut; as it stands where it cannot be read itself. */
const nameOf = (parameter: string): string => {
  const name = (parameter.split('=')[0] ?? '').slice(0, 100);
  return isReadable(name) ? decodeURIComponent(name) : name.toWellFormed();
};
