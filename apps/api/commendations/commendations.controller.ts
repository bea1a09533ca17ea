import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { commendation } from '#domain';
import { commendationUseCase, type Answered, type CommendationAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';

import * as dto from './commendations.dto.ts';

const Create = Creates(commendation.rights);
const Act = ActsBy(commendation.rights);

@ApiTags('commendations')
@Controller('api/commendations')
export class CommendationsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: CommendationAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(commendationUseCase, ask));
  }

  @Create('ProposeCommendation')
  create(@Body() data: dto.ProposeBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ProposeCommendation', data: dto.proposalOf(data) });
  }

  @Act('ReviseCommendation')
  revise(
    @Param() { id }: IdParam,
    @Body() data: dto.CommendationReviseBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ReviseCommendation', id, data });
  }

  @Act('ReturnCommendation')
  return(
    @Param() { id }: IdParam,
    @Body() data: dto.CommendationReturnBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ReturnCommendation', id, data });
  }

  @Act('VerifyCommendation')
  verify(@Param() { id }: IdParam, @Body() data: dto.VerifyBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'VerifyCommendation', id, data });
  }

  @Act('RecordCouncilReview')
  recordCouncilReview(
    @Param() { id }: IdParam,
    @Body() data: dto.ReviewBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'RecordCouncilReview', id, data });
  }

  @Act('SubmitCommendation')
  submit(
    @Param() { id }: IdParam,
    @Body() data: dto.CommendationSubmitBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'SubmitCommendation', id, data });
  }

  @Act('WithdrawCommendation')
  withdraw(
    @Param() { id }: IdParam,
    @Body() data: dto.CommendationReasonBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'WithdrawCommendation', id, data });
  }
}
