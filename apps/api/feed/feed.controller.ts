import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { EventStore } from '#event-store';
import { feedEventOf } from '#webhooks';
import type { FastifyReply } from 'fastify';
import { PORTS, type Ports } from '../commanding/ports.ts';
import { MayProgram } from '../http/access/access.ts';
import { headerOf, malformed } from '../http/access/asking.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { Refusal } from '../http/problem/problem.ts';
import { CLOSING } from '../http/server/closing.ts';
import { WholeNumberText } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';
import { EPOCH, type Epoch } from './epoch.ts';

const POSITION = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;
const HEARTBEAT_MS = 15_000;

export class FeedQuery {
  @WholeNumberText({ optional: true, ...POSITION }) after?: number;
  @WholeNumberText({ optional: true, min: 1, max: 1000 }) limit?: number;
  @WholeNumberText({ optional: true, min: 0, max: 30, description: 'Seconds to wait for something new' }) wait?: number;
}

export class StreamQuery {
  @WholeNumberText({ optional: true, ...POSITION }) after?: number;
}

/** The log for other programs, in its order, from the very first event. */
@ApiTags('feed')
@Controller('api/feed')
export class FeedController {
  private readonly store: EventStore;
  private readonly epoch: Epoch;
  private readonly closing: AbortSignal;
  constructor(@Inject(PORTS) ports: Ports, @Inject(EPOCH) epoch: Epoch, @Inject(CLOSING) closing: AbortSignal) {
    this.store = ports.store;
    this.epoch = epoch;
    this.closing = closing;
  }

  @Reads('', 'Một trang của nhật ký sự kiện · A page of the log', 'FeedPage', MayProgram('feed', 'AUDITOR'))
  async page(@Query() { after = 0, limit = 100, wait = 0 }: FeedQuery): Promise<Answers['FeedPage']> {
    await this.notAhead(after);
    if (wait > 0) await this.store.waitPast(after, wait * 1000, this.closing);
    const { events, upTo } = await this.store.readAll({ after, limit });
    return {
      epoch: await this.epoch(),
      events: events.map(feedEventOf),
      next: events.at(-1)?.position ?? Math.max(upTo, after),
    };
  }

  @Reads(
    'stream',
    'Nhật ký theo dòng chảy, nối tiếp bằng Last-Event-ID · The log as server-sent events, with Last-Event-ID',
    { 'text/event-stream': { schema: { type: 'string' } } },
    MayProgram('feed', 'AUDITOR'),
  )
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Position of the last event that was received',
    schema: { type: 'integer' },
  })
  async stream(
    @Query() { after }: StreamQuery,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const last = headerOf(request, 'last-event-id');
    if (last !== undefined && !/^\d{1,15}$/u.test(last)) throw malformed('Last-Event-ID', 'not-a-whole-number');
    const from = last === undefined ? (after ?? 0) : Number(last);
    await this.notAhead(from);
    const epoch = await this.epoch();
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(`event: epoch\ndata: ${JSON.stringify({ epoch })}\n\n`);
    await this.follow(from, reply);
  }

  private async follow(from: number, { raw }: FastifyReply): Promise<void> {
    const gone = new AbortController();
    raw.on('close', () => gone.abort());
    const ended = AbortSignal.any([gone.signal, this.closing]);
    let after = from;
    while (!ended.aborted) {
      const { events, upTo } = await this.store.readAll({ after, limit: 500 });
      for (const event of events)
        raw.write(`id: ${String(event.position)}\ndata: ${JSON.stringify(feedEventOf(event))}\n\n`);
      after = events.at(-1)?.position ?? Math.max(upTo, after);
      if (raw.writableNeedDrain) await drained(raw, ended);
      if (events.length > 0) continue;
      raw.write(': still here\n\n');
      await this.store.waitPast(after, HEARTBEAT_MS, ended);
    }
    raw.end();
  }

  private async notAhead(after: number): Promise<void> {
    if (after > (await this.store.head())) throw new Refusal('ahead-of-log');
  }
}

const drained = (raw: FastifyReply['raw'], signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    raw.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
