import { SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { Refusal } from '../problem/problem.ts';
import { headerOf, malformed } from './headers.ts';
import type { KnownRequest } from './principal.ts';

const RUNS_DRY = 'kheo:runs-dry';

/** The route makes every check and records nothing when it is asked to. */
export const RunsDry = (): MethodDecorator => SetMetadata(RUNS_DRY, true);

/** @throws Refusal for a value that might mean something else */
export const isDryRun = (request: KnownRequest): boolean => {
  const asked = headerOf(request, 'x-kheo-dry-run');
  if (asked !== undefined && asked !== 'true' && asked !== 'false') throw malformed('X-Kheo-Dry-Run', 'malformed');
  return asked === 'true';
};

/** A route that cannot run dry would do in earnest what somebody only wanted to try. @throws Refusal then */
export const refuseDryRun = (request: KnownRequest, reflector: Reflector, handler: () => unknown): void => {
  if (isDryRun(request) && reflector.get<true | undefined>(RUNS_DRY, handler) === undefined)
    throw new Refusal('dry-run-not-offered');
};
