export { parseTargets, type Target } from './target/targets.ts';
export { feedEventOf, type FeedEvent } from './sending/feed-event.ts';
export { webhooksMigrations } from './migrations.ts';
export { createWebhookSecrets, type WebhookSecrets } from './sending/secrets.ts';
export { createStandings, type Standing, type Standings } from './delivery/standings.ts';
export { type Parked, type Webhook } from './webhook-view.ts';
export { startWebhooks, type Webhooks, type WebhooksOptions } from './delivery/start-webhooks.ts';
export { createWebhookService, type WebhookDetail, type WebhookItem, type WebhookService } from './webhook-service.ts';
