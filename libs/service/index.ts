export { runService, type Running, type Service, type ServiceOptions } from './run-service.ts';
export { openHealthServer, type HealthServer, type HealthServerOptions } from './health-server.ts';
export { runChecks, type Check, type Checked } from './checks.ts';
export { createFollowingMetrics, type FollowingMetrics, type Following } from './following-metrics.ts';
export { assureDatabase, migrateDatabase } from './migrate-database.ts';
