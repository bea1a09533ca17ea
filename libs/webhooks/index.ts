export { parseTargets } from './target/targets.ts';
export { feedEventOf, type FeedEvent, type Telling } from './sending/feed-event.ts';
export { webhooksMigrations } from './migrations.ts';
export { createWebhookSecrets } from './sending/secrets.ts';
export { createStandings } from './delivery/standings.ts';
export { type Parked } from './webhook-view.ts';
export { startWebhooks, type Webhooks } from './delivery/start-webhooks.ts';
export { createWebhookService, type WebhookDetail, type WebhookItem, type WebhookService } from './webhook-service.ts';
