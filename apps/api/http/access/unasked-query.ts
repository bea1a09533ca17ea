import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Refusal } from '../problem/problem.ts';
import type { KnownRequest } from './principal.ts';

/**
 * A route that takes no query would answer as if nothing had been asked: today's state to who asked for that of a day, in
 * earnest to who wanted to try. @throws Refusal when it is given one
 */
export const refuseUnaskedQuery = (request: KnownRequest, context: ExecutionContext): void => {
  const names = Object.keys(request.query ?? {});
  if (names.length === 0 || takesQuery(context)) return;
  throw new Refusal('malformed', { faults: names.map((pointer) => ({ pointer, code: 'unknown-field' })) });
};

const takesQuery = (context: ExecutionContext): boolean => {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(taken).some((key) => key.startsWith(`${String(RouteParamtypes.QUERY)}:`));
};
