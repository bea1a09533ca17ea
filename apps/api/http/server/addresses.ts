import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problem/problem.ts';

/**
 * An address whose bytes are not UTF-8 is refused: the server would take `%FF` as it stands and look for that. Source:
 * RFC 3986, 2.5.
 */
export const useAddresses = (server: FastifyInstance): void => {
  server.addHook('onRequest', ({ originalUrl }, _reply, done) => {
    const pointer = unreadableIn(originalUrl);
    if (pointer === undefined) done();
    else done(new Refusal('malformed', { faults: [{ pointer, code: 'not-well-formed' }] }));
  });
};

/** An address that the router takes for what cannot be read: it is refused on the way of every request, with every header. */
export const readableFor = (url: string): string => (isReadable(url.split('?')[0] ?? '') ? url : '/');

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
