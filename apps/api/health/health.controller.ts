import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { schemaFor } from '#contracts';
import type { FastifyReply } from 'fastify';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { PROJECTIONS, type Projections } from '../http/answer/projections.ts';
import { Public } from '../http/access/access.ts';
import { Refusals } from '../http/command-route.ts';
import { Refusal } from '../http/problem/problem.ts';
import type { Answers } from '../reading/answers.ts';
import { Tells } from '../reading/reads.ts';
import { METRICS } from './metrics-token.ts';
import { QUEUE_HEALTH, type QueueHealth } from './queue-health.ts';
import type { RequestMetrics } from '../http/server/metrics.ts';
import { Text, WholeNumberText } from '../http/validation/fields.ts';

export class SchemaParam {
  @Text({ max: 100 }) type: string;
  @WholeNumberText({ min: 1, max: 1000 }) version: number;
}

@ApiTags('health')
@Controller()
export class HealthController {
  private readonly ports: Ports;
  private readonly projections: Projections;
  private readonly metrics: RequestMetrics;
  private readonly queue: QueueHealth;

  constructor(
    @Inject(PORTS) ports: Ports,
    @Inject(PROJECTIONS) projections: Projections,
    @Inject(METRICS) metrics: RequestMetrics,
    @Inject(QUEUE_HEALTH) queue: QueueHealth,
  ) {
    this.ports = ports;
    this.projections = projections;
    this.metrics = metrics;
    this.queue = queue;
  }

  @Get('health/live')
  @Public()
  @ApiOperation({ summary: 'Tiến trình đang chạy · The process runs' })
  @Tells('Live')
  live(): Answers['Live'] {
    return { status: 'live' };
  }

  /** The log answers, and every projection runs; with its lag. A queue that is down only delays reminders. */
  @Get('health/ready')
  @Public()
  @ApiOperation({ summary: 'Sẵn sàng chưa, trễ bao nhiêu · Ready or not, and how far behind' })
  @Tells('Ready')
  @ApiResponse({
    status: 503,
    description: 'A projection has stopped',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Ready' } } },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Answers['Ready']> {
    const head = await this.ports.store.head();
    const projections = await this.projections.status();
    const [reminders, queue] = await Promise.all([this.ports.reminders.status(), this.queue()]);
    const stopped = projections.filter(({ status }) => status === 'stopped').map(({ name }) => name);
    if (stopped.length > 0) void reply.status(503);
    return {
      status: stopped.length === 0 ? 'ready' : 'degraded',
      log: { head },
      reminders: { ...reminders, ...(queue === undefined ? {} : { queue }) },
      projections: projections.map(({ name, status, position, lagEvents, lagSeconds }) => ({
        name,
        status,
        position,
        lagEvents,
        ...(lagSeconds === undefined ? {} : { lagSeconds }),
      })),
    };
  }

  @Get('metrics')
  @Public()
  @ApiOperation({ summary: 'Số đo cho Prometheus · Metrics for Prometheus' })
  @Tells({ 'text/plain': { schema: { type: 'string' } } })
  async prometheus(@Res() reply: FastifyReply): Promise<void> {
    this.metrics.tellReminders(await this.ports.reminders.status());
    const text = await this.metrics.registry.metrics();
    await reply.type(this.metrics.registry.contentType).send(text);
  }

  @Get('api/schemas/:type/:version')
  @Public()
  @ApiOperation({ summary: 'JSON Schema của một loại sự kiện · The JSON Schema of an event type' })
  @Tells({ 'application/json': { schema: { type: 'object', required: ['$schema', 'title', 'type'] } } })
  @Refusals()
  schema(@Param() { type, version }: SchemaParam): object {
    const schema = schemaFor(type, version);
    if (schema === undefined) throw new Refusal('not-found');
    return schema;
  }
}
