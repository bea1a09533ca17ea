import { applyDecorators, Get } from '@nestjs/common';
import { ApiHeader, ApiOperation } from '@nestjs/swagger';
import { SignedIn } from '../http/access/access.ts';
import { Refusals } from '../http/command-route.ts';

/** `GET`, for everybody who is signed in; the scope of the person is applied by the question. */
export const Reads = (path: string, summary: string, access: MethodDecorator = SignedIn()): MethodDecorator =>
  applyDecorators(
    Get(path),
    access,
    ApiOperation({ summary }),
    ApiHeader({ name: 'X-Kheo-Wait-For', required: false, schema: { type: 'integer' } }),
    Refusals(),
  );
