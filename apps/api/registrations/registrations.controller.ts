import { Body, Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { registration } from '#domain';
import { registrationUseCase, type Answered, type RegistrationAsk, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { HowSent } from '../http/access/asking.ts';
import { ActsBy, Creates, IdParam } from '../http/command-route.ts';
import { NoFields } from '../http/validation/validate.ts';
import * as dto from './registrations.dto.ts';

const Create = Creates(registration.rights);
const Act = ActsBy(registration.rights);

@ApiTags('registrations')
@Controller('api/registrations')
export class RegistrationsController {
  @Inject(CommandBus) private readonly commands: CommandBus;

  private run(ask: RegistrationAsk): Promise<Answered> {
    return this.commands.execute(new RunCommand(registrationUseCase, ask));
  }

  @Create('DraftRegistration')
  draft(@Body() data: dto.RegistrationDraftBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'DraftRegistration', data: dto.draftOf(data) });
  }

  @Act('ReviseRegistration')
  revise(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationReviseBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ReviseRegistration', id, data });
  }

  @Act('SubmitRegistration')
  submit(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationSubmitBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'SubmitRegistration', id, data });
  }

  @Act('ReturnRegistration')
  return(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationReturnBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ReturnRegistration', id, data });
  }

  @Act('AcceptRegistration')
  accept(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'AcceptRegistration', id, data });
  }

  @Act('DeclineRegistration')
  decline(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationReasonBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'DeclineRegistration', id, data });
  }

  @Act('StartImplementation')
  start(@Param() { id }: IdParam, @Body() data: dto.StartBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'StartImplementation', id, data });
  }

  @Act('RecordProgress')
  recordProgress(
    @Param() { id }: IdParam,
    @Body() data: dto.RecordProgressBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'RecordProgress', id, data });
  }

  @Act('RecordInspection')
  recordInspection(
    @Param() { id }: IdParam,
    @Body() data: dto.RecordInspectionBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'RecordInspection', id, data });
  }

  @Act('WithdrawRegistration')
  withdraw(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationReasonBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'WithdrawRegistration', id, data });
  }

  @Act('DiscontinueModel')
  discontinue(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationReasonBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'DiscontinueModel', id, data });
  }

  @Act('RequestRecognition')
  requestRecognition(
    @Param() { id }: IdParam,
    @Body() data: dto.RequestRecognitionBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'RequestRecognition', id, data });
  }

  @Act('RequireSupplement')
  requireSupplement(
    @Param() { id }: IdParam,
    @Body() data: dto.RequireSupplementBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'RequireSupplement', id, data });
  }

  @Act('ProvideSupplement')
  provideSupplement(
    @Param() { id }: IdParam,
    @Body() data: dto.ProvideSupplementBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ProvideSupplement', id, data });
  }

  @Act('LapseDossier')
  lapseDossier(@Param() { id }: IdParam, @Body() data: NoFields, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'LapseDossier', id, data });
  }

  @Act('OpenAppraisal')
  openAppraisal(
    @Param() { id }: IdParam,
    @Body() data: dto.OpenAppraisalBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'OpenAppraisal', id, data });
  }

  @Act('DeclareInterest')
  declareInterest(
    @Param() { id }: IdParam,
    @Body() data: dto.DeclareInterestBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'DeclareInterest', id, data });
  }

  @Act('ScoreModel')
  score(@Param() { id }: IdParam, @Body() data: dto.ScoreBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ScoreModel', id, data });
  }

  @Act('ConcludeAppraisal')
  concludeAppraisal(
    @Param() { id }: IdParam,
    @Body() data: dto.ConcludeAppraisalBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'ConcludeAppraisal', id, data });
  }

  @Act('RecordVote')
  recordVote(@Param() { id }: IdParam, @Body() data: dto.RecordVoteBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'RecordVote', id, data });
  }

  @Act('ReopenAppraisal')
  reopenAppraisal(@Param() { id }: IdParam, @Body() data: dto.ReopenBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ReopenAppraisal', id, data });
  }

  @Act('MarkTypical')
  markTypical(
    @Param() { id }: IdParam,
    @Body() data: dto.RegistrationReasonBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'MarkTypical', id, data });
  }

  @Act('ReplicateModel')
  replicate(@Param() { id }: IdParam, @Body() data: dto.ReplicateBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'ReplicateModel', id, data });
  }

  @Act('CarryForward')
  carryForward(
    @Param() { id }: IdParam,
    @Body() data: dto.CarryForwardBody,
    @HowSent() sent: Sending,
  ): Promise<Answered> {
    return this.run({ ...sent, type: 'CarryForward', id, data });
  }

  @Act('CorrectEntry')
  correct(@Param() { id }: IdParam, @Body() data: dto.CorrectBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.run({ ...sent, type: 'CorrectEntry', id, data });
  }
}
