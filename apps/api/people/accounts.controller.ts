import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { accountUseCase, type Answered, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, IdParam } from '../http/command-route.ts';
import { NoFields } from '../http/validation/validate.ts';
import { OpenAccountBody } from './people.dto.ts';

const Act = ActsBy(organization.person.rights);

/** Who may sign in is a fact of the log; what proves it stays in the schema `identity`. */
@ApiTags('people')
@Controller('api/people')
export class AccountsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Act('OpenAccount')
  open(@Param() { id }: IdParam, @Body() data: OpenAccountBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(accountUseCase, { ...sent, type: 'OpenAccount', id, data }));
  }

  @Act('DisableAccount')
  disable(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(accountUseCase, { ...sent, type: 'DisableAccount', id, data }));
  }
}
