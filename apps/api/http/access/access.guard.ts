import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../problem/problem.ts';
import { ACCESS, type Access } from './access.ts';
import { refuseAnotherPerson } from './believed.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { refuseDryRun } from './dry-run.ts';
import { PERSON_LIMIT, type MinuteLimit } from './minute-limit.ts';
import type { KnownRequest } from './principal.ts';
import { refuseUnaskedQuery } from './unasked-query.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The one door. Deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  @Inject(Reflector) private readonly reflector: Reflector;
  @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper;
  @Inject(PERSON_LIMIT) private readonly limit: MinuteLimit;

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new Refusal('forbidden');
    const request = context.switchToHttp().getRequest<KnownRequest>();
    if (access.kind === 'public') {
      this.refuseDryRun(request, context);
      return true;
    }
    const visitor = await this.doorkeeper.identify(request, isInBackground(request) ? 'look' : 'find');
    if (visitor === undefined) throw new Refusal('not-signed-in');
    const { principal } = visitor;
    request.principal = principal;
    request.access = access;
    this.limit.count(principal.kind === 'person' ? principal.personId : principal.keyId);
    refuseAnotherPerson(request, principal);
    if (principal.kind === 'person') requireClientHeader(request);
    const acting = this.doorkeeper.actingOf(access, visitor, request);
    const refused = this.doorkeeper.refusal(access, visitor, acting);
    if (refused !== undefined) throw refused;
    if (acting !== undefined) request.acting = acting;
    this.refuseDryRun(request, context);
    refuseUnaskedQuery(request, context);
    return true;
  }

  private refuseDryRun(request: KnownRequest, context: ExecutionContext): void {
    if (!SAFE.has(request.method)) refuseDryRun(request, this.reflector, context.getHandler() as () => unknown);
  }
}

/** A page that refreshes itself while nobody is there is no sign of somebody: the session ends all the same. A browser opens and reopens a stream by itself. */
const isInBackground = ({ method, headers }: KnownRequest): boolean =>
  SAFE.has(method) && (headers['x-kheo-background'] === 'true' || headers.accept === 'text/event-stream');

const requireClientHeader = (request: KnownRequest): void => {
  if (!SAFE.has(request.method) && (request.headers['x-kheo-client'] ?? '') === '') {
    throw new Refusal('client-header-missing');
  }
};
