import { apiKey, reject, SYSTEM } from '#domain';
import { deriveId } from '#engine';
import type { ApiKeys, KeyScope } from '#identity';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { atRoot } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';

type CreateAsk = Ask<'CreateApiKey', { readonly consumer: string; readonly scopes: readonly KeyScope[] }>;
type RevokeAsk = Ask<'RevokeApiKey', Record<never, never>> & { readonly id: string };
type ApiKeyAsk = CreateAsk | RevokeAsk;

/** The key itself is told to whoever made it, this once. */
export type AnswerWithKey = Answer & { readonly key?: string };

type Ports = CorePorts & { readonly apiKeys: ApiKeys };

const { decider, rights } = apiKey;

const administered: UseCase<ApiKeyAsk, Answer, Ports> = workflowUseCase(
  { category: 'apikey', decider, rights },
  {
    data: (ask, { id }) => ({ ...ask.data, keyId: id }),
    place: (_ask, where) => atRoot(where),
    facts: async ({ type }, { id, ports, loaded: { state } }) => {
      const made = await ports.apiKeys.has(id);
      if (type === 'CreateApiKey') return made ? reject('idempotency-key-reused') : {};
      return made || state.status !== 'NONE' ? {} : reject('not-found');
    },
    // Shut before the log tells of it: were the log away then, saying it again records it.
    complete: async ({ type, dryRun }, command, { id, ports, actor, at }) => {
      if (type === 'RevokeApiKey' && dryRun !== true) await ports.apiKeys.revoke(id, actor.personId, at);
      return command;
    },
  },
);

/**
 * The event comes first, so that no key opens anything the log does not tell of. The key is kept once: the command sent
 * again makes what it had not yet made, or is refused, as the key cannot be shown twice.
 */
export const apiKeyUseCase: UseCase<ApiKeyAsk, AnswerWithKey, Ports> = {
  async run(ports, ask) {
    if (ask.type === 'RevokeApiKey') return revoke(ports, ask);
    const idempotencyKey = ask.idempotencyKey ?? ports.newId();
    const id = deriveId(idempotencyKey, 'api-key');
    const answer = await administered.run(ports, { ...ask, idempotencyKey, id });
    if (answer.kind === 'rejected' || ask.dryRun === true) return answer;
    const createdBy = personOf(ask);
    const key = await ports.apiKeys.create({ ...ask.data, id, createdBy, at: ports.clock.now() });
    if (typeof key !== 'string') return key;
    const { state } = await ports.engine.load(`apikey-${id}`, decider);
    if (state.status !== 'REVOKED') return { ...answer, key };
    await ports.apiKeys.revoke(id, createdBy, ports.clock.now());
    return reject('idempotency-key-reused');
  },
};

/** Once more after the log tells of it: a key that was being made meanwhile is shut by whichever of the two is later. */
const revoke = async (ports: Ports, ask: RevokeAsk): ReturnType<typeof administered.run> => {
  const answer = await administered.run(ports, ask);
  if (answer.kind === 'done' && ask.dryRun !== true)
    await ports.apiKeys.revoke(ask.id, personOf(ask), ports.clock.now());
  return answer;
};

const personOf = ({ caller }: ApiKeyAsk): string => (caller.kind === 'person' ? caller.personId : SYSTEM.personId);
