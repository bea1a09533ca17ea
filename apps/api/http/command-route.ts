import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiResponse } from '@nestjs/swagger';
import type { Actor } from '#domain';
import { May } from './access/access.ts';
import { IdField } from './validation/fields.ts';

/** The answer to a command. */
export class CommandAnswer {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;
  @ApiProperty({ type: 'integer', description: 'Revision of the stream after the command; also the ETag' })
  revision: number;
  @ApiProperty({ type: 'integer', description: 'Position of the last event in the log' })
  position: number;
  @ApiProperty({ type: 'string', format: 'uuid' })
  commandId: string;
  @ApiProperty({ type: 'array', items: { type: 'string' } })
  events: readonly string[];
}

/** RFC 9457, as every refusal is answered. */
export class ProblemAnswer {
  @ApiProperty() type: string;
  @ApiProperty() title: string;
  @ApiProperty() status: number;
  @ApiProperty() detail: string;
  @ApiProperty() code: string;
  @ApiProperty() instance: string;
  @ApiProperty() traceId: string;
  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
    },
  })
  errors: readonly object[];
}

/** The `:id` of a path. */
export class IdParam {
  @IdField()
  id: string;
}

type Rights<Type extends string> = Readonly<Record<Type, readonly Actor['role'][]>>;

const REFUSALS = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503];

/** Refusals any route may answer. */
export const Refusals = (): MethodDecorator =>
  applyDecorators(
    ...REFUSALS.map((status) => ApiResponse({ status, description: 'application/problem+json', type: ProblemAnswer })),
  );

const command = (type: string, roles: readonly Actor['role'][], path: string, status: number): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(status),
    May(...roles),
    ApiOperation({ summary: type }),
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', format: 'uuid' } }),
    ApiHeader({ name: 'If-Match', required: false, schema: { type: 'string' } }),
    ApiHeader({ name: 'X-Kheo-Client', required: true, schema: { type: 'string' } }),
    ApiResponse({ status, type: CommandAnswer }),
    Refusals(),
  );

/** `POST /{collection}`: the command that creates. */
export const Creates =
  <Type extends string>(rights: Rights<Type>) =>
  (type: Type): MethodDecorator =>
    command(type, rights[type], '', 201);

/** `POST /{collection}/{id}/{command}` by the workflow's own table of paths. */
export const ActsBy =
  <Type extends string, Path extends Type>(rights: Rights<Type>, paths: Readonly<Record<Path, string>>) =>
  (type: Path): MethodDecorator =>
    command(type, rights[type], `:id/${paths[type]}`, 200);
