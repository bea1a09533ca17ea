import { Cluster } from './cluster.ts';
import { cancelled, unavailable } from './errors.ts';
import type { EventStoreDbFaults } from './faults.ts';
import { Journal } from './journal.ts';
import { Log } from './log.ts';
import type { Endpoint, EventStoreDbOptions } from './options.ts';
import { writeFirstRecords, writeSystemEvent } from './system-events.ts';

/** A stand-in for EventStoreDB, in this process. */
export interface TestEventStoreDb {
  /** For `EventStoreDBClient.connectionString`; of a cluster with all its nodes. Certificates and users are yours to add. */
  readonly url: string;
  readonly nodes: readonly Endpoint[];
  readonly faults: EventStoreDbFaults;
  /** Which node leads; -1 when none is alive. */
  leading(): Promise<number>;
  /** The server writes an event of its own into the log, as it does now and then. */
  writeSystemEvent(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on free ports of the loopback interface. Stop it in `afterAll`. */
export async function startEventStoreDb(options: EventStoreDbOptions = {}): Promise<TestEventStoreDb> {
  const journal = options.directory === undefined ? undefined : new Journal(options.directory);
  const log = new Log(options.now ?? Date.now, journal);
  await writeFirstRecords(log);
  const cluster = new Cluster(log, options);
  await cluster.start();
  const hosts = cluster.endpoints.map(({ address, port }) => `${address}:${port}`).join(',');
  return {
    url: `esdb://${hosts}?tls=${options.tls !== undefined}`,
    nodes: cluster.endpoints,
    faults: faultsOf(cluster),
    leading: async () => cluster.leading,
    writeSystemEvent: () => writeSystemEvent(log),
    stop: async () => {
      await cluster.stop();
      await journal?.close();
    },
  };
}

function faultsOf(cluster: Cluster): EventStoreDbFaults {
  const { faults, subscriptions } = cluster;
  return {
    cutConnections: async () => cluster.cutConnections(),
    cutAfterCommit: async (n) => faults.next('cutAfterCommit', n),
    cutBeforeCommit: async (n) => faults.next('cutBeforeCommit', n),
    timeoutAppends: async (n) => faults.next('timeoutAppends', n),
    slow: async (ms) => void (faults.slowMs = ms),
    halfOpen: async (on) => void (faults.halfOpen = on),
    refuse: async (on) => void (faults.refuse = on),
    duplicateDelivery: async (on) => void (faults.duplicates = on),
    silentSubscriptions: async (on) => {
      faults.silent = on;
      for (const subscription of subscriptions) subscription.pump();
    },
    dropSubscriptions: async (reason = 'server-gone') => {
      const error = reason === 'server-gone' ? unavailable('Server shutting down') : cancelled(TOO_SLOW);
      for (const subscription of subscriptions) subscription.drop(error);
    },
    followerLag: async (records) => {
      faults.lag = records;
      for (const subscription of subscriptions) subscription.pump();
    },
    moveLeader: async (to) => cluster.moveLeader(to),
    killNode: (node) => cluster.kill(node),
    reviveNode: (node) => cluster.revive(node),
  };
}

const TOO_SLOW = 'Consumer too slow to handle event while live. Client resubscription required.';
