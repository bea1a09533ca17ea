import type { Lease, ReactionCheckpoints } from './checkpoints.port.ts';

interface Row {
  position: number;
  token: number;
  owner: string | undefined;
  until: number;
}

/** Checkpoints that live as long as their process: for specs and trials. `now` answers in milliseconds. */
export function createMemoryCheckpoints(now: () => number = () => Date.now()): ReactionCheckpoints {
  const rows = new Map<string, Row>();
  const held = (lease: Lease): Row | undefined => {
    const row = rows.get(lease.reaction);
    return row?.token === lease.token ? row : undefined;
  };

  return {
    async acquire(reaction, owner, leaseMs) {
      const row = rows.get(reaction) ?? { position: 0, token: 0, owner: undefined, until: 0 };
      if (row.owner !== undefined && row.owner !== owner && row.until > now()) return undefined;
      rows.set(reaction, { position: row.position, token: row.token + 1, owner, until: now() + leaseMs });
      return { reaction, token: row.token + 1, position: row.position };
    },
    async renew(lease, leaseMs) {
      const row = held(lease);
      if (row) row.until = now() + leaseMs;
      return row !== undefined;
    },
    async advance(lease, position, leaseMs) {
      const row = held(lease);
      if (row) Object.assign(row, { position, until: now() + leaseMs });
      return row !== undefined;
    },
    async release(lease) {
      const row = held(lease);
      if (row) row.owner = undefined;
    },
    async standings() {
      return [...rows].map(([reaction, { position, owner, until }]) => ({
        reaction,
        position,
        owner: owner !== undefined && until > now() ? owner : null,
      }));
    },
  };
}
