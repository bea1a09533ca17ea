import { webhook } from '#domain';
import type { Answer, Ask } from '../ask.ts';
import type { CorePorts } from '../ports.ts';
import { atRoot } from '../run-workflow.ts';
import type { UseCase } from '../use-case.ts';
import { workflowUseCase } from '../workflow-use-case.ts';
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

const { decider, rights } = webhook;

const administered: UseCase<WebhookAsk, Answer, Ports> = workflowUseCase(
  { category: 'webhook', decider, rights },
  {
    data: (ask, { id }) => (ask.type === 'RegisterWebhook' ? { ...ask.data, webhookId: id } : ask.data),
    place: (_ask, where) => atRoot(where),
    facts: (ask, { ports }) => (ask.type === 'RegisterWebhook' ? ports.webhooks.look(ask.data) : {}),
  },
);

/** The event comes first: a secret without its event would sign for a command that was refused. */
export const webhookUseCase: UseCase<WebhookAsk, AnswerWithSecret, Ports> = {
  async run(ports, ask) {
    const answer = await administered.run(ports, ask);
    if (answer.kind === 'rejected' || ask.dryRun === true) return answer;
    if (ask.type === 'RemoveWebhook') await ports.webhooks.forgetSecrets(answer.id);
    if (ask.type !== 'RegisterWebhook' && ask.type !== 'RotateSecret') return answer;
    const secret = await ports.webhooks.renewSecret(answer.id, answer.commandId);
    return secret === undefined ? answer : { ...answer, secret };
  },
};
