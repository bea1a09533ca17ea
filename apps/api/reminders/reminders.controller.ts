import { Body, Controller, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { listReminders } from '#read-models';
import type { FastifyReply } from 'fastify';
import { toAnswer, type Answered, type Sending } from '#use-cases';
import { administratorOf } from '../commands/administrator.ts';
import { MayAtRoot } from '../http/access/access.ts';
import { HowSent, Me } from '../http/access/asking.ts';
import { AnswersCommand, IdParam, TakesCommand } from '../http/command-route.ts';
import { summaryOf } from '../http/command-summaries.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { Answers } from '../reading/answers.ts';
import { Reader } from '../reading/reader.ts';
import { Lists, Reads } from '../reading/reads.ts';
import { MessagesQuery, ReminderRetryBody, RemindersQuery } from './reminders.dto.ts';

@ApiTags('reminders')
@Controller('api/reminders')
export class RemindersController {
  private readonly reader: Reader;
  constructor(@Inject(Reader) reader: Reader) {
    this.reader = reader;
  }

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

  @Post(':id/retry')
  @MayAtRoot('SYSTEM_ADMIN')
  @ApiOperation({ summary: summaryOf('RetryReminder') })
  @TakesCommand('Idempotency-Key', 'X-Kheo-Client')
  @AnswersCommand(200)
  async retry(
    @Param() { id }: IdParam,
    @Body() { reason }: ReminderRetryBody,
    @HowSent() sent: Sending,
    @Me() me: string,
  ): Promise<Answered> {
    const { ports } = this.reader;
    const actor = await administratorOf(ports, me);
    if ('kind' in actor) return actor;
    const commandId = sent.idempotencyKey ?? ports.newId();
    const answer = await ports.reminders.retry(id, { commandId, actor }, reason);
    if (answer === undefined) throw new Refusal('not-found');
    return answer.kind === 'rejected' ? answer : toAnswer(id, answer);
  }
}
