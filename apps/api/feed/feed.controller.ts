import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { reading } from '#domain';
import { readBounded, UnknownPositionError, type EventLog } from '#event-store';
import { categoriesOf, type Epoch } from '#identity';
import { feedEventOf, type Telling } from '#webhooks';
import type { FastifyReply } from 'fastify';
import { PORTS, type Ports } from '../commands/ports.ts';
import { AccessWatch } from '../http/access/access-watch.ts';
import { MayProgram } from '../http/access/access.ts';
import type { KnownRequest } from '../http/access/principal.ts';
import { beginEventStream, lastEventId } from '../http/answer/event-stream.ts';
import { OwnPosition } from '../http/answer/own-position.ts';
import { Refusal } from '../http/problem/problem.ts';
import { CLOSING } from '../http/server/closing.ts';
import { WholeNumberText } from '../http/validation/fields.ts';
import type { Answers } from '../reading/answers.ts';
import { Reads } from '../reading/reads.ts';
import { createFeedReads } from './feed-reads.ts';
import { follow, type FollowOptions } from './follow.ts';
import { framing } from './frames.ts';
import { createTail, type Tail } from './tail.ts';

/** Injection token of {@link Epoch}. */
export const EPOCH = Symbol('epoch');

const POSITION = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;
const HEARTBEAT_MS = 15_000;
/** A page is full when it holds so many bytes of events, or `limit` of them. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** A stream whose reader takes nothing for so long is cut. */
const STALL_MS = 30_000;
/** The newest events that streams share, and the most that is written to one at once. */
const TAIL = { keepBytes: 8 * 1024 * 1024, chunkBytes: 256 * 1024 } as const;

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
  readonly store: EventLog;
  private readonly tails: { readonly named: Tail; readonly nameless: Tail };
  private readonly noteRead: ReturnType<typeof createFeedReads>;
  private readonly access: AccessWatch;
  private readonly epoch: Epoch;
  private readonly closing: AbortSignal;
  constructor(
    @Inject(PORTS) ports: Ports,
    @Inject(AccessWatch) access: AccessWatch,
    @Inject(EPOCH) epoch: Epoch,
    @Inject(CLOSING) closing: AbortSignal,
  ) {
    this.store = ports.store;
    this.tails = {
      named: createTail(ports.store, framing({ personal: true }), TAIL),
      nameless: createTail(ports.store, framing({ personal: false }), TAIL),
    };
    this.noteRead = createFeedReads(ports);
    this.access = access;
    this.epoch = epoch;
    this.closing = closing;
  }

  @Reads(
    '',
    'Một trang của nhật ký sự kiện · A page of the log',
    'FeedPage',
    MayProgram('feed', ...reading.rights.ReadFeed),
  )
  async page(
    @Query() { after = 0, limit = 100, wait = 0 }: FeedQuery,
    @Req() request: KnownRequest,
  ): Promise<Answers['FeedPage']> {
    await this.notAhead(after);
    if (wait > 0 && request.method !== 'HEAD') await this.waitPast(after, wait * 1000, request);
    const { personal, ...only } = toldTo(request);
    const { sent, upTo } = await ofThisLog(
      readBounded(this.store, { after, limit, maxBytes: PAGE_BYTES, ...only }, (event) => {
        const sent = feedEventOf(event, { personal });
        return { sent, size: Buffer.byteLength(JSON.stringify(sent)) };
      }),
    );
    await this.noteRead(request);
    return { epoch: await this.epoch(), events: sent, next: upTo };
  }

  @OwnPosition()
  @Reads(
    'stream',
    'Nhật ký theo dòng chảy, nối tiếp bằng Last-Event-ID · The log as server-sent events, with Last-Event-ID',
    { 'text/event-stream': { schema: { type: 'string' } } },
    MayProgram('feed', ...reading.rights.ReadFeed),
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
    const from = lastEventId(request) ?? after ?? 0;
    await this.notAhead(from);
    await ofThisLog(this.store.readAll({ after: from, limit: 1 }));
    const epoch = await this.epoch();
    await this.noteRead(request);
    beginEventStream(reply);
    if (request.method === 'HEAD') {
      reply.raw.end();
      return;
    }
    reply.raw.write(`event: epoch\ndata: ${JSON.stringify({ epoch })}\n\n`);
    await this.send(from, request, reply);
  }

  private async send(from: number, request: KnownRequest, { raw, log }: FastifyReply): Promise<void> {
    const over = new AbortController();
    const end = (): void => over.abort();
    raw.on('close', end);
    const forget = this.access.watch(request, end);
    const signal = AbortSignal.any([over.signal, this.closing]);
    try {
      const { personal, ...only } = toldTo(request);
      const shared = { store: this.store, tail: personal ? this.tails.named : this.tails.nameless };
      const how = await follow(shared, raw, { from, ...only, signal, heartbeatMs: HEARTBEAT_MS, stallMs: STALL_MS });
      if (how === 'stalled') raw.destroy();
      else raw.end();
    } catch (error) {
      log.warn({ err: error }, 'the log could not be read for a stream: the consumer is to come again');
      raw.end();
    } finally {
      forget();
    }
  }

  private async waitPast(after: number, timeoutMs: number, request: KnownRequest): Promise<void> {
    const over = new AbortController();
    const forget = this.access.watch(request, () => over.abort());
    try {
      await this.store.waitPast(after, timeoutMs, AbortSignal.any([over.signal, this.closing]));
    } finally {
      forget();
    }
    // What ended the wait may be that the reader lost the right.
    if (over.signal.aborted || !(await this.access.stillAdmits(request))) throw new Refusal('not-signed-in');
  }

  private async notAhead(after: number): Promise<void> {
    if (after > (await this.store.head())) throw new Refusal('ahead-of-log');
  }
}

/** What of the log a reader is told: a person all of it, a program what its key has scopes for. */
const toldTo = ({ principal }: KnownRequest): Telling & Pick<FollowOptions, 'categories'> => {
  if (principal?.kind !== 'program') return { personal: true };
  const categories = categoriesOf(principal.scopes) ?? [];
  return { personal: principal.scopes.includes('personal'), ...(categories === 'all' ? {} : { categories }) };
};

/** A position that this log never told is of another log, as one that is ahead of it. */
async function ofThisLog<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof UnknownPositionError) throw new Refusal('ahead-of-log');
    throw error;
  }
}
