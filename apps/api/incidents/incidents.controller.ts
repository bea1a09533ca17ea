import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { incident } from '#domain';
import { pageOfAll } from '#read-models';
import { INCIDENT_STATUSES, incidentActions, incidentUseCase, listIncidents, type Incident } from '#use-cases';
import { MayAtRoot } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { Commands } from '../http/commands.ts';
import { Refusal } from '../http/problem/problem.ts';
import { OneOf, Text } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { PageQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Actions, Lists } from '../reading/reads.ts';

class SettleBody {
  @Text({ max: 4000, lines: true }) reason: string;
}

export class IncidentsQuery extends PageQuery {
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
  @Inject(Reader) private readonly reader: Reader;

  @Lists(
    '',
    'Sự cố: việc hệ thống không tự làm tiếp được · What a reaction could not handle',
    'Incident',
    MayAtRoot('SYSTEM_ADMIN', 'AUDITOR'),
  )
  list(@Query() query: IncidentsQuery): Promise<unknown> {
    return this.reader.list({ name: 'incidents', of: [] }, query, async (_db, page) =>
      pageOfAll(await listIncidents(this.reader.ports.incidents, query), page, ({ since, id }) => `${since} ${id}`),
    );
  }

  @Actions('IncidentActions', MayAtRoot('SYSTEM_ADMIN', 'AUDITOR'))
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['IncidentActions']> {
    const { reader } = this;
    const actions = await incidentActions(reader.ports, me, id);
    if (actions === undefined) throw new Refusal('incident-missing');
    return reader.told(actions);
  }
}
