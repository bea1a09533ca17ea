import { Gauge, type Registry } from 'prom-client';

/** Something that follows the log, as its metrics know it. */
export interface Following {
  readonly name: string;
  readonly kind: 'projection' | 'reaction';
  /** Somebody, here or elsewhere, runs it. */
  readonly active: boolean;
  /** See `lagBehind`: counted up to a few hundred. */
  readonly lagEvents: number;
  readonly lagSeconds: number;
}

export interface FollowingMetrics {
  tell(all: readonly Following[]): void;
}

/** Gauges for what follows the log: the same names, whichever process tells them. */
export function createFollowingMetrics(registry: Registry): FollowingMetrics {
  const shared = { labelNames: ['kind', 'name'], registers: [registry] };
  const events = new Gauge({ ...shared, name: 'kheo_lag_events', help: 'Events not yet seen, counted up to 500' });
  const seconds = new Gauge({ ...shared, name: 'kheo_lag_seconds', help: 'Age of the oldest event not yet seen' });
  const active = new Gauge({ ...shared, name: 'kheo_active', help: '1 while some process runs it' });
  return {
    tell(all) {
      for (const { kind, name, ...each } of all) {
        events.set({ kind, name }, each.lagEvents);
        seconds.set({ kind, name }, each.lagSeconds);
        active.set({ kind, name }, each.active ? 1 : 0);
      }
    },
  };
}
