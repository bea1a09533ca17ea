import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reporting } from '#domain';
import { reportUseCase } from '#use-cases';
import { Commands } from '../http/commands.ts';
import { NoFields } from '../http/validation/validate.ts';
import * as dto from './reports.dto.ts';

@ApiTags('reports')
@Controller('api/reports')
@Commands(reportUseCase, reporting.rights, {
  SubmitReport: ['submit', dto.ReportSubmitBody],
  ReturnReport: ['return', dto.ReportReturnBody],
  ApproveReport: ['approve', NoFields],
  ConsolidateReports: ['consolidate', NoFields],
  CloseReport: ['close', NoFields],
  ReopenReport: ['reopen', dto.ReportReopenBody],
  ExcuseReport: ['excuse', dto.ReportExcuseBody],
  ExtendReport: ['extend', dto.ReportExtendBody],
  OrderReminder: ['remind', dto.ReportRemindBody],
})
export class ReportsController {}
