import { Inject, Injectable } from '@nestjs/common';
import type { Rejected } from '#domain';
import type { SignedIn } from '#identity';
import type { Rejection } from '#use-cases';
import type { FastifyReply } from 'fastify';
import { PORTS, type Ports } from '../commands/ports.ts';
import { COOKIE, type SessionCookie } from '../http/access/cookie.ts';
import { SIGN_IN_LIMIT, type MinuteLimit } from '../http/access/minute-limit.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { Refusal } from '../http/problem/problem.ts';

/** What says that the proof was not right, or was not looked at because too many were wrong. */
const WRONG: ReadonlySet<Rejection> = new Set([
  'wrong-credentials',
  'code-invalid',
  'code-lapsed',
  'too-many-attempts',
]);

/** How people come in: what they prove is counted, and a session begins. */
@Injectable()
export class Door {
  @Inject(PORTS) readonly ports: Ports;
  @Inject(COOKIE) private readonly cookie: SessionCookie;
  @Inject(SIGN_IN_LIMIT) private readonly limit: MinuteLimit;

  /**
   * Wrong proofs are counted by address, and before they are known: a hundred at once are a hundred. What failed
   * otherwise, as a database that is away, is taken back.
   *
   * @throws Refusal as it was refused
   */
  async proving<Proven extends object>(
    { ip }: KnownRequest,
    prove: () => Promise<Proven | Rejected<Rejection>>,
  ): Promise<Proven> {
    this.limit.count(ip);
    let wrong = false;
    try {
      const answer = await prove();
      wrong = 'reason' in answer && WRONG.has(answer.reason);
      return accepted(answer);
    } finally {
      if (!wrong) this.limit.forgive(ip);
    }
  }

  /** A session that came with the request is over: it may have been planted. */
  async begin(who: SignedIn, request: KnownRequest, reply: FastifyReply): Promise<void> {
    const { sessions, clock } = this.ports;
    const planted = request.cookies[this.cookie.name];
    if (planted !== undefined) await sessions.end(planted);
    const { name, options } = this.cookie;
    reply.setCookie(name, await sessions.begin(who, clock.now()), options);
  }

  async end({ principal }: KnownRequest, reply: FastifyReply): Promise<void> {
    if (principal?.kind === 'person') await this.ports.sessions.end(principal.sessionId);
    reply.clearCookie(this.cookie.name, this.cookie.options);
  }
}

const accepted = <Proven extends object>(answer: Proven | Rejected<Rejection>): Proven => {
  if (!('reason' in answer)) return answer;
  const { reason, pointer, params } = answer;
  const seconds = params?.['retryAfterSeconds'];
  throw new Refusal(reason, {
    ...(pointer === undefined ? {} : { pointer }),
    ...(params === undefined ? {} : { params }),
    ...(seconds === undefined ? {} : { headers: { 'retry-after': String(seconds) } }),
  });
};
