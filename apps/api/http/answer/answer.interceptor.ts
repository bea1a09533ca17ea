import type { Readable } from 'node:stream';
import {
  Inject,
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Rejected } from '#domain';
import type { Seen } from '#read-models';
import type { Answer, Rejection } from '#use-cases';
import { headerOf, malformed } from '../access/headers.ts';
import type { KnownRequest } from '../access/principal.ts';
import { attachment } from '../attachment.ts';
import { Refusal } from '../problem/problem.ts';
import { hasOwnPosition } from './own-position.ts';
import { PROJECTIONS, type Projections } from './projections.ts';

/** Longest wait for a read model, in milliseconds. */
const MAX_WAIT_MS = 5000;

/** An answer to be kept as a file, and how much of the log it had seen. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly fileName: string;
  readonly mediaType: string;
  readonly position: number;
  /** Bytes. */
  readonly size: number;
  readonly content: Readable;
}

/** Turns what a handler answers into HTTP: refusals, `ETag`, `Location`, positions, files. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  @Inject(PROJECTIONS) private readonly projections: Projections;

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    await this.waitFor(request, reply);
    // What is asked of the log has seen at least what the read models had seen before.
    const before = hasOwnPosition(context.getHandler()) ? undefined : await this.projections.position();
    return next.handle().pipe(map((result: unknown) => this.shape(result, before, request, reply)));
  }

  private async waitFor(request: KnownRequest, reply: FastifyReply): Promise<void> {
    const wish = headerOf(request, 'x-kheo-wait-for');
    // Nobody gets to keep a request waiting who is not known.
    if (wish === undefined || request.principal === undefined) return;
    if (!(/^\d{1,16}$/u.test(wish) && Number.isSafeInteger(Number(wish))))
      throw malformed('X-Kheo-Wait-For', 'not-a-whole-number');
    const givenUp = new AbortController();
    reply.raw.once('close', () => {
      givenUp.abort();
    });
    const reached = await this.projections.waitFor(Number(wish), MAX_WAIT_MS, givenUp.signal);
    if (!reached) throw new Refusal('read-model-behind', { headers: { 'retry-after': '1' } });
  }

  private shape(result: unknown, before: number | undefined, request: KnownRequest, reply: FastifyReply): unknown {
    if (isOf<Rejected<Rejection>>('rejected', result)) throw toRefusal(result);
    if (isOf<Answer>('done', result)) return shapeAnswer(result, request, reply);
    if (isOf<FileAnswer>('file', result)) {
      const { fileName, mediaType, position, size, content } = result;
      reply.header('x-kheo-position', position);
      return new StreamableFile(content, { disposition: attachment(fileName), type: mediaType, length: size });
    }
    if (isOf<Seen<unknown>>('seen', result)) {
      reply.header('x-kheo-position', result.position);
      return result.value;
    }
    if (before !== undefined && !reply.raw.headersSent) reply.header('x-kheo-position', before);
    return result;
  }
}

const isOf = <Kind extends { readonly kind: string }>(kind: Kind['kind'], result: unknown): result is Kind =>
  typeof result === 'object' && result !== null && 'kind' in result && result.kind === kind;

/** Of several faults at once each is listed: where, and in a sentence. */
export const toRefusal = ({ problems, ...refused }: Rejected<Refusal['code']>): Refusal => {
  if (problems === undefined) return new Refusal(refused.reason, toDetails(refused));
  const params = { ...refused.params, count: problems.length };
  return new Refusal(refused.reason, { ...toDetails({ ...refused, params }), problems });
};

const toDetails = ({
  reason,
  pointer,
  params,
}: {
  readonly reason: Refusal['code'];
  readonly pointer?: string | undefined;
  readonly params?: Refusal['details']['params'] | undefined;
}): Refusal['details'] => ({
  ...(pointer === undefined ? {} : { pointer }),
  ...(params === undefined ? {} : { params }),
  ...(reason === 'concurrency-conflict' || reason === 'read-model-behind' ? { headers: { 'retry-after': '1' } } : {}),
});

const shapeAnswer = ({ kind: _kind, ...answer }: Answer, request: KnownRequest, reply: FastifyReply): unknown => {
  const path = request.routeOptions.url ?? '';
  reply.header('etag', `"${String(answer.revision)}"`).header('x-kheo-position', answer.position);
  if (reply.statusCode === 201) reply.header('location', `${path}/${answer.id}`);
  return answer;
};
