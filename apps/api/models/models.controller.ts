import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reject, ROLES } from '#domain';
import { getModel, listTypicalModels, type ModelFile, type Seen } from '#read-models';
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
    const isOwn = await this.ownModelsOf(me);
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

  /** As the list tells of each model whether it can be taken up, so its file does. */
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
    const isOwn = await this.ownModelsOf(me);
    return reader.one(
      of,
      async (db) => {
        const model = await getModel(db, asked);
        if (model === undefined) return undefined;
        const [told] = await toldChoices(reader.ports, me, [{ ...model, refused: notTakenUp(model, isOwn) }]);
        return told;
      },
      asOf,
    );
  }

  /** Whether a unit is the only one for which a person drafts: they cannot take up its models. */
  private async ownModelsOf(me: string): Promise<(unitId: string) => boolean> {
    const places = await placeChoices(this.reader.ports, me, {});
    return (unitId) => places.length > 0 && places.every((place) => place.unitId === unitId);
  }
}

/** Why nobody drafts a registration that replicates it: it is not recognized, or their own. */
const notTakenUp = ({ registrations, typical }: ModelFile, isOwn: (unitId: string) => boolean) => {
  const last = registrations.at(-1);
  const source = registrations.findLast(({ status }) => status === 'RECOGNIZED') ?? typical.at(-1);
  if (source === undefined) return last && reject('source-not-usable', { params: { sourceStatus: last.status } });
  return isOwn(source.unitId) ? reject('adopting-unit-is-source') : undefined;
};
