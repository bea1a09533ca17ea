import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { commendation } from '#domain';
import { commendationUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import * as dto from './commendations.dto.ts';

@ApiTags('commendations')
@Controller('api/commendations')
@Commands(commendationUseCase, commendation.rights, {
  ProposeCommendation: ['create', dto.ProposeBody, dto.proposalOf],
  ReviseCommendation: ['revise', dto.CommendationReviseBody],
  ReturnCommendation: ['return', dto.CommendationReturnBody],
  VerifyCommendation: ['verify', dto.VerifyBody],
  RecordCouncilReview: ['recordCouncilReview', dto.ReviewBody],
  SubmitCommendation: ['submit', dto.CommendationSubmitBody],
  WithdrawCommendation: ['withdraw', dto.CommendationReasonBody],
  SettleRevokedAchievement: ['settleRevokedAchievement', dto.CommendationReasonBody],
})
export class CommendationsController {}
