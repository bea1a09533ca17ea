import { Body, Controller, Delete, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { May } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { conditionOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { AnswersNothing, TakesCommand } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Tells } from '../reading/reads.ts';
import { UnitViewParam, ViewBody } from './preferences.dto.ts';
import { assertKeeper, KEEP_VIEWS, removeView, saveView } from './saved-views.ts';

/** Views that a unit shares: everybody who is appointed to it finds them among their own. */
@ApiTags('preferences')
@Controller('api/units/:id/views')
export class UnitViewsController {
  @Inject(Reader) private readonly reader: Reader;

  @Put(':viewId')
  @Tells('SavedView')
  @May(...KEEP_VIEWS)
  @ApiOperation({
    summary:
      'Lưu một bộ lọc dùng chung của đơn vị; sửa thì kèm If-Match · Save a view that the unit shares; to change one that is there, with If-Match',
  })
  @TakesCommand('If-Match', 'X-Kheo-Client')
  async save(
    @Param() { id: unitId, viewId: id }: UnitViewParam,
    @Body() content: ViewBody,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Answers['SavedView']> {
    await assertKeeper(this.reader, unitId, me);
    return saveView(this.reader, { owner: { unitId }, id, content, ifMatch: conditionOf(request) }, me);
  }

  @Delete(':viewId')
  @AnswersNothing()
  @May(...KEEP_VIEWS)
  @ApiOperation({ summary: 'Xóa một bộ lọc dùng chung của đơn vị · Remove a view that the unit shares' })
  @TakesCommand('If-Match', 'X-Kheo-Client')
  async remove(
    @Param() { id: unitId, viewId: id }: UnitViewParam,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<void> {
    await assertKeeper(this.reader, unitId, me);
    await removeView(this.reader, { owner: { unitId }, id, ifMatch: conditionOf(request) });
  }
}
