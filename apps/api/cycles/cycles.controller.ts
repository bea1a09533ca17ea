import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { regulation } from '#domain';
import { cycleUseCase, type Answered, type CycleAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';

import * as dto from './cycles.dto.ts';

const Create = Creates(regulation.cycle.rights);
const Act = ActsBy(regulation.cycle.rights);

@ApiTags('cycles')
@Controller('api/cycles')
export class CyclesController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: CycleAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(cycleUseCase, ask));
  }

  @Create('OpenCycle')
  create(@Body() data: dto.OpenBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'OpenCycle', data });
  }

  @Act('ExtendDeadline')
  extendDeadline(@Param() { id }: IdParam, @Body() data: dto.ExtendBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ExtendDeadline', id, data });
  }

  @Act('CloseCycle')
  close(@Param() { id }: IdParam, @Body() data: dto.CycleCloseBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'CloseCycle', id, data });
  }
}
