import { Body, Controller, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { getRegulation, listRegulations } from '#read-models';
import type { FastifyReply } from 'fastify';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam, Refusals } from '../http/command-route.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, Reads } from '../reading/reads.ts';
import { dryRunRegulation } from './dry-run.ts';
import { DryRunBody, RegulationsQuery } from './regulations.dto.ts';

@ApiTags('regulations')
@Controller('api/regulations')
export class RegulationsQueriesController {
  private readonly reader: Reader;
  constructor(@Inject(Reader) reader: Reader) {
    this.reader = reader;
  }

  @Lists('', 'The regulations')
  list(@Query() query: RegulationsQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    return this.reader.list('regulations', query, reply, (page) => listRegulations(this.reader.db, page));
  }

  @Reads(':id', 'A regulation with its whole text')
  async one(@Param() { id }: IdParam): Promise<unknown> {
    return this.reader.found(await getRegulation(this.reader.db, { id }));
  }

  @Post(':id/dry-run')
  @HttpCode(200)
  @May('STANDING_BODY_OFFICER', 'DECISION_SIGNER')
  @ApiOperation({ summary: 'Every live registration whose outcome, step or deadline would change' })
  @Refusals()
  dryRun(@Param() { id }: IdParam, @Body() body: DryRunBody, @Me() me: string): Promise<unknown> {
    return dryRunRegulation(this.reader, id, body.againstRegulationId, me);
  }
}
