import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf } from '#domain';
import { getUnit, listUnits, type Seen } from '#read-models';
import { signingBodies, unitActions } from '#use-cases';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { AsOfQuery, PageAsOfQuery } from '../reading/list-query.ts';
import { toldChoices } from '../reading/choice.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Actions, Lists, Reads, ReadsSeen, Timeline } from '../reading/reads.ts';
import { SigningBodiesQuery, UnitsQuery } from './units.dto.ts';

@ApiTags('units')
@Controller('api/units')
export class UnitsQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Các đơn vị, nay hoặc vào một ngày · The units, today or on a day', 'Unit')
  list(@Query() { parent, includeClosed, ...query }: UnitsQuery): Promise<unknown> {
    return this.reader.list({ name: 'units', of: ['units'] }, query, (db, page) =>
      listUnits(db, {
        ...page,
        scope: 'all',
        ...(parent === undefined ? {} : { parentId: parent }),
        includeClosed: includeClosed === 'true',
      }),
    );
  }

  /** Who is appointed to it is shown with the person, to those who may see people. */
  @ReadsSeen(':id', 'Một đơn vị với các tên và nơi trực thuộc · A unit with its names and places', 'UnitDetail')
  async one(@Param() { id }: IdParam, @Query() asOf: AsOfQuery): Promise<Seen<Answers['UnitDetail']>> {
    const { value, ...seen } = await this.reader.one(
      ['units'],
      (db) => getUnit(db, { id, scope: 'all', ...asOf }),
      asOf,
    );
    const { appointments: _appointments, ...shown } = value;
    return { ...seen, value: shown };
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery): Promise<unknown> {
    await this.one({ id }, {});
    return this.reader.timeline(`unit-${id}`, query);
  }

  @Actions('UnitActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['UnitActions']> {
    const { reader } = this;
    return reader.told(await unitActions(reader.ports, me, id));
  }

  @Reads(
    ':id/signing-bodies',
    'Cơ quan nào có thẩm quyền ký, cơ quan nào không · Which bodies are competent to sign for it, and which are not',
    'SigningBodies',
  )
  async signingBodies(
    @Param() { id }: IdParam,
    @Query() { on = localDateOf(this.reader.now), ...asked }: SigningBodiesQuery,
    @Me() me: string,
  ): Promise<Answers['SigningBodies']> {
    const bodies = await signingBodies(this.reader.ports, { unitId: id, on, ...asked });
    return { items: await toldChoices(this.reader.ports, me, this.reader.found(bodies)), next: null };
  }
}
