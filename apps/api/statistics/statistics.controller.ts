import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf, organization, regulation } from '#domain';
import { movementStatistics, type ReadModelsDb, type Seen } from '#read-models';
import { Me } from '../http/access/asking.ts';
import { IdField, InstantField, LocalDateField, OneOf, Text } from '../http/validation/fields.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { FILES, ReadsSeen } from '../reading/reads.ts';
import { FORMATS, type ExportedView } from '../exports/view.ts';

const GROUPS = ['unit', 'field', 'subjectType', 'tag', 'cycle'] as const;

export class MovementQuery {
  @IdField({ optional: true }) cycle?: string;
  @IdField({ optional: true, description: 'This unit and those below it' }) unit?: string;
  @OneOf(GROUPS, { optional: true }) groupBy?: (typeof GROUPS)[number];
  @Text({ optional: true, max: 100 }) tag?: string;
  @Text({ optional: true, max: 100 }) field?: string;
  @OneOf(regulation.SUBJECT_TYPES, { optional: true }) subjectType?: string;
  @LocalDateField({ optional: true }) asOf?: string;
  @InstantField({ optional: true }) knownAt?: string;
  @OneOf(FORMATS, { optional: true }) format?: (typeof FORMATS)[number];
}

@ApiTags('statistics')
@Controller('api/statistics')
export class StatisticsController {
  @Inject(Reader) private readonly reader: Reader;

  @ReadsSeen('movement', 'Số liệu phong trào đến một thời điểm · The figures of the movement, as of a cut-off', {
    'application/json': { schema: { $ref: '#/components/schemas/Movement' } },
    ...FILES,
  })
  async movement(
    @Query() { cycle, unit, format = 'json', ...query }: MovementQuery,
    @Me() me: string,
  ): Promise<Seen<Answers['Movement']> | ExportedView> {
    const { reader } = this;
    const asked = {
      ...query,
      today: localDateOf(reader.now),
      scope: await reader.scopeOf(me),
      ...(cycle === undefined ? {} : { cycleIds: [cycle] }),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(query.groupBy === 'unit' ? { unitGroups: await this.unitGroups(unit) } : {}),
    };
    const figuresIn = (db: ReadModelsDb) => movementStatistics(db, asked);
    const asOf = query.asOf ?? reader.now;
    if (format === 'json') {
      const { value, ...seen } = await reader.ask(['statistics'], figuresIn);
      return { ...seen, value: { ...value, asOf } };
    }
    async function* rows(db: ReadModelsDb) {
      const { total, groups } = await figuresIn(db);
      yield [{ key: '', ...total }, ...groups.map(({ key, keyName, ...group }) => ({ key: keyName ?? key, ...group }))];
    }
    const read: ExportedView['read'] = (write) => reader.ask(['statistics'], (db) => write(rows(db), db));
    return { kind: 'view', name: 'movement', format, asOf, read };
  }

  /** The units directly below the one asked for, or below the root, each with all below it. */
  private async unitGroups(unit: string | undefined): Promise<{ groupId: string; unitIds: readonly string[] }[]> {
    const { tree } = await this.reader.directory();
    const top = unit ?? tree.rootId;
    if (top === undefined) return [];
    const below = organization.childrenOn(tree, top, localDateOf(this.reader.now));
    const groups = below.map(async (groupId) => ({ groupId, unitIds: await this.reader.unitsUnder(groupId) }));
    return [{ groupId: top, unitIds: [top] }, ...(await Promise.all(groups))];
  }
}
