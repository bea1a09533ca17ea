import type { webhook } from '#domain';

/** What a webhook needs beside the log. The operator's list of targets and the secrets are in no event. */
export interface WebhookAdministration {
  /** Whether the operator allows the address, and which of the types no webhook is told of. */
  look(wanted: Pick<webhook.RegisterWebhook['data'], 'url' | 'eventTypes'>): webhook.RegisterWebhook['facts'];
  /**
   * A new secret; the one before it stays valid for another 24 hours. The same command gets the secret it made;
   * undefined when a later one has replaced it.
   */
  renewSecret(webhookId: string, commandId: string): Promise<string | undefined>;
  forgetSecrets(webhookId: string): Promise<void>;
}
