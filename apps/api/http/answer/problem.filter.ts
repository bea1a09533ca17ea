import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { StoreUnavailable } from '#engine';
import { LogUnreachableError } from '#event-store';
import { isOutOfReach, errorCodeOf } from '#postgres';
import { InvalidCursorError } from '#read-models';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { KnownRequest } from '../access/principal.ts';
import { languageOf } from '../problem/language.ts';
import { PROBLEMS, type ProblemCode } from '../problem/problem-table.ts';
import { problemOf, Refusal } from '../problem/problem.ts';

/** Injection token of the logger. */
export const LOGGER = Symbol('logger');

/** Every way a request can go wrong ends here; nothing of an unknown error leaves the process. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  @Inject(LOGGER) private readonly logger: Logger;

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<KnownRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(isForeignCursor(error, request) ? new InvalidCursorError() : error);
    request.refusedAs = refusal.code;
    if (PROBLEMS[refusal.code].status >= 500) this.logger.error({ traceId: request.id, err: error }, 'request failed');
    sendProblem(refusal, request, reply);
  }
}

export const sendProblem = (refusal: Refusal, request: KnownRequest, reply: FastifyReply): void => {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(refusal, { language, traceId: request.id });
  void reply
    .status(problem.status)
    .headers({ 'content-language': language, vary: 'Accept-Language', ...refusal.details.headers })
    .type('application/problem+json')
    .send(JSON.stringify(problem));
};

/** The refusal an error amounts to; `internal` for whatever nobody foresaw. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreUnavailable || error instanceof LogUnreachableError || isOutOfReach(error)) {
    return new Refusal('unavailable', { headers: { 'retry-after': '1' } });
  }
  if (error instanceof InvalidCursorError) {
    return new Refusal('malformed', { faults: [{ pointer: 'after', code: 'malformed' }] });
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  return new Refusal(BY_STATUS[status] ?? 'internal');
};

/** Values that do not fit the order of the list: only the database notices. Source: PostgreSQL, error codes 22 and 42883. */
const isForeignCursor = (error: unknown, { query }: KnownRequest): boolean =>
  typeof query === 'object' &&
  query !== null &&
  'after' in query &&
  /^(22\w{3}|42883)$/u.test(errorCodeOf(error) ?? '');

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  414: 'malformed',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'malformed',
};

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
