import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf } from '#domain';
import { roleScopes } from '#identity';
import { listTasks, TASK_SORTS, type TaskKind } from '#read-models';
import { tasksToday } from '#use-cases';
import { Me } from '../http/access/asking.ts';
import { IdField, OneOf } from '../http/validation/fields.ts';
import { sentences } from '../reading/actions.ts';
import { PageQuery } from '../reading/list-query.ts';
import { Reader } from '../reading/reader.ts';
import { Lists } from '../reading/reads.ts';
import { answeredTasks } from './task-answer.ts';

const KINDS = [
  'registration',
  'commendation',
  'decision',
  'report',
  'appointment',
  'regulation',
] as const satisfies readonly TaskKind[];

export class TasksQuery extends PageQuery {
  @IdField({ optional: true }) cycle?: string;
  @OneOf(KINDS, { optional: true }) kind?: (typeof KINDS)[number];
  @IdField({ optional: true, description: 'Of mine: what waits under this one alone' }) appointment?: string;
  @OneOf(TASK_SORTS, { optional: true, description: 'The longest-waiting first when absent' })
  sort?: (typeof TASK_SORTS)[number];
}

@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  @Inject(Reader) private readonly reader: Reader;

  @Lists(
    '',
    'Việc đang chờ tôi, chờ lâu nhất hoặc đến hạn sớm nhất trước · What waits for me, what waits longest or is due first at the top',
    'Task',
  )
  async list(@Query() { cycle, appointment, ...query }: TasksQuery, @Me() me: string): Promise<unknown> {
    const { reader } = this;
    const today = localDateOf(reader.now);
    const directory = await reader.directory();
    const roles = roleScopes(directory, me, reader.now, appointment);
    const mine = {
      personId: me,
      today,
      roles,
      ...(cycle === undefined ? {} : { cycleId: cycle }),
      ...(appointment === undefined ? {} : { alone: true }),
    };
    return reader.list({ name: 'tasks', of: ['tasks', 'rules'] }, query, async (db, page) => {
      for (let asked = page; ;) {
        const { items, next } = await listTasks(db, { ...asked, ...mine });
        const tasks = await tasksToday(reader.ports, me, items);
        // Of a page on which nothing is left for them today the next one is told.
        if (tasks.length > 0 || next === null)
          return { items: answeredTasks(tasks, sentences(directory, reader.now)), next };
        asked = { ...asked, after: next };
      }
    });
  }
}
