import type { ReminderStatus } from '#reminders';
import { createFollowingMetrics } from '#service';
import type { ProjectionHealth } from '../answer/projections.ts';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Injection token of {@link RequestMetrics}. */
export const METRICS = Symbol('metrics');

export interface RequestMetrics {
  readonly registry: Registry;
  /** `route` is the pattern, never the address with its ids. */
  observe(method: string, route: string, status: number, milliseconds: number): void;
  tellReminders(status: ReminderStatus): void;
  tellProjections(projections: readonly ProjectionHealth[]): void;
}

/** A registry of its own for each api, so that two in one process do not collide. */
export const createMetrics = (): RequestMetrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'kheo_http_request_duration_seconds',
    help: 'Duration of HTTP requests in seconds',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const reminders = new Gauge({
    name: 'kheo_reminders',
    help: 'Reminders that are planned, queued or parked',
    labelNames: ['state'],
    registers: [registry],
  });
  const oldest = new Gauge({
    name: 'kheo_reminders_oldest_queued_seconds',
    help: 'Seconds since the oldest queued message was due',
    registers: [registry],
  });
  const following = createFollowingMetrics(registry);
  return {
    registry,
    tellReminders: ({ planned, queued, parked, oldestQueuedSeconds }) => {
      for (const [state, count] of Object.entries({ planned, queued, parked })) reminders.set({ state }, count);
      oldest.set(oldestQueuedSeconds);
    },
    tellProjections: (projections) =>
      following.tell(
        projections.map(({ holder, ...each }) => ({ ...each, kind: 'projection', active: holder !== null })),
      ),
    observe: (method, route, status, milliseconds) =>
      durations.observe({ method, route, status: String(status) }, milliseconds / 1000),
  };
};
