import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { registration } from '#domain';
import { registrationUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { NoFields } from '../http/validation/validate.ts';
import * as dto from './registrations.dto.ts';

@ApiTags('registrations')
@Controller('api/registrations')
@Commands(registrationUseCase, registration.rights, {
  DraftRegistration: ['draft', dto.RegistrationDraftBody, dto.draftOf],
  ReviseRegistration: ['revise', dto.RegistrationReviseBody],
  SubmitRegistration: ['submit', dto.RegistrationSubmitBody],
  ReturnRegistration: ['return', dto.RegistrationReturnBody],
  AcceptRegistration: ['accept', NoFields],
  DeclineRegistration: ['decline', dto.RegistrationReasonBody],
  StartImplementation: ['start', dto.StartBody],
  RecordProgress: ['recordProgress', dto.RecordProgressBody],
  RecordInspection: ['recordInspection', dto.RecordInspectionBody],
  WithdrawRegistration: ['withdraw', dto.RegistrationReasonBody],
  DiscontinueModel: ['discontinue', dto.RegistrationReasonBody],
  RequestRecognition: ['requestRecognition', dto.RequestRecognitionBody],
  RequireSupplement: ['requireSupplement', dto.RequireSupplementBody],
  ProvideSupplement: ['provideSupplement', dto.ProvideSupplementBody],
  LapseDossier: ['lapseDossier', NoFields],
  OpenAppraisal: ['openAppraisal', dto.OpenAppraisalBody],
  DeclareInterest: ['declareInterest', dto.DeclareInterestBody],
  ScoreModel: ['score', dto.ScoreBody],
  ConcludeAppraisal: ['concludeAppraisal', dto.ConcludeAppraisalBody],
  RecordVote: ['recordVote', dto.RecordVoteBody],
  ReopenAppraisal: ['reopenAppraisal', dto.ReopenBody],
  MarkTypical: ['markTypical', dto.RegistrationReasonBody],
  ReplicateModel: ['replicate', dto.ReplicateBody],
  CarryForward: ['carryForward', dto.CarryForwardBody],
  RequestCorrection: ['requestCorrection', dto.CorrectionRequestBody],
  ApproveCorrection: ['approveCorrection', dto.CorrectionApproveBody],
  DeclineCorrection: ['declineCorrection', dto.CorrectionDeclineBody],
  SettleRevokedSource: ['settleRevokedSource', dto.RegistrationReasonBody],
})
export class RegistrationsController {}
