import { Body, Controller, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { getRegulation, listRegulations } from '#read-models';
import type { FastifyReply } from 'fastify';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam, Refusals, TakesCommand } from '../http/command-route.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Lists, Reads, Tells } from '../reading/reads.ts';
import { dryRunRegulation } from './dry-run.ts';
import { DryRunBody, RegulationsQuery } from './regulations.dto.ts';

@ApiTags('regulations')
@Controller('api/regulations')
export class RegulationsQueriesController {
  private readonly reader: Reader;
  constructor(@Inject(Reader) reader: Reader) {
    this.reader = reader;
  }

  @Lists('', 'Các quy định · The regulations', 'Regulation')
  list(@Query() query: RegulationsQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    return this.reader.list('regulations', query, reply, (page) => listRegulations(this.reader.db, page));
  }

  @Reads(':id', 'Một quy định với toàn văn · A regulation with its whole text', 'RegulationDetail')
  async one(@Param() { id }: IdParam): Promise<Answers['RegulationDetail']> {
    return this.reader.found(await getRegulation(this.reader.db, { id }));
  }

  @Post(':id/dry-run')
  @Tells('DryRun')
  @May('STANDING_BODY_OFFICER', 'DECISION_SIGNER')
  @ApiOperation({
    summary:
      'Áp dụng thử: đăng ký nào sẽ khác đi · Every live registration whose outcome, step or deadline would change',
  })
  @TakesCommand('X-Kheo-Client')
  @Refusals()
  dryRun(@Param() { id }: IdParam, @Body() body: DryRunBody, @Me() me: string): Promise<unknown> {
    return dryRunRegulation(this.reader, id, body.againstRegulationId, me);
  }
}
