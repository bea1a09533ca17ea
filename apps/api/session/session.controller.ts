import { Body, Controller, Delete, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { changeOwnEmail, changePassword, setPasswordByCode } from '#use-cases';
import type { FastifyReply } from 'fastify';
import { Public, SignedIn } from '../http/access/access.ts';
import { Me, MySession, type Asker } from '../http/access/asking.ts';
import { Doorkeeper } from '../http/access/doorkeeper.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { AnswersNothing, SETS_COOKIE, TakesCommand } from '../http/command-route.ts';
import { appointmentsOf } from '../preferences/saved-views.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';
import { Door } from './door.ts';
import { ChangeOwnEmailBody, ChangePasswordBody, SetPasswordBody, SignInBody } from './session.dto.ts';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  @Inject(Reader) private readonly reader: Reader;
  @Inject(Door) private readonly door: Door;
  @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper;

  @Post()
  @AnswersNothing(SETS_COOKIE)
  @Public()
  @ApiOperation({ summary: 'Đăng nhập · Sign in' })
  async signIn(
    @Body() { username, password, code }: SignInBody,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { accounts, clock } = this.reader.ports;
    const who = await this.door.proving(request, () => accounts.signIn(username, password, clock.now(), code));
    await this.door.begin(who, request, reply);
  }

  @Post('set-password')
  @AnswersNothing()
  @Public()
  @ApiOperation({
    summary:
      'Đặt mật khẩu bằng mã được cấp, rồi đăng nhập · Set the password by the code that was handed out, then sign in',
  })
  async setPassword(@Body() body: SetPasswordBody, @Req() request: KnownRequest): Promise<void> {
    await this.door.proving(request, () => setPasswordByCode(this.reader.ports, body));
  }

  @Post('change-password')
  @AnswersNothing(SETS_COOKIE)
  @SignedIn({ beforeSecondFactor: true })
  @ApiOperation({
    summary: 'Đổi mật khẩu của mình; các phiên khác kết thúc · Change one’s password; one’s other sessions end',
  })
  @TakesCommand('X-Kheo-Client')
  async changePassword(
    @Body() body: ChangePasswordBody,
    @Me() personId: string,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const who = await this.door.proving(request, () => changePassword(this.reader.ports, { personId, ...body }));
    await this.door.begin(who, request, reply);
  }

  @Post('change-email')
  @AnswersNothing()
  @SignedIn()
  @ApiOperation({ summary: 'Đổi địa chỉ thư điện tử của mình · Change one’s e-mail address' })
  @TakesCommand('X-Kheo-Client')
  async changeEmail(
    @Body() body: ChangeOwnEmailBody,
    @Me() personId: string,
    @Req() request: KnownRequest,
  ): Promise<void> {
    await this.door.proving(request, () => changeOwnEmail(this.reader.ports, { personId, ...body }));
  }

  @Reads(
    '',
    'Tôi là ai, giữ vai trò gì · Who am I, and what are my appointments',
    'WhoAmI',
    SignedIn({ beforeSecondFactor: true }),
  )
  async who(@MySession() { personId: me, endsAt: sessionEndsAt, idleMinutes }: Asker): Promise<Answers['WhoAmI']> {
    const { tree, book } = await this.reader.directory();
    const appointments = appointmentsOf({ tree, book }, me, this.reader.now);
    const person = organization.personOf(book, me);
    return {
      ...{ personId: me, name: person?.name ?? null, appointments, delegations: [] },
      ...{ sessionEndsAt, idleMinutes },
      secondFactor: person?.account?.secondFactorId !== undefined,
      secondFactorDemanded: this.doorkeeper.demandsSecondFactor({ tree, book }, me),
    };
  }

  @Delete()
  @AnswersNothing(SETS_COOKIE)
  @SignedIn({ beforeSecondFactor: true })
  @ApiOperation({ summary: 'Đăng xuất · Sign out' })
  @TakesCommand('X-Kheo-Client')
  async signOut(@Req() request: KnownRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.door.end(request, reply);
  }
}
