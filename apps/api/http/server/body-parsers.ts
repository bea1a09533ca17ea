import type { FastifyInstance } from 'fastify';
import { Refusal } from '../problem/problem.ts';
import { checkShape } from '../validation/check-shape.ts';

/** Bytes of the largest body that is not a file: 256 KiB. */
export const MAX_BODY_BYTES = 256 * 1024;

/** JSON and nothing else; names, depth, numbers and characters are looked at before anything is made of them. */
export const useBodyParsers = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, body, done) => {
      const parsed = isUtf8(request.headers['content-type']) ? parse(body) : new Refusal('unsupported-media-type');
      if (parsed instanceof Refusal) done(parsed);
      else done(null, parsed.value);
    },
  );
};

/** JSON is UTF-8, whatever is said of it; a sender that says otherwise means other letters. Source: RFC 8259, 8.1. */
const isUtf8 = (contentType = ''): boolean => {
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/iu.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/iu.test(charset);
};

const parse = (body: Buffer): { readonly value: unknown } | Refusal => {
  if (body.length === 0) return { value: undefined };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    const fault = checkShape(value);
    return fault === undefined ? { value } : new Refusal('malformed', { faults: [fault] });
  } catch {
    return new Refusal('bad-json');
  }
};
