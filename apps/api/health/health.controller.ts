import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { ReminderStatus } from '#reminders';
import { runChecks } from '#service';
import { asyncApi, schemaFor } from '#contracts';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { PORTS, type Ports } from '../commands/ports.ts';
import { OwnPosition } from '../http/answer/own-position.ts';
import { PROJECTIONS, type ProjectionHealth, type Projections } from '../http/answer/projections.ts';
import { Public } from '../http/access/access.ts';
import { LOGGER } from '../http/answer/problem.filter.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { Answers } from '../reading/answers.ts';
import { Tells } from '../reading/reads.ts';
import { QUEUE_HEALTH, type QueueHealth, type QueueStanding } from '../http/answer/queue-health.ts';
import { METRICS, type RequestMetrics } from '../http/server/metrics.ts';
import { Text, WholeNumberText } from '../http/validation/fields.ts';

export class SchemaParam {
  @Text({ max: 100 }) type: string;
  @WholeNumberText({ min: 1, max: 1000 }) version: number;
}

@ApiTags('health')
@Controller()
export class HealthController {
  @Inject(PORTS) private readonly ports: Ports;
  @Inject(PROJECTIONS) private readonly projections: Projections;
  @Inject(METRICS) private readonly metrics: RequestMetrics;
  @Inject(QUEUE_HEALTH) private readonly queue: QueueHealth;
  @Inject(LOGGER) private readonly logger: Logger;

  // How the process is must be told while the database is away, too.
  @OwnPosition()
  @Get('health/live')
  @Public()
  @ApiOperation({ summary: 'Tiến trình đang chạy · The process runs' })
  @Tells('Live')
  live(): Answers['Live'] {
    return { status: 'live' };
  }

  /** Log and database answer, and every projection runs; with its lag. A queue that is down only delays reminders. */
  @OwnPosition()
  @Get('health/ready')
  @Public()
  @ApiOperation({ summary: 'Sẵn sàng chưa, trễ bao nhiêu · Ready or not, and how far behind' })
  @Tells('Ready')
  @ApiResponse({
    status: 503,
    description: 'Log or database do not answer, or a projection has stopped',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Ready' } } },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Answers['Ready']> {
    const looked: Looked = {};
    const { log, database } = await this.look(looked);
    const stopped = looked.projections?.some(({ status }) => status === 'stopped') ?? false;
    const ready = log.status === 'up' && database.status === 'up' && !stopped;
    if (!ready) void reply.status(503);
    const { reminders, queue } = looked;
    return {
      status: ready ? 'ready' : 'degraded',
      log,
      database,
      ...(reminders && { reminders: { ...reminders, ...(queue === undefined ? {} : { queue }) } }),
      ...(looked.projections && { projections: looked.projections.map(shown) }),
    };
  }

  @OwnPosition()
  @Get('metrics')
  @Public()
  @ApiOperation({ summary: 'Số đo cho Prometheus · Metrics for Prometheus' })
  @Tells({ 'text/plain': { schema: { type: 'string' } } })
  async prometheus(@Res() reply: FastifyReply): Promise<void> {
    const looked: Looked = {};
    await this.look(looked);
    if (looked.reminders) this.metrics.tellReminders(looked.reminders);
    if (looked.projections) this.metrics.tellProjections(looked.projections);
    const text = await this.metrics.registry.metrics();
    await reply.type(this.metrics.registry.contentType).send(text);
  }

  @Get('api/asyncapi.json')
  @Public()
  @ApiOperation({ summary: 'Mô tả AsyncAPI của dòng sự kiện và webhook · The AsyncAPI document of feed and webhooks' })
  @Tells({ 'application/json': { schema: { type: 'object', required: ['asyncapi', 'info', 'channels'] } } })
  asyncApi(): object {
    return asyncApi;
  }

  @Get('api/schemas/:type/:version')
  @Public()
  @ApiOperation({ summary: 'JSON Schema của một loại sự kiện · The JSON Schema of an event type' })
  @Tells({ 'application/json': { schema: { type: 'object', required: ['$schema', 'title', 'type'] } } })
  schema(@Param() { type, version }: SchemaParam): object {
    const schema = schemaFor(type, version);
    if (schema === undefined) throw new Refusal('not-found');
    return schema;
  }

  /** Looks at everything at once, each for a bounded time; keeps what answered. */
  private look(looked: Looked) {
    return runChecks(
      {
        log: async () => ({ head: await this.ports.store.head() }),
        database: async () => {
          looked.reminders = await this.ports.reminders.status();
          return undefined;
        },
        projections: async () => {
          looked.projections = await this.projections.status();
          return undefined;
        },
        queue: async () => {
          looked.queue = await this.queue();
          return undefined;
        },
      },
      (name, error) => this.logger.warn({ err: error, check: name }, 'a check of health failed'),
    );
  }
}

interface Looked {
  projections?: readonly ProjectionHealth[];
  reminders?: ReminderStatus;
  queue?: QueueStanding | undefined;
}

const shown = ({ name, status, position, lagEvents, lagMore, lagSeconds, holder }: ProjectionHealth) => ({
  ...{ name, status, position, lagEvents, lagMore, lagSeconds },
  active: holder !== null,
});
