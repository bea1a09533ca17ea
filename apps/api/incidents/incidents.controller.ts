import { Body, Controller, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { toAnswer, type Answered, type Sending } from '#use-cases';
import { administratorOf } from '../commands/administrator.ts';
import { PORTS, type Ports } from '../commands/ports.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { AnswersCommand, IdParam, TakesCommand } from '../http/command-route.ts';
import { OneOf, Text } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';

export class SettleBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class IncidentsQuery {
  @OneOf(['OPEN', 'RESOLVED'], { optional: true }) status?: 'OPEN' | 'RESOLVED';
}

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  private readonly ports: Ports;
  constructor(@Inject(PORTS) ports: Ports) {
    this.ports = ports;
  }

  @Reads(
    '',
    'Sự cố: việc hệ thống không tự làm tiếp được · What a reaction could not handle',
    'Incidents',
    MayAtRoot('SYSTEM_ADMIN', 'AUDITOR'),
  )
  async list(@Query() query: IncidentsQuery): Promise<Answers['Incidents']> {
    return { items: await this.ports.incidents.listIncidents(query), next: null };
  }

  @Post(':id/retry')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Làm lại sự kiện gây sự cố · Try the event again' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  retry(
    @Param() { id }: IdParam,
    @Body() { reason }: SettleBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    return this.settle('retryIncident', id, reason, sent, me);
  }

  @Post(':id/resolve')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: 'Bỏ qua sự kiện gây sự cố · Pass the event over' })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  resolve(
    @Param() { id }: IdParam,
    @Body() { reason }: SettleBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    return this.settle('resolveIncident', id, reason, sent, me);
  }

  private async settle(
    act: 'retryIncident' | 'resolveIncident',
    id: string,
    reason: string,
    sent: Sending,
    me: string,
  ): Promise<Answered> {
    const actor = await administratorOf(this.ports, me);
    if ('kind' in actor) return actor;
    const commandId = sent.idempotencyKey ?? this.ports.newId();
    const answer = await this.ports.incidents[act](id, { commandId, actor }, reason);
    return answer.kind === 'rejected' ? answer : toAnswer(id, answer);
  }
}
