import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reject, type Rejected } from '#domain';
import { PORTS, type Ports } from '../commands/ports.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { IdParam } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';
import { DeliveriesQuery } from './webhooks.dto.ts';

@ApiTags('webhooks')
@Controller('api/webhooks')
export class WebhooksQueriesController {
  @Inject(PORTS) private readonly ports: Ports;

  @Reads(
    '',
    'Các webhook, không kèm bí mật · The webhooks, without their secrets',
    'Webhooks',
    MayAtRoot('SYSTEM_ADMIN'),
  )
  async list(): Promise<Answers['Webhooks']> {
    return { items: await this.ports.webhooks.list(), next: null };
  }

  @Reads(':id', 'Webhook và tình hình gửi · A webhook and how it goes', 'WebhookDetail', MayAtRoot('SYSTEM_ADMIN'))
  async find(@Param() { id }: IdParam): Promise<Answers['WebhookDetail'] | Rejected<'not-found'>> {
    return (await this.ports.webhooks.find(id)) ?? reject('not-found');
  }

  @Reads(
    ':id/deliveries',
    'Sự kiện đã để riêng vì bên nhận không nhận · Events that were set aside',
    'WebhookDeliveries',
    MayAtRoot('SYSTEM_ADMIN'),
  )
  async deliveries(
    @Param() { id }: IdParam,
    @Query() { status }: DeliveriesQuery,
  ): Promise<Answers['WebhookDeliveries'] | Rejected<'not-found'>> {
    const parked = await this.ports.webhooks.parked(id);
    if (parked === undefined) return reject('not-found');
    return { items: parked.filter((one) => status === undefined || one.status === status), next: null };
  }
}
