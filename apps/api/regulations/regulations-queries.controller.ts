import { Body, Controller, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { calendar, localDateOf, regulation } from '#domain';
import { getRegulation, listRegulations, pageOfAll, type Seen } from '#read-models';
import { dryRunRegulation, lacksUnder, regulationActions } from '#use-cases';
import { proposeHolidays } from '#reminders';
import { inBoth, STEP_NAMES } from '#words';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { headerOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { IdParam, TakesCommand } from '../http/command-route.ts';
import { languageOf } from '../http/problem/language.ts';
import { Reader } from '../reading/reader.ts';
import type { Answers } from '../reading/answers.ts';
import { PageAsOfQuery, PageQuery } from '../reading/list-query.ts';
import { Actions, Lists, Reads, ReadsSeen, Tells, Timeline } from '../reading/reads.ts';
import { HolidaysQuery, WorkingDaysQuery } from './calendar.dto.ts';
import { dryRunSentence } from './dry-run-words.ts';
import { remarkSentence } from './remark-sentence.ts';
import { DryRunBody, RegulationsQuery, StartingParam } from './regulations.dto.ts';

@ApiTags('regulations')
@Controller('api/regulations')
export class RegulationsQueriesController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists('', 'Các quy định · The regulations', 'Regulation')
  list(@Query() query: RegulationsQuery): Promise<unknown> {
    return this.reader.list({ name: 'regulations', of: ['rules'] }, query, (db, page) => listRegulations(db, page));
  }

  @Reads('holidays', 'Ngày nghỉ lễ dự kiến của một năm · The holidays proposed for a year', 'ProposedHolidays')
  holidays(@Query() { year }: HolidaysQuery): Answers['ProposedHolidays'] {
    const asked = year ?? Number(localDateOf(this.reader.now).slice(0, 4));
    return { year: asked, items: proposeHolidays(asked), next: null };
  }

  @Reads(
    'examples',
    'Các quy định minh họa để bắt đầu, theo loại cơ quan · Illustrative regulations to start from, by kind of office',
    'StartingRegulations',
  )
  examples(@Query() { year }: HolidaysQuery, @Req() request: KnownRequest): Answers['StartingRegulations'] {
    const kinds = Object.keys(regulation.STARTING_REGULATIONS) as regulation.StartingKind[];
    const items = kinds.map((kind) => this.startingWith(kind, year, request));
    return { items: items.map(({ content: _content, ...item }) => item), next: null };
  }

  @Reads(
    'examples/:kind',
    'Toàn văn một quy định minh họa, để gửi lại thành dự thảo · The whole of one, to be sent back as a draft',
    'StartingRegulation',
  )
  example(
    @Param() { kind }: StartingParam,
    @Query() { year }: HolidaysQuery,
    @Req() request: KnownRequest,
  ): Answers['StartingRegulation'] {
    return this.startingWith(kind, year, request);
  }

  @ReadsSeen(':id', 'Một quy định với toàn văn · A regulation with its whole text', 'RegulationDetail')
  async one(@Param() { id }: IdParam, @Req() request: KnownRequest): Promise<Seen<Answers['RegulationDetail']>> {
    const { value, ...seen } = await this.reader.one(['rules'], (db) => getRegulation(db, id));
    const { status, content } = value;
    const remarks = status === 'DRAFT' ? regulation.remarksOn(content, localDateOf(this.reader.now)) : [];
    const spoken = languageOf(headerOf(request, 'accept-language')) === 'vi' ? 0 : 1;
    return { ...seen, value: { ...value, remarks: remarks.map((each) => remarkSentence(each)[spoken]) } };
  }

  @Timeline()
  async timeline(@Param() { id }: IdParam, @Query() query: PageAsOfQuery): Promise<unknown> {
    await this.reader.one(['rules'], (db) => getRegulation(db, id));
    return this.reader.timeline(`regulation-${id}`, query);
  }

  @Actions('RegulationActions')
  async actions(@Param() { id }: IdParam, @Me() me: string): Promise<Answers['RegulationActions']> {
    const { reader } = this;
    return reader.told(await regulationActions(reader.ports, me, id));
  }

  @Lists(
    ':id/lacks',
    'Những bước mà đơn vị thiếu người · The steps for which units lack people, today and under this regulation',
    'StepLack',
  )
  async lacks(@Param() { id }: IdParam, @Query() query: PageQuery, @Me() me: string): Promise<unknown> {
    const scope = await this.reader.scopeOf(me);
    const seen = scope === 'all' ? undefined : new Set(scope.unitIds);
    const all = this.reader.found(await lacksUnder(this.reader.ports, id));
    const lacks = all
      .filter(({ unitId }) => seen?.has(unitId) ?? true)
      .map((lack) => ({ ...lack, stepName: inBoth(STEP_NAMES[lack.step]) }));
    return this.reader.list({ name: 'lacks', of: ['rules'] }, query, (_db, page) =>
      Promise.resolve(pageOfAll(lacks, page, ({ unitId, step }) => `${unitId} ${step}`)),
    );
  }

  @ReadsSeen(
    ':id/working-days',
    'Đếm ngày làm việc theo lịch của quy định · Count working days by the calendar of the regulation',
    'WorkingDays',
  )
  async workingDays(
    @Param() { id }: IdParam,
    @Query() { from = localDateOf(this.reader.now), days = 1, until }: WorkingDaysQuery,
    @Req() request: KnownRequest,
  ): Promise<Seen<Answers['WorkingDays']>> {
    const { value, ...seen } = await this.reader.one(['rules'], (db) => getRegulation(db, id));
    const of = regulation.calendarOf(value.content);
    const language = languageOf(headerOf(request, 'accept-language'));
    const counted = calendar.explain(
      of,
      from,
      until === undefined ? days : calendar.workingDaysBetween(of, from, until),
    );
    const sentence =
      until === undefined
        ? calendar.arithmeticSentence(counted, language)
        : calendar.dueSentence(of, { today: from, dueOn: until }, language);
    return { ...seen, value: { ...counted, sentence } };
  }

  @Post(':id/dry-run')
  @Tells('DryRun')
  @May(...regulation.MAY_TRY)
  @ApiOperation({
    summary:
      'Áp dụng thử: đăng ký nào sẽ khác đi · Every live registration whose outcome, step or deadline would change',
  })
  @TakesCommand('X-Kheo-Client')
  async dryRun(
    @Param() { id }: IdParam,
    @Body() body: DryRunBody,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<unknown> {
    const run = await dryRunRegulation(this.reader.ports, { id, againstId: body.againstRegulationId, personId: me });
    if ('kind' in run) return run;
    const language = languageOf(headerOf(request, 'accept-language'));
    return { changes: run.changes.map((each) => ({ ...each, sentence: dryRunSentence(each, language) })) };
  }

  private startingWith(
    kind: regulation.StartingKind,
    year = Number(localDateOf(this.reader.now).slice(0, 4)),
    request: KnownRequest,
  ): Answers['StartingRegulation'] {
    const content = regulation.startingRegulation(kind, year, proposeHolidays(year));
    const [vi, en] = regulation.STARTING_REGULATIONS[kind];
    const language = languageOf(headerOf(request, 'accept-language'));
    return { kind, year, title: content.title, description: language === 'vi' ? vi : en, content };
  }
}
