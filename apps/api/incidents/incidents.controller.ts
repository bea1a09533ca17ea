import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { incident } from '#domain';
import { INCIDENT_STATUSES, incidentUseCase, listIncidents, type Incident } from '#use-cases';
import { PORTS, type Ports } from '../commands/ports.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { Commands } from '../http/commands.ts';
import { OneOf, Text } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';

class SettleBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class IncidentsQuery {
  @OneOf(INCIDENT_STATUSES, { optional: true }) status?: Incident['status'];
}

@ApiTags('incidents')
@Controller('api/incidents')
@Commands(
  incidentUseCase,
  incident.rights,
  { RetryIncident: ['retry', SettleBody], ResolveIncident: ['resolve', SettleBody] },
  { access: MayAtRoot },
)
export class IncidentsController {
  @Inject(PORTS) private readonly ports: Ports;

  @Reads(
    '',
    'Sự cố: việc hệ thống không tự làm tiếp được · What a reaction could not handle',
    'Incidents',
    MayAtRoot('SYSTEM_ADMIN', 'AUDITOR'),
  )
  async list(@Query() query: IncidentsQuery): Promise<Answers['Incidents']> {
    return { items: await listIncidents(this.ports.incidents, query), next: null };
  }
}
