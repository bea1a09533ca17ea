import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getUnit, listUnits, type Seen } from '#read-models';
import { IdParam } from '../http/command-route.ts';
import { AsOfQuery, PageAsOfQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Lists, ReadsSeen, Timeline } from '../reading/reads.ts';
import { UnitsQuery } from './units.dto.ts';

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
    const { value, ...seen } = await this.reader.one(['units'], (db) => getUnit(db, { id, scope: 'all', ...asOf }));
    const { appointments: _appointments, ...shown } = value;
    return { ...seen, value: shown };
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery): Promise<unknown> {
    await this.one({ id }, {});
    return this.reader.timeline(`unit-${id}`, query);
  }
}
