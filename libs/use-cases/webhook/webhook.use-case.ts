import { webhook } from '#domain';
import { deriveId } from '#engine';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { atRoot, runWorkflow, type Run, type Workflow } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import type { WebhookAdministration } from './webhook-administration.port.ts';

type Act<Type extends webhook.WebhookCommand['type']> = Ask<
  Type,
  Extract<webhook.WebhookCommand, { readonly type: Type }>['data']
> & { readonly id: string };

export type WebhookAsk =
  | Ask<'RegisterWebhook', Omit<webhook.RegisterWebhook['data'], 'webhookId'>>
  | Act<'PauseWebhook'>
  | Act<'ResumeWebhook'>
  | Act<'RemoveWebhook'>
  | Act<'RotateSecret'>
  | Act<'ReplayDeliveries'>;

/** The secret is shown this once, and again for the same command until a later one replaces it. */
export type AnswerWithSecret = Answer & { readonly secret?: string };

type Ports = CorePorts & { readonly webhooks: WebhookAdministration };

const workflow: Workflow<webhook.WebhookState, webhook.WebhookEvent, webhook.WebhookCommand, webhook.WebhookRejection> =
  { category: 'webhook', decider: webhook.decider, rights: webhook.rights };

/** The event comes first: a secret without its event would sign for a command that was refused. */
export const webhookUseCase: UseCase<WebhookAsk, AnswerWithSecret, Ports> = {
  noun: 'webhook',
  async run(ports, ask) {
    const commandId = ask.idempotencyKey ?? ports.newId();
    const id = ask.id ?? deriveId(commandId, 'webhook');
    const answer = await runWorkflow(ports, workflow, ask, runOf(ports, ask, id, commandId));
    if (answer.kind === 'rejected' || ask.dryRun === true) return answer;
    if (ask.type === 'RemoveWebhook') await ports.webhooks.forgetSecrets(id);
    if (ask.type !== 'RegisterWebhook' && ask.type !== 'RotateSecret') return answer;
    const secret = await ports.webhooks.renewSecret(id, commandId);
    return secret === undefined ? answer : { ...answer, secret };
  },
};

const runOf = (
  { webhooks }: Ports,
  ask: WebhookAsk,
  id: string,
  commandId: string,
): Run<webhook.WebhookState, webhook.WebhookCommand, Ports> => ({
  ...{ id, commandId, said: ask.data, place: atRoot },
  data: ask.type === 'RegisterWebhook' ? { ...ask.data, webhookId: id } : ask.data,
  facts: () => Promise.resolve(ask.type === 'RegisterWebhook' ? webhooks.look(ask.data) : {}),
});
