import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDateOf, organization } from '#domain';
import { rightsAt } from '#identity';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { SIGN_IN_LIMIT, type MinuteLimit } from '../http/access/minute-limit.ts';
import { SESSION_COOKIE, type KnownRequest } from '../http/access/principal.ts';
import { Refusals, TakesCommand } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import { Text } from '../http/validation/fields.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';
import { COOKIE, type CookieOptions } from './cookie.ts';

export class SignInBody {
  @Text({ max: 100 }) username: string;
  @Text({ max: 200 }) password: string;
}

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  @Inject(Reader) private readonly reader: Reader;
  @Inject(COOKIE) private readonly cookie: CookieOptions;
  @Inject(SIGN_IN_LIMIT) private readonly limit: MinuteLimit;

  @Post()
  @HttpCode(204)
  @Public()
  @ApiOperation({ summary: 'Đăng nhập · Sign in' })
  @Refusals()
  async signIn(
    @Body() { username, password }: SignInBody,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.limit.count(request.ip);
    const { accounts, sessions, clock } = this.reader.ports;
    const answer = await accounts.signIn(username, password, clock.now());
    if (answer.kind === 'rejected') {
      const seconds = answer.params?.['retryAfterSeconds'];
      throw new Refusal(answer.reason, seconds === undefined ? {} : { headers: { 'retry-after': String(seconds) } });
    }
    const planted = request.cookies[SESSION_COOKIE];
    if (planted !== undefined) await sessions.end(planted);
    reply.setCookie(SESSION_COOKIE, await sessions.begin(answer.accountId, clock.now()), this.cookie);
  }

  @Reads('', 'Tôi là ai, giữ vai trò gì · Who am I, and what are my appointments', 'WhoAmI')
  async who(@Me() me: string): Promise<Answers['WhoAmI']> {
    const { tree, book } = await this.reader.directory();
    const at = this.reader.now;
    const appointments = rightsAt({ tree, book }, me, at).map((appointment) => ({
      ...appointment,
      unitName: organization.unitOn(tree, appointment.unitId, localDateOf(at))?.name ?? null,
    }));
    return { personId: me, name: organization.personOf(book, me)?.name ?? null, appointments, delegations: [] };
  }

  @Delete()
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Đăng xuất · Sign out' })
  @TakesCommand('X-Kheo-Client')
  @Refusals()
  async signOut(@Req() request: KnownRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { principal } = request;
    if (principal?.kind === 'person') await this.reader.ports.sessions.end(principal.sessionId);
    reply.clearCookie(SESSION_COOKIE, this.cookie);
  }
}
