import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decision } from '#domain';
import { decisionUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { Tells } from '../reading/reads.ts';
import { NoFields } from '../http/validation/validate.ts';
import * as dto from './decisions.dto.ts';

@ApiTags('decisions')
@Controller('api/decisions')
@Commands(
  decisionUseCase,
  decision.rights,
  {
    DraftDecision: ['create', dto.DecisionDraftBody],
    CancelDraft: ['cancel', dto.DecisionReasonBody],
    FreezeDecision: ['freeze', NoFields],
    IssueDecision: ['issue', dto.IssueBody],
    FilePaper: ['filePaper', dto.FilePaperBody],
    RefuseNumber: ['voidNumber', dto.VoidNumberBody],
  },
  { answers: { IssueDecision: Tells('AnswerToIssue', 200) } },
)
export class DecisionsController {}
