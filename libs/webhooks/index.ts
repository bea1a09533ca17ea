export { parseTargets, type Target } from './target/targets.ts';
export { feedEventOf, type FeedEvent } from './sending/feed-event.ts';
export { webhooksMigrations } from './keeping/migrations.ts';
export { createWebhookSecrets, type WebhookSecrets } from './keeping/secrets.ts';
export { createStandings, type Standing, type Standings } from './keeping/standings.ts';
export { type Parked, type Webhook } from './keeping/board.ts';
export { startWebhooks, type Webhooks, type WebhooksOptions } from './delivery/start-webhooks.ts';
export {
  createWebhookDesk,
  type Act,
  type NewWebhook,
  type WebhookDesk,
  type WebhookDetail,
  type WebhookItem,
  type WithSecret,
} from './desk.ts';
