import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { incident } from '#domain';
import {
  INCIDENT_STATUSES,
  incidentUseCase,
  listIncidents,
  type Answered,
  type Incident,
  type Sending,
} from '#use-cases';
import { PORTS, type Ports } from '../commands/ports.ts';
import { RunCommand } from '../commands/run-command.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsAtRoot, IdParam } from '../http/command-route.ts';
import { OneOf, Text } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';

const Act = ActsAtRoot(incident.rights);

export class SettleBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class IncidentsQuery {
  @OneOf(INCIDENT_STATUSES, { optional: true }) status?: Incident['status'];
}

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  @Inject(PORTS) private readonly ports: Ports;
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Reads(
    '',
    'Sự cố: việc hệ thống không tự làm tiếp được · What a reaction could not handle',
    'Incidents',
    MayAtRoot('SYSTEM_ADMIN', 'AUDITOR'),
  )
  async list(@Query() query: IncidentsQuery): Promise<Answers['Incidents']> {
    return { items: await listIncidents(this.ports.incidents, query), next: null };
  }

  @Act('RetryIncident')
  retry(@Param() { id }: IdParam, @Body() data: SettleBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(incidentUseCase, { ...sent, type: 'RetryIncident', id, data }));
  }

  @Act('ResolveIncident')
  resolve(@Param() { id }: IdParam, @Body() data: SettleBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(incidentUseCase, { ...sent, type: 'ResolveIncident', id, data }));
  }
}
