import { applyDecorators, Get } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, type ApiResponseSchemaHost } from '@nestjs/swagger';
import { SignedIn } from '../http/access/access.ts';
import { LANGUAGE_HEADER, Refusals } from '../http/command-route.ts';

const POSITION_HEADER = { 'X-Kheo-Position': { schema: { type: 'integer' } } } as const;

/** `GET`, for everybody who is signed in; the scope of the person is applied by the question. */
export const Reads = (path: string, summary: string, access: MethodDecorator = SignedIn()): MethodDecorator =>
  applyDecorators(
    Get(path),
    access,
    ApiOperation({ summary }),
    ApiHeader({ name: 'X-Kheo-Wait-For', required: false, schema: { type: 'integer' } }),
    ApiHeader(LANGUAGE_HEADER),
    ApiResponse({ status: 200, headers: POSITION_HEADER }),
    Refusals(),
  );

type PageSchema = NonNullable<ApiResponseSchemaHost['schema']>;

/** What every list answers; a row's fields are those of its read model. */
const PAGE = {
  type: 'object',
  required: ['items', 'next', 'position', 'asOf'],
  additionalProperties: false,
  properties: {
    items: { type: 'array', items: { type: 'object', additionalProperties: true } },
    next: { type: ['string', 'null'], description: 'Cursor for `after`; null on the last page' },
    position: { type: 'integer', description: 'How much of the log the read models have seen' },
    asOf: { type: 'string', description: 'The day or instant of which the list tells' },
  },
} as unknown as PageSchema;

/** A list in pages; with `format=csv` the whole filtered view. */
export const Lists = (path: string, summary: string, access?: MethodDecorator): MethodDecorator =>
  applyDecorators(
    Reads(path, summary, access),
    ApiResponse({
      status: 200,
      headers: POSITION_HEADER,
      content: { 'application/json': { schema: PAGE }, 'text/csv': { schema: { type: 'string' } } },
    }),
  );
