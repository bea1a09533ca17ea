import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Sending } from '#use-cases';
import { Refusal } from '../problem/problem.ts';
import { isId } from '../validation/checks.ts';
import { isDryRun } from './dry-run.ts';
import { headerOf, malformed, revisionsOf } from './headers.ts';
import type { KnownRequest, Principal } from './principal.ts';

/** How this request sends its command: the caller, `Idempotency-Key`, `If-Match`, `X-Kheo-Dry-Run`. */
export const HowSent = createParamDecorator((_data: unknown, context: ExecutionContext): Sending => {
  const request = context.switchToHttp().getRequest<KnownRequest>();
  return sendingOf(request);
});

/** A person who asks, with their session. */
export type Asker = Extract<Principal, { readonly kind: 'person' }>;

/** The person who asks. */
export const Me = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string =>
    personOf(context.switchToHttp().getRequest<KnownRequest>()).personId,
);

/** The person who asks, with what they proved. */
export const MySession = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  personOf(context.switchToHttp().getRequest<KnownRequest>()),
);

/** @throws Refusal when a program asks what only people may */
const personOf = ({ principal }: KnownRequest): Asker => {
  if (principal?.kind !== 'person') throw new Refusal('forbidden');
  return principal;
};

/**
 * The person who asks, as use cases know them.
 *
 * @throws Refusal when a program asks what only people may
 */
export const callerOf = (request: KnownRequest): Extract<Sending['caller'], { readonly kind: 'person' }> => {
  const { personId, accountId, provenBy } = personOf(request);
  return { kind: 'person', personId, accountId, provenBy };
};

const sendingOf = (request: KnownRequest): Sending => {
  const key = headerOf(request, 'idempotency-key')?.toLowerCase();
  const ifMatch = revisionsOf(request);
  if (key !== undefined && !isId(key)) throw malformed('Idempotency-Key', 'not-an-id');
  return {
    caller: callerOf(request),
    ...(key === undefined ? {} : { idempotencyKey: key }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(isDryRun(request) ? { dryRun: true } : {}),
  };
};
