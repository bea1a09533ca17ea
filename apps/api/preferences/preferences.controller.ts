import { Body, Controller, Delete, Inject, Param, Put, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { conditionOf, revisionsOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { AnswersNothing, IdParam, TakesCommand } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Reads, Tells } from '../reading/reads.ts';
import { SettingsBody, ViewBody, ViewsQuery } from './preferences.dto.ts';
import { removeView, saveView, viewsFor } from './saved-views.ts';

/** How the person who asks wants the application: nobody else sees it. */
@ApiTags('preferences')
@Controller('api')
export class PreferencesController {
  @Inject(Reader) private readonly reader: Reader;

  @Reads('settings', 'Cài đặt của tôi: ngôn ngữ, các cột · My settings: language, columns', 'Settings')
  settings(@Me() me: string): Promise<Answers['Settings']> {
    return this.reader.ports.preferences.settings.find(me);
  }

  @Put('settings')
  @Tells('Settings')
  @SignedIn()
  @ApiOperation({ summary: 'Thay toàn bộ cài đặt của tôi · Replace all my settings' })
  @TakesCommand('If-Match', 'X-Kheo-Client')
  async saveSettings(
    @Body() { language, columns }: SettingsBody,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Answers['Settings']> {
    const { ports, now } = this.reader;
    const twice = columns.findIndex(({ list }, index) => columns.findIndex((each) => each.list === list) < index);
    if (twice >= 0)
      throw new Refusal('malformed', { faults: [{ pointer: `/columns/${String(twice)}/list`, code: 'named-twice' }] });
    const wanted = { language: language ?? null, columns };
    const saved = await ports.preferences.settings.replace(me, wanted, now, { ifMatch: revisionsOf(request) });
    if (saved === 'stale') throw new Refusal('stale-revision');
    return saved;
  }

  @Reads(
    'views',
    'Các bộ lọc đã lưu: của tôi và của đơn vị tôi · Saved views: mine, and those of my units',
    'SavedViews',
  )
  async views(@Query() { list }: ViewsQuery, @Me() me: string): Promise<Answers['SavedViews']> {
    const views = await viewsFor(this.reader, me);
    return { items: views.filter((view) => list === undefined || view.list === list), next: null };
  }

  @Put('views/:id')
  @Tells('SavedView')
  @SignedIn()
  @ApiOperation({
    summary:
      'Lưu một bộ lọc của tôi; sửa thì kèm If-Match · Save a view of mine; to change one that is there, with If-Match',
  })
  @TakesCommand('If-Match', 'X-Kheo-Client')
  save(
    @Param() { id }: IdParam,
    @Body() content: ViewBody,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Answers['SavedView']> {
    return saveView(this.reader, { owner: { personId: me }, id, content, ifMatch: conditionOf(request) }, me);
  }

  @Delete('views/:id')
  @AnswersNothing()
  @SignedIn()
  @ApiOperation({ summary: 'Xóa một bộ lọc của tôi · Remove a view of mine' })
  @TakesCommand('If-Match', 'X-Kheo-Client')
  remove(@Param() { id }: IdParam, @Me() me: string, @Req() request: KnownRequest): Promise<void> {
    return removeView(this.reader, { owner: { personId: me }, id, ifMatch: conditionOf(request) });
  }
}
