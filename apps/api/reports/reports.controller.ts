import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { reporting } from '#domain';
import { reportUseCase, type Answered, type ReportAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, IdParam } from '../http/command-route.ts';
import { NoFields } from '../http/validation/validate.ts';
import * as dto from './reports.dto.ts';

const Act = ActsBy(reporting.rights);

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: ReportAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(reportUseCase, ask));
  }

  @Act('SubmitReport')
  submit(@Param() { id }: IdParam, @Body() data: dto.ReportSubmitBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'SubmitReport', id, data });
  }

  @Act('ReturnReport')
  return(@Param() { id }: IdParam, @Body() data: dto.ReportReturnBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ReturnReport', id, data });
  }

  @Act('ApproveReport')
  approve(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ApproveReport', id, data });
  }

  @Act('ConsolidateReports')
  consolidate(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ConsolidateReports', id, data });
  }

  @Act('CloseReport')
  close(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'CloseReport', id, data });
  }

  @Act('ReopenReport')
  reopen(@Param() { id }: IdParam, @Body() data: dto.ReportReopenBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ReopenReport', id, data });
  }

  @Act('ExcuseReport')
  excuse(@Param() { id }: IdParam, @Body() data: dto.ReportExcuseBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ExcuseReport', id, data });
  }

  @Act('ExtendReport')
  extend(@Param() { id }: IdParam, @Body() data: dto.ReportExtendBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ExtendReport', id, data });
  }
}
