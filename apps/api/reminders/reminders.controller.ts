import { Body, Controller, Inject, Param, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { reminding } from '#domain';
import { listReminders } from '#read-models';
import type { FastifyReply } from 'fastify';
import { reminderUseCase, type Answered, type Sending } from '#use-cases';
import { RunCommand } from '../commands/run-command.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { ActsAtRoot, IdParam } from '../http/command-route.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, Reads } from '../reading/reads.ts';
import { MessagesQuery, ReminderRetryBody, RemindersQuery } from './reminders.dto.ts';

const Act = ActsAtRoot(reminding.rights);

@ApiTags('reminders')
@Controller('api/reminders')
export class RemindersController {
  @Inject(Reader) private readonly reader: Reader;
  @Inject(CommandBus) private readonly commands: CommandBus;

  @Lists(
    '',
    'Bằng chứng đã nhắc: ai, lúc nào, bằng cách nào, hoặc vì sao không · Proof of reminding: who, when, how, or why not',
    'Reminder',
  )
  async list(
    @Query() query: RemindersQuery,
    @Me() me: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { reader } = this;
    const { unit, subject } = query;
    const filters = {
      scope: await reader.scopeOf(me),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(subject === undefined ? {} : { subjectId: subject }),
    };
    return reader.list(
      { name: 'reminders', of: ['reminder-history'] },
      query,
      reply,
      (db, { unit: _unit, subject: _subject, ...page }) => listReminders(db, { ...page, ...filters }),
    );
  }

  @Reads(
    'messages',
    'Tin nhắc trong hàng gửi: của ai, đã thử mấy lần, vì sao dừng · Messages: whose, how often tried, why given up',
    'ReminderMessages',
    MayAtRoot('SYSTEM_ADMIN'),
  )
  async messages(@Query() { limit = 50, ...query }: MessagesQuery): Promise<Answers['ReminderMessages']> {
    return this.reader.ports.reminders.listMessages({ limit, ...query });
  }

  @Act('RetryReminder')
  retry(@Param() { id }: IdParam, @Body() data: ReminderRetryBody, @HowSent() sent: Sending): Promise<Answered> {
    return this.commands.execute(new RunCommand(reminderUseCase, { ...sent, type: 'RetryReminder', id, data }));
  }
}
