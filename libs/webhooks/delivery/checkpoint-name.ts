/** The name under which a webhook's lease and checkpoint are kept. */
export const checkpointOf = (webhookId: string): string => `webhook-${webhookId}`;
