import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { rightsAt, seesAllUnits } from '#identity';
import { PORTS, type Ports } from '../../commands/ports.ts';
import { Refusal } from '../problem/problem.ts';
import { ACCESS, type Access } from './access.ts';
import { PERSON_LIMIT, type MinuteLimit } from './minute-limit.ts';
import { SESSION_COOKIE, type KnownRequest, type Principal } from './principal.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The one door: who is it, and may they knock here at all. Deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  @Inject(Reflector) private readonly reflector: Reflector;
  @Inject(PORTS) private readonly ports: Ports;
  @Inject(PERSON_LIMIT) private readonly limit: MinuteLimit;

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new Refusal('forbidden');
    const request = context.switchToHttp().getRequest<KnownRequest>();
    if (access.kind === 'public') return true;
    const principal = await this.identify(request);
    if (principal === undefined) throw new Refusal('not-signed-in');
    request.principal = principal;
    this.limit.count(principal.kind === 'person' ? principal.personId : principal.keyId);
    if (principal.kind === 'person') requireClientHeader(request);
    await this.check(access, principal);
    return true;
  }

  private async identify(request: KnownRequest): Promise<Principal | undefined> {
    const bearer = /^Bearer ([\w-]{20,200})$/u.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const key = await this.ports.apiKeys.find(bearer);
      return key && { kind: 'program', keyId: key.id, consumer: key.consumer, scopes: key.scopes };
    }
    const sessionId = request.cookies[SESSION_COOKIE];
    if (sessionId === undefined || sessionId.length > 100) return undefined;
    const session = await this.ports.sessions.find(sessionId, this.ports.clock.now());
    return session && { kind: 'person', sessionId, ...session };
  }

  private async check(access: Exclude<Access, { kind: 'public' }>, principal: Principal): Promise<void> {
    if (principal.kind === 'program') {
      const allowed = access.kind === 'roles-or-program' && principal.scopes.includes(access.scope);
      if (!allowed) throw new Refusal('forbidden');
      return;
    }
    if (access.kind === 'signed-in') return;
    if (!(await this.holds(principal.personId, access))) throw new Refusal('role-not-allowed');
  }

  private async holds(personId: string, access: Exclude<Access, { kind: 'public' | 'signed-in' }>): Promise<boolean> {
    const directory = await this.ports.directory.current();
    const fitting = rightsAt(directory, personId, this.ports.clock.now()).filter(({ role }) =>
      access.roles.includes(role),
    );
    if (access.atRoot !== true) return fitting.length > 0;
    return fitting.some((appointment) => seesAllUnits(directory, appointment));
  }
}

const requireClientHeader = (request: KnownRequest): void => {
  if (!SAFE.has(request.method) && (request.headers['x-kheo-client'] ?? '') === '') {
    throw new Refusal('client-header-missing');
  }
};
