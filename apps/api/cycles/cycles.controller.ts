import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { regulation } from '#domain';
import { cycleUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import * as dto from './cycles.dto.ts';

@ApiTags('cycles')
@Controller('api/cycles')
@Commands(cycleUseCase, regulation.cycle.rights, {
  OpenCycle: ['create', dto.OpenBody],
  ExtendDeadline: ['extendDeadline', dto.ExtendBody],
  CloseCycle: ['close', dto.CycleCloseBody],
})
export class CyclesController {}
