import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LeaseLost } from '#postgres';
import type { Import } from '../import.ts';
import { workOn, type WorkOptions } from './work.ts';

/** Carries out imports, one after another; every process that may has one. */
export interface ImportRunner {
  /** There is something to do: looks at once. */
  wake(): void;
  /** Takes nothing new, ends the rows at hand; another process, or this one when it starts again, goes on. */
  stop(): Promise<void>;
}

export interface RunnerOptions extends Omit<WorkOptions, 'leaseMs' | 'lanes' | 'onBroken'> {
  /** Milliseconds without a sign of life after which another may go on; 10,000 unless told. */
  readonly leaseMs?: number;
  /** Rows at once; 64 unless told. */
  readonly lanes?: number;
  readonly find: (id: string) => Promise<Import | undefined>;
  readonly told: (what: RunnerNews) => void;
}

/** What is worth a line in the log; nothing of what a list says. */
type RunnerNews =
  | { readonly kind: 'over'; readonly import: Pick<Import, 'id' | 'kind' | 'dryRun' | 'status' | 'done' | 'counts'> }
  | { readonly kind: 'row-broken'; readonly importId: string; readonly error: unknown }
  | { readonly kind: 'interrupted'; readonly error: unknown };

/** Milliseconds between two looks for what another process took in, or left behind. */
const LOOK_MS = 1000;

export const startImports = ({ leaseMs = 10_000, lanes = 64, find, told, ...options }: RunnerOptions): ImportRunner => {
  const { store, ports } = options;
  const holder = randomUUID();
  const stopping = new AbortController();
  let woken = new AbortController();
  const work: WorkOptions = {
    ...{ ...options, leaseMs, lanes },
    onBroken: (error, importId) => told({ kind: 'row-broken', importId, error }),
  };

  /** False when there was nothing to do. */
  const next = async (): Promise<boolean> => {
    const taken = await store.take(holder, leaseMs, { head: () => ports.store.head(), now: ports.clock.now() });
    if (taken === undefined) return false;
    await workOn(taken, work, stopping.signal);
    const now = await find(taken.asked.id);
    if (now !== undefined && now.status !== 'RUNNING') {
      const { id, kind, dryRun, status, done, counts } = now;
      told({ kind: 'over', import: { id, kind, dryRun, status, done, counts } });
    }
    return true;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      woken = new AbortController();
      const did = await next().catch((error: unknown) => {
        if (!stopping.signal.aborted && !(error instanceof LeaseLost)) told({ kind: 'interrupted', error });
        return false;
      });
      const signal = AbortSignal.any([stopping.signal, woken.signal]);
      if (!did) await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    wake: () => woken.abort(),
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
