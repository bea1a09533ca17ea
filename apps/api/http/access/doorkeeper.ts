import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '#domain';
import { holdsAny, rightsAt, seesAllUnits, type ActingAs, type DirectoryState, type KeyScope } from '#identity';
import { PORTS, type Ports } from '../../commands/ports.ts';
import { Refusal } from '../problem/problem.ts';
import type { Guarded } from './access.ts';
import { actingRefusal, appointmentAsked } from './acting.ts';
import { COOKIE, type SessionCookie } from './cookie.ts';
import type { KnownRequest, Principal } from './principal.ts';

/** Who sends a request, and for a person the directory as it was when they were found. */
type Visitor =
  | { readonly principal: Extract<Principal, { readonly kind: 'program' }> }
  | { readonly principal: Extract<Principal, { readonly kind: 'person' }>; readonly directory: DirectoryState };

/** Whether whoever may sign or administer is to come with a code as well: `demanded`, or as they like. */
export const SECOND_FACTOR = Symbol('second factor');

const DEMANDED_OF: readonly Role[] = ['DECISION_SIGNER', 'SYSTEM_ADMIN'];

/** Who is it, and may they knock here at all. Rights for a unit are settled where the command or question is. */
@Injectable()
export class Doorkeeper {
  @Inject(PORTS) private readonly ports: Ports;
  @Inject(COOKIE) private readonly cookie: SessionCookie;
  @Inject(SECOND_FACTOR) private readonly secondFactor: 'optional' | 'demanded';

  /** The person or program behind a request. `find` counts it as one of theirs, `look` does not. */
  async identify(request: KnownRequest, how: 'find' | 'look' = 'find'): Promise<Visitor | undefined> {
    const { bearer, sessionId } = this.secretOf(request);
    if (bearer !== undefined) {
      const key = await this.ports.apiKeys.find(bearer);
      return key && { principal: { kind: 'program', keyId: key.id, consumer: key.consumer, scopes: key.scopes } };
    }
    if (sessionId === undefined) return undefined;
    const directory = this.ports.directory.current();
    const session = await this.ports.sessions[how](sessionId, this.now, directory);
    return session && { principal: { kind: 'person', sessionId, ...session }, directory: await directory };
  }

  /** How somebody who is known is turned away; undefined when they may come in. */
  refusal(access: Guarded, visitor: Visitor, acting?: ActingAs): Refusal | undefined {
    if (!('directory' in visitor)) {
      const { scopes } = visitor.principal;
      return access.kind === 'roles-or-program' && opens(scopes, access.scope) ? undefined : new Refusal('forbidden');
    }
    const { principal, directory: whole } = visitor;
    if (isOwnAccount(access)) return undefined;
    if (principal.secondFactorId === undefined && this.demandsSecondFactor(whole, principal.personId))
      return new Refusal('second-factor-needed');
    const mayNotAct = acting && actingRefusal(whole, acting, this.now);
    if (mayNotAct !== undefined || access.kind === 'signed-in') return mayNotAct;
    const { roles, atRoot } = access;
    const directory = acting === undefined ? whole : { ...whole, acting };
    const held = rightsAt(directory, principal.personId, this.now).filter(({ role }) => roles.includes(role));
    const fitting = atRoot === true ? held.filter((each) => seesAllUnits(directory, each)) : held;
    return fitting.length > 0 ? undefined : new Refusal('role-not-allowed', { params: { roles } });
  }

  /** Of which appointment alone a visitor asks to have the rights; what is about their own account asks for none. */
  actingOf(access: Guarded, { principal }: Visitor, request: KnownRequest): ActingAs | undefined {
    const appointmentId = isOwnAccount(access) ? undefined : appointmentAsked(request);
    if (appointmentId === undefined) return undefined;
    // A program has no appointments.
    if (principal.kind !== 'person') throw new Refusal('acting-as-not-yours');
    return { personId: principal.personId, appointmentId };
  }

  /** Whether somebody comes no further without a second factor. */
  demandsSecondFactor(directory: DirectoryState, personId: string): boolean {
    return this.secondFactor === 'demanded' && holdsAny(directory, personId, DEMANDED_OF, this.now);
  }

  /** Whether who was let in would be again. */
  async stillAdmits(access: Guarded, request: KnownRequest): Promise<boolean> {
    const visitor = await this.identify(request, 'look');
    return visitor !== undefined && this.refusal(access, visitor, request.acting) === undefined;
  }

  /** What came with a request that says who sends it. */
  secretOf(request: KnownRequest): { readonly bearer?: string; readonly sessionId?: string } {
    const bearer = /^Bearer ([\w-]{20,200})$/u.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return { bearer };
    const sessionId = request.cookies[this.cookie.name];
    return sessionId === undefined || sessionId.length > 100 ? {} : { sessionId };
  }

  private get now(): string {
    return this.ports.clock.now();
  }
}

/** What everybody does with their own account, whatever they hold. */
const isOwnAccount = (access: Guarded): boolean => access.kind === 'signed-in' && access.beforeSecondFactor === true;

/** A scope for a part opens the door to the whole; which part is told is settled by the question. */
const opens = (scopes: readonly KeyScope[], asked: KeyScope): boolean =>
  scopes.some((scope) => scope === asked || scope.startsWith(`${asked}:`));
