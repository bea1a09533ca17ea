import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { UnknownPositionError } from '#event-store';
import { PORTS, type Ports } from '../commands/ports.ts';
import { AccessWatch } from '../http/access/access-watch.ts';
import { MySession } from '../http/access/asking.ts';
import type { KnownRequest, Principal } from '../http/access/principal.ts';
import { beginEventStream, lastEventId } from '../http/answer/event-stream.ts';
import { OwnPosition } from '../http/answer/own-position.ts';
import { LOGGER } from '../http/answer/problem.filter.ts';
import { PROJECTIONS, type Projections } from '../http/answer/projections.ts';
import { Refusal } from '../http/problem/problem.ts';
import { CLOSING } from '../http/server/closing.ts';
import { WholeNumberText } from '../http/validation/fields.ts';
import { Reads } from '../reading/reads.ts';
import type { Update } from '../reading/service-answers.ts';
import { openPage } from './open-page.ts';
import { createUpdates, type Updates } from './updates.ts';

/** Pages that one session, and all of a process, keep open at once. */
const MOST = { ofSession: 10, ofProcess: 2000 } as const;

export class UpdatesQuery {
  @WholeNumberText({
    optional: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: 'What happened since this position is told first; without it, from now on',
  })
  after?: number;
}

/** That something changed, for pages that stay open; never what. Each `data` of the stream is an `Update`. */
@ApiTags('updates')
@Controller('api/updates')
export class UpdatesController {
  private readonly updates: Updates;
  /** Open pages by session. */
  private readonly open = new Map<string, number>();
  private pages = 0;
  private readonly ports: Ports;
  private readonly access: AccessWatch;
  private readonly closing: AbortSignal;
  constructor(
    @Inject(PORTS) ports: Ports,
    @Inject(PROJECTIONS) projections: Projections,
    @Inject(AccessWatch) access: AccessWatch,
    @Inject(CLOSING) closing: AbortSignal,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.ports = ports;
    this.access = access;
    this.closing = closing;
    const failed = (error: unknown): void => logger.warn({ err: error }, 'open pages could not be told of changes');
    this.updates = createUpdates({ ports, projections, failed });
  }

  @OwnPosition()
  @Reads(
    '',
    'Loại việc nào vừa thay đổi trong những gì tôi được thấy, theo dòng chảy; không kèm nội dung · Which kinds of what I see changed, as server-sent events; no content',
    { 'text/event-stream': { schema: { $ref: '#/components/schemas/Update' } } },
  )
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Position of the last update that was received; a browser sends it by itself',
    schema: { type: 'integer' },
  })
  async stream(
    @Query() query: UpdatesQuery,
    @MySession() { personId, sessionId }: Extract<Principal, { readonly kind: 'person' }>,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = lastEventId(request) ?? query.after;
    if (after !== undefined && after > (await this.ports.store.head())) throw new Refusal('ahead-of-log');
    if (request.method === 'HEAD') {
      beginEventStream(reply);
      reply.raw.end();
      return;
    }
    const page = openPage(reply);
    try {
      page.whenOver(this.takePlace(sessionId));
      page.whenOver(this.access.watch(request, page.end));
      this.closing.addEventListener('abort', page.end);
      page.whenOver(() => this.closing.removeEventListener('abort', page.end));
      const { position, leave } = await this.updates.join({ personId, ...page });
      page.whenOver(leave);
      page.begin({ position, changed: await this.changedSince(after, position, personId) });
    } catch (error) {
      page.end();
      throw error;
    }
  }

  /** @throws Refusal when too many pages are open. Answers how to give the place back. */
  private takePlace(sessionId: string): () => void {
    const ofSession = this.open.get(sessionId) ?? 0;
    if (ofSession >= MOST.ofSession || this.pages >= MOST.ofProcess)
      throw new Refusal('too-many-open-pages', { headers: { 'retry-after': '30' } });
    this.open.set(sessionId, ofSession + 1);
    this.pages += 1;
    return () => {
      const left = (this.open.get(sessionId) ?? 1) - 1;
      if (left === 0) this.open.delete(sessionId);
      else this.open.set(sessionId, left);
      this.pages -= 1;
    };
  }

  private async changedSince(
    after: number | undefined,
    position: number,
    personId: string,
  ): Promise<Update['changed']> {
    if (after === undefined) return [];
    try {
      return await this.updates.between(after, position, personId);
    } catch (error) {
      if (error instanceof UnknownPositionError) throw new Refusal('ahead-of-log');
      throw error;
    }
  }
}
