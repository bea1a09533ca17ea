import { reject, type Rejected } from '#domain';
import { deriveId } from '#engine';
import { authorize, type ApiKeys, type KeyScope } from '#identity';
import type { Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import type { Rejection } from '../rejection.ts';
import type { UseCase } from '../use-case.ts';

type CreateAsk = Ask<'CreateApiKey', { readonly consumer: string; readonly scopes: readonly KeyScope[] }>;
type RevokeAsk = Ask<'RevokeApiKey', Record<never, never>> & { readonly id: string };
export type ApiKeyAsk = CreateAsk | RevokeAsk;

/** The key itself is told to whoever made it, this once. */
export interface ApiKeyAnswer {
  readonly id: string;
  readonly key?: string;
}

type Ports = CorePorts & { readonly apiKeys: ApiKeys };

/**
 * Keys of programs, for the administrator of the whole system. A key is a row and not a stream: only its hash is kept,
 * and no event may tell of it. So it has no revision, and its commands take no `If-Match`.
 */
export const apiKeyUseCase: UseCase<ApiKeyAsk, ApiKeyAnswer, Ports> = {
  async run(ports, ask) {
    const by = await administratorId(ports, ask);
    if (typeof by !== 'string') return by;
    return ask.type === 'CreateApiKey' ? create(ports, ask, by) : revoke(ports, ask, by);
  },
};

const create = async (
  { apiKeys, clock, newId }: Ports,
  { data, idempotencyKey, dryRun }: CreateAsk,
  createdBy: string,
): Promise<ApiKeyAnswer | Rejected<Rejection>> => {
  const id = deriveId(idempotencyKey ?? newId(), 'api-key');
  if (dryRun === true) return (await apiKeys.has(id)) ? reject('idempotency-key-reused') : { id };
  const key = await apiKeys.create({ ...data, id, createdBy, at: clock.now() });
  return typeof key === 'string' ? { id, key } : key;
};

/** Revoking twice is revoking once, whatever the `Idempotency-Key`. */
const revoke = async (
  { apiKeys, clock }: Ports,
  { id, dryRun }: RevokeAsk,
  by: string,
): Promise<ApiKeyAnswer | Rejected<Rejection>> => {
  const known = dryRun === true ? await apiKeys.has(id) : await apiKeys.revoke(id, by, clock.now());
  return known ? { id } : reject('not-found');
};

const administratorId = async (
  { directory, clock }: CorePorts,
  { caller }: ApiKeyAsk,
): Promise<string | Rejected<Rejection>> => {
  if (caller.kind === 'system') return 'system';
  const { personId } = caller;
  const state = await directory.current();
  const unitId = state.tree.rootId;
  if (unitId === undefined) return reject('not-found');
  const actor = authorize(state, { personId, roles: ['SYSTEM_ADMIN'], unitId, at: clock.now() });
  return typeof actor === 'string' ? reject('role-not-allowed') : actor.personId;
};
