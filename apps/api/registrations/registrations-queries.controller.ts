import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf } from '#domain';
import {
  getRegistration,
  listCountingReports,
  searchRegistrations,
  type RegistrationDetail,
  type Seen,
  type Waiting,
} from '#read-models';
import { definitionsIn, registrationActions, regulationOf, seenRegistration } from '#use-cases';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { namesOf, type NamesOfCodes } from '../reading/names-of-codes.ts';
import { AsOfQuery, dayOf, PageAsOfQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { Actions, Lists, ReadsSeen, Timeline } from '../reading/reads.ts';
import { withWaits } from '../tasks/waits-for.ts';
import { RegistrationsQuery } from './registrations.dto.ts';
import { sightOfDossier } from './sight-of-dossier.ts';

@ApiTags('registrations')
@Controller('api/registrations')
export class RegistrationsQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Danh sách đăng ký, lọc và tìm · Registrations, filtered and searched', 'Registration')
  async list(
    @Query() { cycle, unit, model, status, typical, overdue, ...query }: RegistrationsQuery,
    @Me() me: string,
  ): Promise<unknown> {
    const { reader } = this;
    const appraiser = await reader.appraiserOf(me);
    const filters = {
      scope: await reader.scopeOf(me),
      ...(appraiser === undefined ? {} : { appraiser }),
      ...(cycle === undefined ? {} : { cycleId: cycle }),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(model === undefined ? {} : { modelId: model }),
      ...(status === undefined ? {} : { status: [status] }),
      ...(typical === undefined ? {} : { typical: typical === 'true' }),
      ...(overdue === undefined ? {} : { overdueOn: dayOf(query) ?? localDateOf(reader.now) }),
    };
    return reader.list(
      { name: 'registrations', of: ['register', 'rules', ...(appraiser === undefined ? [] : (['sight'] as const))] },
      query,
      (db, page) => searchRegistrations(db, { ...page, ...filters }),
    );
  }

  @ReadsSeen(':id', 'Một đăng ký cùng hồ sơ · One registration with its dossier', 'RegistrationDetail')
  async one(
    @Param() { id }: IdParam,
    @Query() asOf: AsOfQuery,
    @Me() me: string,
  ): Promise<Seen<Answers['RegistrationDetail']>> {
    const { reader } = this;
    const { sight } = await this.visible(id, me);
    const scope = await reader.scopeOf(me);
    // What the appraisers are at tells who had to leave the team.
    const tellsOthers = ({ status }: Waiting): boolean =>
      sight === 'WHOLE' || (sight === 'RESULT' && status !== 'UNDER_APPRAISAL');
    const seen = await reader.one(
      ['register', 'timeline', 'tasks', 'rules'],
      async (db) => {
        const found = await getRegistration(db, { id, scope, sight, ...asOf });
        return withWaits(reader, db, found, { personId: me, tellsOthers, ...asOf });
      },
      asOf,
    );
    return { ...seen, value: { ...seen.value, criterionNames: await this.criterionNames(seen.value) } };
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery, @Me() me: string): Promise<unknown> {
    const sight = sightOfDossier(await this.visible(id, me), me);
    return this.reader.timeline(`registration-${id}`, query, { sight });
  }

  @ReadsSeen(
    ':id/reports',
    'Báo cáo đã nộp có số liệu tính đăng ký này · The reports handed in whose figures count it',
    'CountingReports',
  )
  async reports(
    @Param() { id }: IdParam,
    @Query() asOf: AsOfQuery,
    @Me() me: string,
  ): Promise<Seen<Answers['CountingReports']>> {
    const { reader } = this;
    await this.visible(id, me);
    const [scope, rules] = [await reader.scopeOf(me), await reader.ports.rules.current()];
    const definitions = (regulationId: string) => {
      const content = regulationOf(rules, regulationId)?.content;
      return content === undefined ? [] : definitionsIn(content);
    };
    const asked = { registrationId: id, scope, definitions, ...asOf };
    return reader.one(
      ['statistics', 'report-board'],
      async (db) => ({ items: await listCountingReports(db, asked), next: null }),
      asOf,
    );
  }

  @Actions('Actions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['Actions']> {
    const { reader } = this;
    return reader.told(await registrationActions(reader.ports, me, await this.visible(id, me)));
  }

  private async criterionNames({ dossier, regulationId, subjectType }: RegistrationDetail): Promise<NamesOfCodes> {
    if (dossier === null || regulationId === null || subjectType === null) return {};
    const regulation = regulationOf(await this.reader.ports.rules.current(), regulationId);
    return namesOf(regulation?.content.criteriaSets[subjectType].criteria);
  }

  private async visible(id: string, me: string) {
    return this.reader.found(await seenRegistration(this.reader.ports, me, id));
  }
}
