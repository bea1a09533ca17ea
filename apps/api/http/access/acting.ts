import { localDateOf, organization, type Instant } from '#domain';
import { rightsAt, underAll, type ActingAs, type DirectoryState } from '#identity';
import { namedIn } from '#use-cases';
import { isId } from '../validation/checks.ts';
import { Refusal } from '../problem/problem.ts';
import { ACTING_HEADER } from './acting-header.ts';
import { headerOf, malformed } from './headers.ts';
import type { KnownRequest } from './principal.ts';

/** The appointment that a request names. @throws Refusal when it is no id */
export const appointmentAsked = (request: KnownRequest): string | undefined => {
  const asked = headerOf(request, ACTING_HEADER.name.toLowerCase())?.toLowerCase();
  if (asked !== undefined && !isId(asked)) throw malformed(ACTING_HEADER.name, 'not-an-id');
  return asked;
};

/** Why somebody cannot act under an appointment at the instant: it is none of theirs, has ended or has not begun. */
export const actingRefusal = (
  directory: DirectoryState,
  { personId, appointmentId }: ActingAs,
  at: Instant,
): Refusal | undefined => {
  const held = organization
    .personOf(directory.book, personId)
    ?.appointments.find((each) => each.appointmentId === appointmentId);
  if (held === undefined) return new Refusal('acting-as-not-yours');
  if (rightsAt(underAll(directory), personId, at).includes(held)) return undefined;
  const { role, unitId, from, endsAt } = held;
  const until = endsAt === undefined ? held.until : localDateOf(endsAt);
  const appointment = { kind: 'rejected', reason: 'acting-as-ended', params: { role, unit: unitId } } as const;
  const { params: named } = namedIn(directory, appointment, at);
  return from > localDateOf(at)
    ? new Refusal('acting-as-not-begun', { params: { role: named.role, unit: named.unit, from } })
    : new Refusal('acting-as-ended', {
        params: { role: named.role, unit: named.unit, ...(until === undefined ? {} : { until }) },
      });
};
