import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getModel, type Seen } from '#read-models';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { ReadsSeen } from '../reading/reads.ts';

@ApiTags('models')
@Controller('api/models')
export class ModelsController {
  @Inject(Reader) private readonly reader: Reader;

  @ReadsSeen(
    ':id',
    'Toàn bộ hồ sơ của một mô hình qua các đợt · One model’s whole file, through its cycles',
    'ModelFile',
  )
  async one(@Param() { id }: IdParam, @Me() me: string): Promise<Seen<Answers['ModelFile']>> {
    const { reader } = this;
    const appraiser = await reader.appraiserOf(me);
    const asked = { id, scope: await reader.scopeOf(me), ...(appraiser === undefined ? {} : { appraiser }) };
    return reader.one(['register', 'sight', 'timeline', 'decision-book', 'commendation-book'], (db) =>
      getModel(db, asked),
    );
  }
}
