import { Body, Controller, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { reminding } from '#domain';
import { reminderSentence } from '#reminders';
import { deliveryFor, recipientUseCase, type Answered, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { May, SignedIn } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { headerOf } from '../http/access/headers.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { AnswersCommand, AnswersNothing, IdParam, TakesCommand } from '../http/command-route.ts';
import { COMMANDS } from '../http/command-catalogue.ts';
import { languageOf } from '../http/problem/language.ts';
import { Refusal } from '../http/problem/problem.ts';
import { NoFields } from '../http/validation/validate.ts';
import type { Answers } from '../reading/answers.ts';
import { CursorQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Reads } from '../reading/reads.ts';
import { DeliveryBody } from './inbox.dto.ts';

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  @Inject(Reader) private readonly reader: Reader;
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Reads('', 'Hộp tin nhắc của tôi, mới nhất trước · My inbox of reminders, the newest first', 'Inbox')
  async list(
    @Query() { limit = 50, after }: CursorQuery,
    @Me() me: string,
    @Req() request: KnownRequest,
  ): Promise<Answers['Inbox']> {
    const language = languageOf(headerOf(request, 'accept-language'));
    const inbox = await this.reader.ports.reminders.listInbox(me, { limit, after });
    const items = inbox.items.map(({ items: duties, ...item }) => ({
      ...item,
      duties: duties.map((duty) => ({ ...duty, sentence: reminderSentence(duty, language) })),
    }));
    return { ...inbox, items };
  }

  @Post(':id/read')
  @AnswersNothing()
  @SignedIn()
  @ApiOperation({ summary: 'Đánh dấu đã đọc · Mark as read' })
  @TakesCommand('X-Kheo-Client')
  async read(@Param() { id }: IdParam, @Body() _nothing: NoFields, @Me() me: string): Promise<void> {
    if (!(await this.reader.ports.reminders.markRead(me, id))) throw new Refusal('not-found');
  }

  @Reads('settings', 'Tôi được nhắc bằng cách nào · How I am reminded', 'Delivery')
  settings(@Me() me: string): Promise<Answers['Delivery']> {
    return deliveryFor(this.reader.ports, me, this.reader.now);
  }

  @Post('settings')
  @May(...reminding.recipient.rights.ChooseDelivery)
  @ApiOperation({ summary: COMMANDS.ChooseDelivery[1] })
  @TakesCommand()
  @AnswersCommand(200)
  choose(@Body() data: DeliveryBody, @Me() me: string, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(recipientUseCase, { ...sent, type: 'ChooseDelivery', id: me, data }));
  }
}
