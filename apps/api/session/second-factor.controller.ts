import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { NewSecondFactor } from '#identity';
import { addSecondFactor, makeSecondFactor, removeSecondFactor } from '#use-cases';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../http/access/access.ts';
import { Me, MySession } from '../http/access/asking.ts';
import type { KnownRequest, Principal } from '../http/access/principal.ts';
import { AnswersNothing, SETS_COOKIE, TakesCommand } from '../http/command-route.ts';
import { IdField, Text } from '../http/validation/fields.ts';
import { Tells } from '../reading/reads.ts';
import { Door } from './door.ts';
import { CodeField } from './session.dto.ts';

export class MakeSecondFactorBody {
  @Text({ max: 200, description: 'The password of today' }) current: string;
}

export class AddSecondFactorBody {
  @IdField() secondFactorId: string;
  @CodeField() code: string;
}

export class RemoveSecondFactorBody extends MakeSecondFactorBody {
  @CodeField() code: string;
}

/** Codes of an app on one's own device, beside the password. */
@ApiTags('session')
@Controller('api/session/second-factor')
export class SecondFactorController {
  @Inject(Door) private readonly door: Door;

  @Post()
  @SignedIn({ beforeSecondFactor: true })
  @ApiOperation({
    summary:
      'Tạo yếu tố xác thực thứ hai để nhập vào ứng dụng; chỉ hiện lần này · Make a second factor to enter into an app; shown this once',
  })
  @TakesCommand('X-Kheo-Client')
  @Tells('NewSecondFactor')
  make(
    @Body() body: MakeSecondFactorBody,
    @Me() personId: string,
    @Req() request: KnownRequest,
  ): Promise<NewSecondFactor> {
    return this.door.proving(request, () => makeSecondFactor(this.door.ports, { personId, ...body }));
  }

  @Post('add')
  @AnswersNothing(SETS_COOKIE)
  @SignedIn({ beforeSecondFactor: true })
  @ApiOperation({
    summary:
      'Dùng yếu tố thứ hai từ nay, khi đã nhập đúng một mã của nó · Use the second factor from now on, once a code of it is right',
  })
  @TakesCommand('X-Kheo-Client')
  async add(
    @Body() body: AddSecondFactorBody,
    @MySession() who: Extract<Principal, { readonly kind: 'person' }>,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const after = await this.door.proving(request, () => addSecondFactor(this.door.ports, who, body));
    await this.door.begin(after, request, reply);
  }

  @Post('remove')
  @AnswersNothing(SETS_COOKIE)
  @SignedIn()
  @ApiOperation({
    summary: 'Thôi dùng yếu tố thứ hai; chỉ còn mật khẩu · Use the second factor no more; the password alone admits',
  })
  @TakesCommand('X-Kheo-Client')
  async remove(
    @Body() body: RemoveSecondFactorBody,
    @Me() personId: string,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const after = await this.door.proving(request, () => removeSecondFactor(this.door.ports, { personId, ...body }));
    await this.door.begin(after, request, reply);
  }
}
