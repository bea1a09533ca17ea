import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { regulation } from '#domain';
import { regulationUseCase, type Answered, type RegulationAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';
import { AmendCalendarBody } from './calendar.dto.ts';
import * as dto from './regulations.dto.ts';

const Create = Creates(regulation.rights);
const Act = ActsBy(regulation.rights);

@ApiTags('regulations')
@Controller('api/regulations')
export class RegulationsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: RegulationAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(regulationUseCase, ask));
  }

  @Create('DraftRegulation')
  create(@Body() data: dto.RegulationDraftBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'DraftRegulation', data });
  }

  @Act('ReviseRegulation')
  revise(
    @Param() { id }: IdParam,
    @Body() data: dto.RegulationReviseBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ReviseRegulation', id, data });
  }

  @Act('PublishRegulation')
  publish(@Param() { id }: IdParam, @Body() data: dto.PublishBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'PublishRegulation', id, data });
  }

  @Act('SupersedeRegulation')
  supersede(@Param() { id }: IdParam, @Body() data: dto.SupersedeBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'SupersedeRegulation', id, data });
  }

  @Act('AmendCalendar')
  amendCalendar(
    @Param() { id }: IdParam,
    @Body() data: AmendCalendarBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'AmendCalendar', id, data });
  }
}
