import { Refusal } from '../problem/problem.ts';
import type { KnownRequest } from './principal.ts';

/** A header that is sent once. */
export const headerOf = (request: KnownRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export const malformed = (pointer: string, code: 'malformed' | 'not-an-id' | 'not-a-whole-number'): Refusal =>
  new Refusal('malformed', { faults: [{ pointer, code }] });

/** The revisions of `If-Match`, also from a proxy that made the tags weak; undefined for any. @throws Refusal for no list of tags */
export const revisionsOf = (request: KnownRequest): readonly number[] | undefined => {
  const sent = headerOf(request, 'if-match')?.trim();
  if (sent === undefined || sent === '*') return undefined;
  if (!/^(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*$/u.test(sent)) throw malformed('If-Match', 'malformed');
  const tags = [...sent.matchAll(/"([^"]*)"/gu)].map(([, tag = '']) => tag);
  return tags.filter((tag) => /^\d{1,9}$/u.test(tag)).map(Number);
};

/** The condition of `If-Match` on what may not be there: its revisions, or `ANY` for `*`. Source: RFC 9110, 13.1.1. */
export const conditionOf = (request: KnownRequest): readonly number[] | 'ANY' | undefined =>
  headerOf(request, 'if-match')?.trim() === '*' ? 'ANY' : revisionsOf(request);
