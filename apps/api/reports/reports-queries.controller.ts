import { Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf, reporting } from '#domain';
import type { Language } from '#problems';
import {
  getBoardCoverage,
  getReport,
  listReports,
  type AsOf,
  type BoardView,
  type ReadModelsDb,
  type Seen,
} from '#read-models';
import {
  consolidationFacts,
  contentOf,
  definitionsIn,
  knownOf,
  regulationOf,
  reportActions,
  reportForm,
  seenBy,
  standingRules,
} from '#use-cases';
import { Me } from '../http/access/asking.ts';
import { headerOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { IdParam } from '../http/command-route.ts';
import { languageOf } from '../http/problem/language.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { Answers } from '../reading/answers.ts';
import { AsOfQuery, dayOf, PageAsOfQuery } from '../reading/list-query.ts';
import { namesOf } from '../reading/names-of-codes.ts';
import { Reader } from '../reading/reader.ts';
import { Actions, Lists, Reads, ReadsSeen, Timeline } from '../reading/reads.ts';
import { withWaits } from '../tasks/waits-for.ts';
import { coverageText } from './coverage-text.ts';
import { periodOf } from './period.ts';
import { ReportCoverageQuery, ReportsQuery } from './reports.dto.ts';

@ApiTags('reports')
@Controller('api/reports')
export class ReportsQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Bảng theo dõi báo cáo: ai đúng hạn, ai chậm · The board of reports: who is on time, who is not', 'Report')
  async list(@Query() query: ReportsQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const filters = {
      scope: await reader.scopeOf(me),
      ...(await this.filters(query)),
      ...(query.period === undefined ? {} : { period: periodOf(query.period) }),
    };
    return reader.list(
      { name: 'reports', of: LIST },
      query,
      async (db, { unit: _unit, receiver: _receiver, period: _period, ...page }) =>
        listReports(db, { ...(await this.view(db, page)), ...page, ...filters }),
    );
  }

  @ReadsSeen(
    'coverage',
    'Độ bao phủ của một kỳ: bao nhiêu báo cáo đã nộp; theo một loại thì bao nhiêu đơn vị · The coverage of a period: how many reports came in; of one kind, from how many units',
    'ReportCoverage',
  )
  async coverage(
    @Query() query: ReportCoverageQuery,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Seen<Answers['ReportCoverage']>> {
    const { reader } = this;
    const { kind } = query;
    const asked = {
      scope: await reader.scopeOf(me),
      period: periodOf(query.period),
      ...(await this.filters(query)),
      ...(kind === undefined ? {} : { kind }),
    };
    const { value: coverage, ...seen } = await reader.one(
      BOARD,
      async (db) => getBoardCoverage(db, { ...(await this.view(db, query)), ...asked }),
      query,
    );
    const counted = kind === undefined ? 'reports' : 'units';
    const text = coverageText(coverage.submitted, coverage.obliged, counted, languageIn(request));
    return { ...seen, value: { ...coverage, text, asOf: query.asOf ?? reader.now } };
  }

  @ReadsSeen(':id', 'Một báo cáo cùng mọi phiên bản · One report with all its versions', 'ReportDetail')
  async one(
    @Param() { id }: IdParam,
    @Query() asOf: AsOfQuery,
    @Me() me: string,
  ): Promise<Seen<Answers['ReportDetail']>> {
    const { reader } = this;
    const query = { id, scope: await reader.scopeOf(me) };
    const { value, ...seen } = await reader.one(
      [...BOARD, 'tasks'],
      async (db) => {
        const found = await getReport(db, { ...(await this.view(db, asOf)), ...query });
        return withWaits(reader, db, found, { personId: me, ...asOf });
      },
      asOf,
    );
    const regulation = regulationOf(await reader.ports.rules.current(), value.regulationId);
    const figureNames = namesOf(regulation && definitionsIn(regulation.content));
    return { ...seen, value: { ...value, figureNames, timeline: `/api/reports/${id}/timeline` } };
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery, @Me() me: string): Promise<unknown> {
    await this.visible(id, me);
    return this.reader.timeline(`report-${id}`, query);
  }

  @Reads(
    ':id/form',
    'Phải điền gì, số nào đã khóa, hạn đến ngày nào · What is to be filled in, what is locked, and by when',
    'ReportForm',
  )
  async form(@Param() { id }: IdParam, @Me() me: string, @Req() request: KnownRequest): Promise<Answers['ReportForm']> {
    const { reader } = this;
    const { state, revision } = await this.visible(id, me);
    const content = reader.found(await contentOf(reader.ports, state));
    const known = await knownOf(reader.ports, state, definitionsIn(content));
    if (known === undefined) throw new Refusal('read-model-behind', { headers: { 'retry-after': '1' } });
    const [today, language] = [localDateOf(reader.now), languageIn(request)];
    return reportForm(state, { content, known, revision, today, language });
  }

  @Reads(
    ':id/consolidation',
    'Tổng hợp ngay lúc này: báo cáo đã duyệt, đơn vị còn thiếu · The sum of approved reports as it stands now, and who is missing',
    'ReportConsolidation',
  )
  async consolidation(
    @Param() { id }: IdParam,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Answers['ReportConsolidation']> {
    const { state } = await this.visible(id, me);
    if (state.kind !== 'CONSOLIDATED') throw new Refusal('not-a-consolidated-report');
    const facts = await consolidationFacts(this.reader.ports, state);
    if ('kind' in facts) throw new Refusal(facts.reason);
    const made = reporting.consolidationOf(facts.definitions, facts.children);
    const { included, obliged } = made.coverage;
    const figureNames = namesOf(facts.definitions);
    return { ...made, figureNames, text: coverageText(included, obliged, 'reports', languageIn(request)) };
  }

  @Actions('ReportActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['ReportActions']> {
    const { state } = await this.visible(id, me);
    const { reader } = this;
    return reader.told(await reportActions(reader.ports, me, state));
  }

  /** Cut-offs with the standing of their day, by the rules as they were then. */
  private async view(db: ReadModelsDb, { asOf, knownAt }: AsOf): Promise<BoardView> {
    const { ports, now } = this.reader;
    const cutoffs = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
    const rules = await standingRules(db, ports.store, cutoffs);
    return { ...cutoffs, today: dayOf(cutoffs) ?? localDateOf(now), rules };
  }

  private async filters({
    unit,
    receiver,
    ...asOf
  }: AsOf & { readonly unit?: string; readonly receiver?: string }): Promise<{
    readonly unitIds?: readonly string[];
    readonly receiverId?: string;
  }> {
    return {
      ...(unit === undefined ? {} : { unitIds: await this.reader.unitsUnder(unit, dayOf(asOf)) }),
      ...(receiver === undefined ? {} : { receiverId: receiver }),
    };
  }

  private async visible(id: string, me: string) {
    const { ports } = this.reader;
    return this.reader.found(await seenBy(ports, me, `report-${id}`, reporting.decider, ({ unitId }) => unitId));
  }
}

/** The board tells how reports stand by the calendars of the regulations. */
const BOARD = ['report-board', 'rules'] as const;

/** The list finds them by the names of their units. */
const LIST = [...BOARD, 'units'] as const;

const languageIn = (request: KnownRequest): Language => languageOf(headerOf(request, 'accept-language'));
