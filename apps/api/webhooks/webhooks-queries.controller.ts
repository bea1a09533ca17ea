import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reject, type Rejected } from '#domain';
import { pageOfAll } from '#read-models';
import { webhookActions } from '#use-cases';
import { MayAtRoot } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { CursorQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Actions, Reads } from '../reading/reads.ts';
import { DeliveriesQuery } from './webhooks.dto.ts';

@ApiTags('webhooks')
@Controller('api/webhooks')
export class WebhooksQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Reads(
    '',
    'Các webhook, không kèm bí mật · The webhooks, without their secrets',
    'Webhooks',
    MayAtRoot('SYSTEM_ADMIN'),
  )
  async list(@Query() page: CursorQuery): Promise<Answers['Webhooks']> {
    return pageOfAll(await this.reader.ports.webhooks.list(), page, ({ registeredAt, id }) => `${registeredAt} ${id}`);
  }

  @Reads(':id', 'Webhook và tình hình gửi · A webhook and how it goes', 'WebhookDetail', MayAtRoot('SYSTEM_ADMIN'))
  async find(@Param() { id }: IdParam): Promise<Answers['WebhookDetail'] | Rejected<'not-found'>> {
    return (await this.reader.ports.webhooks.find(id)) ?? reject('not-found');
  }

  @Reads(
    ':id/deliveries',
    'Sự kiện đã để riêng vì bên nhận không nhận · Events that were set aside',
    'WebhookDeliveries',
    MayAtRoot('SYSTEM_ADMIN'),
  )
  async deliveries(
    @Param() { id }: IdParam,
    @Query() { status, ...page }: DeliveriesQuery,
  ): Promise<Answers['WebhookDeliveries'] | Rejected<'not-found'>> {
    const parked = await this.reader.ports.webhooks.parked(id);
    if (parked === undefined) return reject('not-found');
    const asked = parked.filter((one) => status === undefined || one.status === status);
    return pageOfAll(asked, page, ({ parkedAt, eventId }) => `${parkedAt} ${eventId}`);
  }

  @Actions('WebhookActions', MayAtRoot('SYSTEM_ADMIN'))
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['WebhookActions']> {
    const { reader } = this;
    return reader.told(await webhookActions(reader.ports, me, id));
  }
}
