import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reject, ROLES } from '#domain';
import { getModel, listTypicalModels, type Seen } from '#read-models';
import { placeChoices } from '#use-cases';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { toldChoices } from '../reading/choice.ts';
import { AsOfQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, ReadsSeen } from '../reading/reads.ts';
import { ModelsQuery } from './models.dto.ts';

@ApiTags('models')
@Controller('api/models')
export class ModelsController {
  @Inject(Reader) private readonly reader: Reader;

  /** Every unit reads it: nothing of a dossier is told. Who drafts for the model's own unit alone cannot take it up. */
  @Lists(
    '',
    'Các mô hình tiêu biểu có thể nhân rộng, với tất cả những gì đơn vị khác được biết · The typical models that may be replicated, with all that other units are told of them',
    'TypicalModel',
    May(...ROLES),
  )
  async list(@Query() { cycle, typical: _typical, ...query }: ModelsQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const places = await placeChoices(reader.ports, me, {});
    const isOwn = (unitId: string): boolean => places.length > 0 && places.every((place) => place.unitId === unitId);
    return reader.list({ name: 'models', of: ['register', 'units', 'rules'] }, query, async (db, page) => {
      const { items, next } = await listTypicalModels(db, {
        ...page,
        ...(cycle === undefined ? {} : { cycleId: cycle }),
      });
      const choices = items.map((model) => ({
        ...model,
        refused: isOwn(model.unitId) ? reject('adopting-unit-is-source') : undefined,
      }));
      return { items: await toldChoices(reader.ports, me, choices), next };
    });
  }

  @ReadsSeen(
    ':id',
    'Toàn bộ hồ sơ của một mô hình qua các đợt · One model’s whole file, through its cycles',
    'ModelFile',
  )
  async one(@Param() { id }: IdParam, @Query() asOf: AsOfQuery, @Me() me: string): Promise<Seen<Answers['ModelFile']>> {
    const { reader } = this;
    const appraiser = await reader.appraiserOf(me);
    const asked = {
      id,
      ...asOf,
      ...(await reader.decisionReader(me)),
      ...(appraiser === undefined ? {} : { appraiser }),
    };
    const of = ['register', 'sight', 'timeline', 'decision-book', 'commendation-book', 'units', 'rules'] as const;
    return reader.one(of, (db) => getModel(db, asked), asOf);
  }
}
