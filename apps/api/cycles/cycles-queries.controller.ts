import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getCycle, listCycles, type Seen } from '#read-models';
import { cycleActions } from '#use-cases';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { PageAsOfQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Actions, Lists, ReadsSeen, Timeline } from '../reading/reads.ts';
import { CyclesQuery } from './cycles.dto.ts';

@ApiTags('cycles')
@Controller('api/cycles')
export class CyclesQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Các đợt thi đua · The cycles', 'Cycle')
  list(@Query() query: CyclesQuery): Promise<unknown> {
    return this.reader.list({ name: 'cycles', of: ['rules'] }, query, (db, page) => listCycles(db, page));
  }

  @ReadsSeen(':id', 'Một đợt với các thời hạn · A cycle with its deadlines', 'Cycle')
  one(@Param() { id }: IdParam): Promise<Seen<Answers['Cycle']>> {
    return this.reader.one(['rules'], (db) => getCycle(db, id));
  }

  @Actions('CycleActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['CycleActions']> {
    const { reader } = this;
    return reader.told(await cycleActions(reader.ports, me, id));
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery): Promise<unknown> {
    await this.one({ id });
    return this.reader.timeline(`cycle-${id}`, query);
  }
}
