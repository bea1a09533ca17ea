import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ROLES } from '#domain';
import { getModel, listTypicalModels, type Seen } from '#read-models';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, ReadsSeen } from '../reading/reads.ts';
import { ModelsQuery } from './models.dto.ts';

@ApiTags('models')
@Controller('api/models')
export class ModelsController {
  @Inject(Reader) private readonly reader: Reader;

  /** Every unit reads it: nothing of a dossier is told. */
  @Lists(
    '',
    'Các mô hình tiêu biểu có thể nhân rộng, với tất cả những gì đơn vị khác được biết · The typical models that may be replicated, with all that other units are told of them',
    'TypicalModel',
    May(...ROLES),
  )
  list(@Query() { cycle, typical: _typical, ...query }: ModelsQuery): Promise<unknown> {
    return this.reader.list({ name: 'models', of: ['register', 'units', 'rules'] }, query, (db, page) =>
      listTypicalModels(db, { ...page, ...(cycle === undefined ? {} : { cycleId: cycle }) }),
    );
  }

  @ReadsSeen(
    ':id',
    'Toàn bộ hồ sơ của một mô hình qua các đợt · One model’s whole file, through its cycles',
    'ModelFile',
  )
  async one(@Param() { id }: IdParam, @Me() me: string): Promise<Seen<Answers['ModelFile']>> {
    const { reader } = this;
    const appraiser = await reader.appraiserOf(me);
    const asked = { id, ...(await reader.decisionReader(me)), ...(appraiser === undefined ? {} : { appraiser }) };
    return reader.one(['register', 'sight', 'timeline', 'decision-book', 'commendation-book'], (db) =>
      getModel(db, asked),
    );
  }
}
