import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reminding } from '#domain';
import { listReminders } from '#read-models';
import { reminderUseCase } from '#use-cases';
import { MayAtRoot } from '../http/access/access.ts';
import { Me } from '../http/access/asking.ts';
import { Commands } from '../http/commands.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, Reads } from '../reading/reads.ts';
import { MessagesQuery, ReminderRetryBody, RemindersQuery } from './reminders.dto.ts';

@ApiTags('reminders')
@Controller('api/reminders')
@Commands(reminderUseCase, reminding.rights, { RetryReminder: ['retry', ReminderRetryBody] }, { access: MayAtRoot })
export class RemindersController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists(
    '',
    'Bằng chứng đã nhắc: ai, lúc nào, bằng cách nào, hoặc vì sao không · Proof of reminding: who, when, how, or why not',
    'Reminder',
  )
  async list(@Query() query: RemindersQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const { unit, subject } = query;
    const filters = {
      scope: (await reader.appraiserOf(me))?.otherwise ?? (await reader.scopeOf(me)),
      ...(unit === undefined ? {} : { unitIds: await reader.unitsUnder(unit) }),
      ...(subject === undefined ? {} : { subjectId: subject }),
    };
    return reader.list(
      { name: 'reminders', of: ['reminder-history'] },
      query,
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
}
