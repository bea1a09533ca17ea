import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { personUseCase, type Answered, type PersonAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';

import * as dto from './people.dto.ts';

const Create = Creates(organization.person.rights);
const Act = ActsBy(organization.person.rights);

@ApiTags('people')
@Controller('api/people')
export class PeopleController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: PersonAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(personUseCase, ask));
  }

  @Create('EnterPerson')
  create(@Body() data: dto.EnterBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'EnterPerson', data });
  }

  @Act('AppointPerson')
  appoint(@Param() { id }: IdParam, @Body() data: dto.AppointBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'AppointPerson', id, data });
  }

  @Act('EndAppointment')
  endAppointment(
    @Param() { id }: IdParam,
    @Body() data: dto.EndAppointmentBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'EndAppointment', id, data });
  }
}
