import { Inject, Injectable } from '@nestjs/common';
import { rightsAt, seesAllUnits, type SignedIn } from '#identity';
import { PORTS, type Ports } from '../../commands/ports.ts';
import type { Guarded } from './access.ts';
import { COOKIE, type SessionCookie } from './cookie.ts';
import type { KnownRequest, Principal } from './principal.ts';

/** Who is it, and may they knock here at all. Rights for a unit are settled where the command or question is. */
@Injectable()
export class Doorkeeper {
  @Inject(PORTS) private readonly ports: Ports;
  @Inject(COOKIE) private readonly cookie: SessionCookie;

  /** The person or program behind a request, which counts as one of theirs. */
  identify(request: KnownRequest): Promise<Principal | undefined> {
    return this.find(request, (id) => this.ports.sessions.find(id, this.now));
  }

  /** How somebody who is known is turned away; undefined when they may come in. */
  async refusal(access: Guarded, principal: Principal): Promise<'forbidden' | 'role-not-allowed' | undefined> {
    if (principal.kind === 'program') {
      const allowed = access.kind === 'roles-or-program' && principal.scopes.includes(access.scope);
      return allowed ? undefined : 'forbidden';
    }
    if (access.kind === 'signed-in') return undefined;
    return (await this.holds(principal.personId, access)) ? undefined : 'role-not-allowed';
  }

  /** Whether who was let in would be again. It is no request of theirs: a session is not kept alive by it. */
  async stillAdmits(access: Guarded, request: KnownRequest): Promise<boolean> {
    const principal = await this.find(request, (id) => this.ports.sessions.look(id, this.now));
    return principal !== undefined && (await this.refusal(access, principal)) === undefined;
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

  private async find(
    request: KnownRequest,
    sessionOf: (id: string) => Promise<SignedIn | undefined>,
  ): Promise<Principal | undefined> {
    const { bearer, sessionId } = this.secretOf(request);
    if (bearer !== undefined) {
      const key = await this.ports.apiKeys.find(bearer);
      return key && { kind: 'program', keyId: key.id, consumer: key.consumer, scopes: key.scopes };
    }
    if (sessionId === undefined) return undefined;
    const session = await sessionOf(sessionId);
    return session && { kind: 'person', sessionId, ...session };
  }

  private async holds(personId: string, access: Exclude<Guarded, { kind: 'signed-in' }>): Promise<boolean> {
    const directory = await this.ports.directory.current();
    const fitting = rightsAt(directory, personId, this.now).filter(({ role }) => access.roles.includes(role));
    if (access.atRoot !== true) return fitting.length > 0;
    return fitting.some((appointment) => seesAllUnits(directory, appointment));
  }
}
