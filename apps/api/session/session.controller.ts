import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDateOf, organization, type Rejected } from '#domain';
import { rightsAt, type SignedIn as SignedInPerson } from '#identity';
import { changePassword, setPasswordByCode, type Rejection } from '#use-cases';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { COOKIE, type SessionCookie } from '../http/access/cookie.ts';
import { SIGN_IN_LIMIT, type MinuteLimit } from '../http/access/minute-limit.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { Refusals, TakesCommand } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import { Text } from '../http/validation/fields.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';

export class SignInBody {
  @Text({ max: 100 }) username: string;
  @Text({ max: 200 }) password: string;
}

export class SetPasswordBody {
  @Text({ max: 40, description: 'As it was handed out; case, spaces and dashes do not matter' }) code: string;
  @Text({ max: 200 }) password: string;
}

export class ChangePasswordBody {
  @Text({ max: 200, description: 'The password of today' }) current: string;
  @Text({ max: 200 }) password: string;
}

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  @Inject(Reader) private readonly reader: Reader;
  @Inject(COOKIE) private readonly cookie: SessionCookie;
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
    const { accounts, clock } = this.reader.ports;
    const who = await this.proving(request, () => accounts.signIn(username, password, clock.now()));
    await this.begin(who, request, reply);
  }

  @Post('set-password')
  @HttpCode(204)
  @Public()
  @ApiOperation({
    summary:
      'Đặt mật khẩu bằng mã được cấp, rồi đăng nhập · Set the password by the code that was handed out, then sign in',
  })
  @Refusals()
  async setPassword(@Body() body: SetPasswordBody, @Req() request: KnownRequest): Promise<void> {
    await this.proving(request, () => setPasswordByCode(this.reader.ports, body));
  }

  @Post('change-password')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({
    summary: 'Đổi mật khẩu của mình; các phiên khác kết thúc · Change one’s password; one’s other sessions end',
  })
  @TakesCommand('X-Kheo-Client')
  @Refusals()
  async changePassword(
    @Body() body: ChangePasswordBody,
    @Me() personId: string,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const who = await this.proving(request, () => changePassword(this.reader.ports, { personId, ...body }));
    await this.begin(who, request, reply);
  }

  /** Failures are counted by address, and before they are known: a hundred at once are a hundred. */
  private async proving(
    { ip }: KnownRequest,
    prove: () => Promise<SignedInPerson | Rejected<Rejection>>,
  ): Promise<SignedInPerson> {
    this.limit.count(ip);
    const who = admitted(await prove());
    this.limit.forgive(ip);
    return who;
  }

  /** A session that came with the request is over: it may have been planted. */
  private async begin(who: SignedInPerson, request: KnownRequest, reply: FastifyReply): Promise<void> {
    const { sessions, clock } = this.reader.ports;
    const planted = request.cookies[this.cookie.name];
    if (planted !== undefined) await sessions.end(planted);
    const { name, options } = this.cookie;
    reply.setCookie(name, await sessions.begin(who, clock.now()), options);
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
    reply.clearCookie(this.cookie.name, this.cookie.options);
  }
}

const admitted = (answer: SignedInPerson | Rejected<Rejection>): SignedInPerson => {
  if (!('reason' in answer)) return answer;
  const { reason, pointer, params } = answer;
  const seconds = params?.['retryAfterSeconds'];
  throw new Refusal(reason, {
    ...(pointer === undefined ? {} : { pointer }),
    ...(seconds === undefined ? {} : { headers: { 'retry-after': String(seconds) } }),
  });
};
