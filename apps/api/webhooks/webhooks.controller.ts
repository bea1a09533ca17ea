import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { webhook } from '#domain';
import { webhookUseCase } from '#use-cases';
import { MayAtRoot } from '../http/access/access.ts';
import { Commands } from '../http/commands.ts';
import { NoFields } from '../http/validation/validate.ts';
import { Tells } from '../reading/reads.ts';
import { NewWebhookBody, newWebhookOf, ReplayBody, replayOf, WebhookReasonBody } from './webhooks.dto.ts';

const TellsSecret = (status: 200 | 201) => Tells('WebhookWithSecret', status);

/** Webhooks of the whole system: for its administrator at the root. */
@ApiTags('webhooks')
@Controller('api/webhooks')
@Commands(
  webhookUseCase,
  webhook.rights,
  {
    RegisterWebhook: ['register', NewWebhookBody, newWebhookOf],
    RotateSecret: ['rotate', NoFields],
    PauseWebhook: ['pause', WebhookReasonBody],
    ResumeWebhook: ['resume', NoFields],
    RemoveWebhook: ['remove', WebhookReasonBody],
    ReplayDeliveries: ['replay', ReplayBody, replayOf],
  },
  { access: MayAtRoot, answers: { RegisterWebhook: TellsSecret(201), RotateSecret: TellsSecret(200) } },
)
export class WebhooksController {}
