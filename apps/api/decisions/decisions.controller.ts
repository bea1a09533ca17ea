import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { decision } from '#domain';
import { decisionUseCase, type Answered, type DecisionAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';
import { NoFields } from '../http/validation/validate.ts';
import * as dto from './decisions.dto.ts';

const Create = Creates(decision.rights);
const Act = ActsBy(decision.rights);

@ApiTags('decisions')
@Controller('api/decisions')
export class DecisionsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: DecisionAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(decisionUseCase, ask));
  }

  @Create('DraftDecision')
  create(@Body() data: dto.DecisionDraftBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'DraftDecision', data });
  }

  @Act('CancelDraft')
  cancel(@Param() { id }: IdParam, @Body() data: dto.DecisionReasonBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'CancelDraft', id, data });
  }

  @Act('FreezeDecision')
  freeze(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'FreezeDecision', id, data });
  }

  @Act('IssueDecision')
  issue(@Param() { id }: IdParam, @Body() data: dto.IssueBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'IssueDecision', id, data });
  }

  @Act('RefuseNumber')
  voidNumber(@Param() { id }: IdParam, @Body() data: dto.VoidNumberBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'RefuseNumber', id, data });
  }
}
