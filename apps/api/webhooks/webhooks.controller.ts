import { applyDecorators, Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { webhook, type Rejected } from '#domain';
import { webhookUseCase, type Answered, type AnswerWithSecret, type Rejection, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsAtRoot, CreatesAtRoot, IdParam, Refusals } from '../http/command-route.ts';
import { NoFields } from '../http/validation/validate.ts';
import { Tells } from '../reading/reads.ts';
import { NewWebhookBody, ReplayBody, WebhookReasonBody } from './webhooks.dto.ts';

const Create = CreatesAtRoot(webhook.rights);
const Act = ActsAtRoot(webhook.rights);

type Made = Promise<AnswerWithSecret | Rejected<Rejection>>;

const TellsSecret = (status: 200 | 201) => applyDecorators(Tells('WebhookWithSecret', status), Refusals());

/** Webhooks of the whole system: for its administrator at the root. */
@ApiTags('webhooks')
@Controller('api/webhooks')
export class WebhooksController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Create('RegisterWebhook', TellsSecret(201))
  register(@Body() body: NewWebhookBody, @HowSent() sent: Sending): Made {
    const { url, eventTypes = [], begin = 'NOW' } = body;
    const data = { url, eventTypes, begin };
    return this.commands.execute(new RunCommand(webhookUseCase, { ...sent, type: 'RegisterWebhook', data }));
  }

  @Act('RotateSecret', TellsSecret(200))
  rotate(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Made {
    return this.commands.execute(new RunCommand(webhookUseCase, { ...sent, type: 'RotateSecret', id, data }));
  }

  @Act('PauseWebhook')
  pause(@Param() { id }: IdParam, @Body() data: WebhookReasonBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(webhookUseCase, { ...sent, type: 'PauseWebhook', id, data }));
  }

  @Act('ResumeWebhook')
  resume(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(webhookUseCase, { ...sent, type: 'ResumeWebhook', id, data }));
  }

  @Act('RemoveWebhook')
  remove(@Param() { id }: IdParam, @Body() data: WebhookReasonBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(webhookUseCase, { ...sent, type: 'RemoveWebhook', id, data }));
  }

  @Act('ReplayDeliveries')
  replay(@Param() { id }: IdParam, @Body() { eventIds = [] }: ReplayBody, @HowSent() sent: Sending): Promise<Answered> {
    const data = { eventIds };
    return this.commands.execute(new RunCommand(webhookUseCase, { ...sent, type: 'ReplayDeliveries', id, data }));
  }
}
