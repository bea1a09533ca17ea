import { Refusal } from '../problem/problem.ts';
import { isId } from '../validation/checks.ts';
import { headerOf, malformed } from './headers.ts';
import { PERSON_HEADER } from './person-header.ts';
import type { KnownRequest, Principal } from './principal.ts';

/** Refuses what is asked in the belief that somebody else is signed in. @throws Refusal also when the header is no id */
export const refuseAnotherPerson = (request: KnownRequest, principal: Principal): void => {
  const believed = headerOf(request, PERSON_HEADER.name.toLowerCase())?.toLowerCase();
  if (believed === undefined) return;
  if (!isId(believed)) throw malformed(PERSON_HEADER.name, 'not-an-id');
  if (principal.kind !== 'person' || principal.personId !== believed) throw new Refusal('another-person-signed-in');
};
