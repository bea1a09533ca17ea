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
    facts: async ({ type }, { id, ports }) => {
      const made = await ports.apiKeys.has(id);
      if (type === 'CreateApiKey') return made ? reject('idempotency-key-reused') : {};
      return made ? {} : reject('not-found');
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
    if (ask.type === 'RevokeApiKey') return administered.run(ports, ask);
    const idempotencyKey = ask.idempotencyKey ?? ports.newId();
    const id = deriveId(idempotencyKey, 'api-key');
    const answer = await administered.run(ports, { ...ask, idempotencyKey, id });
    if (answer.kind === 'rejected' || ask.dryRun === true) return answer;
    const createdBy = ask.caller.kind === 'person' ? ask.caller.personId : SYSTEM.personId;
    const key = await ports.apiKeys.create({ ...ask.data, id, createdBy, at: ports.clock.now() });
    return typeof key === 'string' ? { ...answer, key } : key;
  },
};
