export { runService } from './run-service.ts';
export { openMailer } from './open-mailer.ts';
export { openHealthServer, type HealthServerOptions } from './health-server.ts';
export { keepPrivate, writePrivately } from './private-data.ts';
export { runChecks } from './checks.ts';
export { createFollowingMetrics, type Following } from './following-metrics.ts';
export { assureDatabase, migrateDatabase, type DatabaseAddress } from './migrate-database.ts';
