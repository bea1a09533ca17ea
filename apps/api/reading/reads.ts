import { applyDecorators, Get, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, type ApiResponseSchemaHost } from '@nestjs/swagger';
import { SignedIn } from '../http/access/access.ts';
import { OwnPosition } from '../http/answer/own-position.ts';
import { LANGUAGE_HEADER } from '../http/command-route.ts';
import { INSTANT_OR_DAY } from '../http/validation/instant.ts';
import type { Answers } from './answers.ts';
import { ROW } from '../exports/row.ts';
import { XLSX } from '../exports/view.ts';

/** The name of an answer, or what a route answers that is not JSON, by media type. */
export type AnswerBody = keyof Answers | Readonly<Record<string, object>>;

type Content = NonNullable<ApiResponseSchemaHost['content']>;

/** A filtered view as a file. */
export const FILES = {
  'text/csv': { schema: { type: 'string' } },
  [XLSX]: { schema: { type: 'string', format: 'binary' } },
} as const;

const refTo = (name: keyof Answers): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });

const contentOf = (body: AnswerBody): Content =>
  typeof body === 'string' ? { 'application/json': { schema: refTo(body) } } : body;

const NAMED = 'kheo:named';

/** Marks what answers JSON: the names of things are to stand beside their ids. */
const Named = (body: AnswerBody): MethodDecorator =>
  SetMetadata(NAMED, typeof body === 'string' || 'application/json' in body);

/** Whether a handler's answer is told with names. */
export const isNamed = (handler: object): boolean => Reflect.getMetadata(NAMED, handler) === true;

/** The body of the answer that is not a refusal. */
export const Tells = (body: AnswerBody, status = 200): MethodDecorator =>
  applyDecorators(HttpCode(status), Named(body), ApiResponse({ status, description: 'OK', content: contentOf(body) }));

/** `GET`, for everybody who is signed in; the scope of the person is applied by the question. */
export const Reads = (
  path: string,
  summary: string,
  body: AnswerBody,
  access: MethodDecorator = SignedIn(),
): MethodDecorator =>
  applyDecorators(
    Get(path),
    Named(body),
    access,
    ApiOperation({ summary }),
    ApiHeader({
      name: 'X-Kheo-Wait-For',
      required: false,
      description: 'Answer once the read models have seen this position of the log',
      schema: { type: 'integer' },
    }),
    ApiHeader({
      name: 'X-Kheo-Background',
      required: false,
      description: '`true`: asked by a page by itself; does not keep a session alive',
      schema: { type: 'string', enum: ['true'] },
    }),
    ApiHeader(LANGUAGE_HEADER),
    ApiResponse({ status: 200, description: 'OK', content: contentOf(body) }),
  );

/** {@link Reads}, for what one snapshot of the read models answers. */
export const ReadsSeen = (...asked: Parameters<typeof Reads>): MethodDecorator =>
  applyDecorators(Reads(...asked), OwnPosition());

/** What one may do with one thing, told by `Reader.told` once it is settled that the reader may see it. */
export const Actions = (answer: keyof Answers, access?: MethodDecorator): MethodDecorator =>
  Reads(
    ':id/actions',
    'Tôi được làm gì; không được thì vì sao, ai làm được · What I may do now; if not, why, and who may',
    answer,
    access,
  );

/** What every list answers, around its rows. */
const pageOf = (name: keyof Answers): object => ({
  type: 'object',
  required: ['items', 'next', 'position', 'asOf'],
  additionalProperties: false,
  properties: {
    items: { type: 'array', items: refTo(name) },
    next: { type: ['string', 'null'], description: 'Cursor for `after`; null on the last page' },
    position: { type: 'integer', description: 'How much of the log the read models have seen' },
    asOf: { ...INSTANT_OR_DAY, description: 'The day or instant of which the list tells' },
  },
});

/** A list in pages; with `format=csv` or `xlsx` the whole filtered view. */
export const Lists = (path: string, summary: string, row: keyof Answers, access?: MethodDecorator): MethodDecorator =>
  applyDecorators(
    SetMetadata(ROW, row),
    ReadsSeen(path, summary, { 'application/json': { schema: pageOf(row) }, ...FILES }, access),
  );

/** The audit trail of one thing, answered by `Reader.timeline` once it is settled that the reader may see it. */
export const Timeline = (access?: MethodDecorator): MethodDecorator =>
  Lists(
    ':id/timeline',
    'Nhật ký: từng sự kiện, ai, lúc nào, theo văn bản nào · The audit trail: every event, who, when, on which document',
    'TimelineEntry',
    access,
  );
