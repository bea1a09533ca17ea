import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problem/problem.ts';
import { checkShape } from '../validation/check-shape.ts';

/** Bytes of the largest body that is not a file: 256 KiB. */
export const MAX_BODY_BYTES = 256 * 1024;

/** JSON and nothing else; names, depth, numbers and characters are looked at before anything is made of them. */
export const useBodyParsers = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
    (_request, body, done) => {
      const parsed = parse(body);
      if (parsed instanceof Refusal) done(parsed);
      else done(null, parsed.value);
    },
  );
};

const parse = (body: string): { readonly value: unknown } | Refusal => {
  if (body === '') return { value: undefined };
  try {
    const value: unknown = JSON.parse(body);
    const fault = checkShape(value);
    return fault === undefined ? { value } : new Refusal('malformed', { faults: [fault] });
  } catch {
    return new Refusal('bad-json');
  }
};
