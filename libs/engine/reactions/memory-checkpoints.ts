import type { Lease } from '#postgres';
import type { ReactionCheckpoints } from './checkpoints.port.ts';

interface Row {
  position: number;
  fence: number;
  holder: string | undefined;
  until: number;
}

/** Checkpoints that live as long as their process: for specs and trials. `now` answers in milliseconds. */
export function createMemoryCheckpoints(now: () => number = () => Date.now()): ReactionCheckpoints {
  const rows = new Map<string, Row>();
  const held = (lease: Lease): Row | undefined => {
    const row = rows.get(lease.name);
    return row?.fence === lease.fence ? row : undefined;
  };

  return {
    async acquire(reaction, holder, leaseMs) {
      const row = rows.get(reaction) ?? { position: 0, fence: 0, holder: undefined, until: 0 };
      if (row.holder !== undefined && row.holder !== holder && row.until > now()) return undefined;
      rows.set(reaction, { position: row.position, fence: row.fence + 1, holder, until: now() + leaseMs });
      return { name: reaction, fence: row.fence + 1, position: row.position };
    },
    async advance(lease, position, leaseMs) {
      const row = held(lease);
      if (row) Object.assign(row, { position: Math.max(row.position, position), until: now() + leaseMs });
      return row !== undefined;
    },
    async release(lease) {
      const row = held(lease);
      if (row) row.holder = undefined;
    },
    async standings() {
      return [...rows].map(([name, { position, holder, until }]) => ({
        name,
        position,
        holder: holder !== undefined && until > now() ? holder : null,
      }));
    },
  };
}
