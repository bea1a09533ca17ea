import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { unitUseCase, type Answered, type Sending, type UnitAsk } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';

import * as dto from './units.dto.ts';

const Create = Creates(organization.unit.rights);
const Act = ActsBy(organization.unit.rights);

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: UnitAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(unitUseCase, ask));
  }

  @Create('EstablishUnit')
  create(@Body() data: dto.EstablishBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'EstablishUnit', data });
  }

  @Act('RenameUnit')
  rename(@Param() { id }: IdParam, @Body() data: dto.RenameBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'RenameUnit', id, data });
  }

  @Act('MoveUnit')
  move(@Param() { id }: IdParam, @Body() data: dto.MoveBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'MoveUnit', id, data });
  }

  @Act('CloseUnit')
  close(@Param() { id }: IdParam, @Body() data: dto.UnitCloseBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'CloseUnit', id, data });
  }
}
