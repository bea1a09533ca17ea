import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Rejected } from '#domain';
import type { Asked } from '#engine';
import type { Act, WithSecret } from '#webhooks';
import { toAnswer, type Answer, type Answered, type Sending, type Rejection } from '#use-cases';
import { administratorOf } from '../commands/administrator.ts';
import { PORTS, type Ports } from '../commands/ports.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { AnswersCommand, IdParam, Refusals, TakesCommand } from '../http/command-route.ts';
import { NoFields } from '../http/validation/validate.ts';
import { Tells } from '../reading/reads.ts';
import { NewWebhookBody, ReplayBody, WebhookReasonBody } from './bodies.ts';

type AnsweredWithSecret = (Answer & { readonly secret?: string }) | Rejected<Rejection>;

/** Webhooks of the whole system: for its administrator at the root. */
@ApiTags('webhooks')
@Controller('api/webhooks')
export class WebhooksController {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  @Post()
  @Tells('WebhookWithSecret', 201)
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({
    summary: 'Đăng ký webhook; bí mật chỉ hiện lần này · Register a webhook; its secret is shown this once',
  })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @Refusals()
  register(@Body() body: NewWebhookBody, @HowSent() sent: Sending, @Me() me: string): Promise<AnsweredWithSecret> {
    const { url, eventTypes = [], begin = 'NOW' } = body;
    return this.by(me, sent, (by) => this.ports.webhooks.register(by, { url, eventTypes, begin }), withSecret);
  }

  @Post(':id/rotate-secret')
  @Tells('WebhookWithSecret')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({
    summary: 'Đổi bí mật; bí mật cũ còn hiệu lực 24 giờ · A new secret; the old one is valid for 24 hours more',
  })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @Refusals()
  rotate(
    @Param() { id }: IdParam,
    @Body() _nothing: NoFields,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<AnsweredWithSecret> {
    return this.by(me, sent, (by) => this.ports.webhooks.rotateSecret(id, by), withSecret);
  }

  @Post(':id/pause')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Tạm dừng gửi · Pause deliveries' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  pause(
    @Param() { id }: IdParam,
    @Body() { reason }: WebhookReasonBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    return this.act(id, me, sent, { type: 'PauseWebhook', data: { reason }, facts: {} });
  }

  @Post(':id/resume')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Gửi tiếp từ chỗ đã dừng · Go on where it stood' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  resume(
    @Param() { id }: IdParam,
    @Body() _nothing: NoFields,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    return this.act(id, me, sent, { type: 'ResumeWebhook', data: {}, facts: {} });
  }

  @Post(':id/remove')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Gỡ bỏ webhook · Remove the webhook' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  remove(
    @Param() { id }: IdParam,
    @Body() { reason }: WebhookReasonBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    return this.act(id, me, sent, { type: 'RemoveWebhook', data: { reason }, facts: {} });
  }

  @Post(':id/replay')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Gửi lại những sự kiện đã để riêng · Send again what was set aside' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  replay(
    @Param() { id }: IdParam,
    @Body() { eventIds = [] }: ReplayBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    return this.act(id, me, sent, { type: 'ReplayDeliveries', data: { eventIds }, facts: {} });
  }

  private act(id: string, me: string, sent: Sending, act: Act): Promise<Answered> {
    return this.by(
      me,
      sent,
      (by) => this.ports.webhooks.act(id, by, act),
      (done) => toAnswer(id, done),
    );
  }

  private async by<Done extends { readonly kind: 'done' }, Shown>(
    me: string,
    sent: Sending,
    run: (by: Asked) => Promise<Done | Rejected<Rejection>>,
    show: (done: Done) => Shown,
  ): Promise<Shown | Rejected<Rejection>> {
    const actor = await administratorOf(this.ports, me);
    if ('kind' in actor) return actor;
    const answer = await run({ commandId: sent.idempotencyKey ?? this.ports.newId(), actor });
    return answer.kind === 'rejected' ? answer : show(answer);
  }
}

const withSecret = ({ webhookId, ...done }: WithSecret): Answer & { readonly secret?: string } =>
  toAnswer(webhookId, done);
