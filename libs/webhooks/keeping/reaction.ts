/** The name under which a webhook's lease and checkpoint are kept. */
export const reactionOf = (webhookId: string): string => `webhook-${webhookId}`;
