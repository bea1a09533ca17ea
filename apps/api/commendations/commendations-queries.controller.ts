import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { commendation } from '#domain';
import { getCommendation, listCommendations, type Seen } from '#read-models';
import { commendationActions, seenBy } from '#use-cases';
import { DOCUMENT_KIND_NAMES } from '#words';
import { Me } from '../http/access/asking.ts';
import { IdParam } from '../http/command-route.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { PageAsOfQuery } from '../reading/list-query.ts';
import { Actions, Lists, Reads, ReadsSeen, Timeline } from '../reading/reads.ts';
import { withWaits } from '../tasks/waits-for.ts';
import { CommendationsQuery } from './commendations.dto.ts';

@ApiTags('commendations')
@Controller('api/commendations')
export class CommendationsQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Sổ khen thưởng · The commendation book', 'Commendation')
  async list(
    @Query() { cycle, unit, status, scope, registration, ...query }: CommendationsQuery,
    @Me() me: string,
  ): Promise<unknown> {
    const { reader } = this;
    const filters = {
      scope: await reader.scopeOf(me),
      ...(cycle === undefined ? {} : { cycleId: cycle }),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(status === undefined ? {} : { status: [status] }),
      ...(scope === undefined ? {} : { commendationScope: scope }),
      ...(registration === undefined ? {} : { registrationId: registration }),
    };
    return reader.list({ name: 'commendations', of: ['commendation-book'] }, query, (db, page) =>
      listCommendations(db, { ...page, ...filters }),
    );
  }

  @Reads(
    'requirements',
    'Hồ sơ đề nghị khen thưởng phải có những gì · What the dossier of a commendation must hold',
    'CommendationRequirements',
  )
  requirements(): Answers['CommendationRequirements'] {
    const documents = commendation.REQUIRED_DOCUMENTS.map((kind) => {
      const [vi, en] = DOCUMENT_KIND_NAMES[kind];
      return { kind, name: { vi, en } };
    });
    return { documents };
  }

  @ReadsSeen(
    ':id',
    'Một đề nghị khen thưởng với hồ sơ, ý kiến và biên bản của hội đồng · One commendation with its files, and the opinion and minutes of the council',
    'CommendationDetail',
  )
  async one(@Param() { id }: IdParam, @Me() me: string): Promise<Seen<Answers['CommendationDetail']>> {
    const { reader } = this;
    const scope = await reader.scopeOf(me);
    return reader.one(['commendation-book', 'timeline', 'tasks'], async (db) =>
      withWaits(reader, db, await getCommendation(db, { id, scope }), { personId: me }),
    );
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery, @Me() me: string): Promise<unknown> {
    await this.one({ id }, me);
    return this.reader.timeline(`commendation-${id}`, query);
  }

  @Actions('CommendationActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['CommendationActions']> {
    const { reader } = this;
    const stream = `commendation-${id}`;
    const seen = await seenBy(reader.ports, me, stream, commendation.decider, ({ unitId }) => unitId);
    const { state } = reader.found(seen);
    return reader.told(await commendationActions(reader.ports, me, state));
  }
}
