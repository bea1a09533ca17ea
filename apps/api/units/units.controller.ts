import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organization } from '#domain';
import { unitUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import * as dto from './units.dto.ts';

@ApiTags('units')
@Controller('api/units')
@Commands(unitUseCase, organization.unit.rights, {
  EstablishUnit: ['create', dto.EstablishBody],
  RenameUnit: ['rename', dto.RenameBody],
  MoveUnit: ['move', dto.MoveBody],
  CloseUnit: ['close', dto.UnitCloseBody],
})
export class UnitsController {}
