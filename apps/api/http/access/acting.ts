import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import { localDateOf, organization, type Instant } from '#domain';
import { actingAs, rightsAt, underAll, type ActingAs, type DirectoryState } from '#identity';
import { namedIn } from '#use-cases';
import type { Ports } from '../../commands/ports.ts';
import { isId } from '../validation/checks.ts';
import { Refusal } from '../problem/problem.ts';
import { headerOf, malformed } from './headers.ts';
import type { KnownRequest } from './principal.ts';

/** By which a request says under which of their appointments somebody asks. */
export const ACTING_HEADER = {
  name: 'X-Kheo-Acting-As',
  required: false,
  description: 'One of my appointments, which alone gives rights to this request; all of mine when absent',
  schema: { type: 'string', format: 'uuid' },
} as const;

/** The request that is being answered. */
const answering = new AsyncLocalStorage<KnownRequest>();

/** Lets {@link portsOfAsker} know who asks, however deep it is called. After the body is read: reading it loses the way. */
export const knowAskers = (server: FastifyInstance): void => {
  server.addHook('preHandler', (request: KnownRequest, _reply, done) => answering.run(request, done));
};

/** The appointment that a request names. @throws Refusal when it is no id */
export const appointmentAsked = (request: KnownRequest): string | undefined => {
  const asked = headerOf(request, ACTING_HEADER.name.toLowerCase())?.toLowerCase();
  if (asked !== undefined && !isId(asked)) throw malformed(ACTING_HEADER.name, 'not-an-id');
  return asked;
};

/** The ports as who asks may use them: who said under which appointment has the rights of that one, in all that they ask. */
export const portsOfAsker = <Given extends Pick<Ports, 'directory'>>(
  ports: Given,
  acting: ActingAs | undefined = answering.getStore()?.acting,
): Given => (acting === undefined ? ports : { ...ports, directory: actingAs(ports.directory, acting) });

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
  const { role, unitId: unit, from, endsAt } = held;
  const reason = from > localDateOf(at) ? 'acting-as-not-begun' : 'acting-as-ended';
  const until = endsAt === undefined ? held.until : localDateOf(endsAt);
  const when = { from, ...(until === undefined ? {} : { until }) };
  const { params } = namedIn(directory, { kind: 'rejected', reason, params: { role, unit, ...when } }, at);
  return new Refusal(reason, { params });
};
