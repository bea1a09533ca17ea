import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { regulation } from '#domain';
import { regulationUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { AmendCalendarBody } from './calendar.dto.ts';
import * as dto from './regulations.dto.ts';

@ApiTags('regulations')
@Controller('api/regulations')
@Commands(regulationUseCase, regulation.rights, {
  DraftRegulation: ['create', dto.RegulationDraftBody],
  ReviseRegulation: ['revise', dto.RegulationReviseBody],
  PublishRegulation: ['publish', dto.PublishBody],
  SupersedeRegulation: ['supersede', dto.SupersedeBody],
  AmendCalendar: ['amendCalendar', AmendCalendarBody],
})
export class RegulationsController {}
