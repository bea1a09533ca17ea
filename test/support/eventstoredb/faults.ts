/** How a subscription is ended by the server. */
type DropReason = 'server-gone' | 'consumer-too-slow';

/** What goes wrong on demand. A fault stays until it is taken back, unless it counts. */
export interface EventStoreDbFaults {
  /** Cuts every connection; the server stays. */
  cutConnections(): Promise<void>;
  /** The next `n` appends are committed, then their connection is cut before the answer. */
  cutAfterCommit(n: number): Promise<void>;
  /** The next `n` appends are not committed, and their connection is cut. */
  cutBeforeCommit(n: number): Promise<void>;
  /** The next `n` appends are committed, and answered with the server's own commit timeout. */
  timeoutAppends(n: number): Promise<void>;
  /** Each append and each read begins `ms` milliseconds late. */
  slow(ms: number): Promise<void>;
  /** Takes what comes and never answers, neither new calls nor running ones. */
  halfOpen(on: boolean): Promise<void>;
  /** Answers every call with `UNAVAILABLE`. */
  refuse(on: boolean): Promise<void>;
  /** Subscriptions deliver every third event twice. */
  duplicateDelivery(on: boolean): Promise<void>;
  /** Subscriptions stay open and deliver nothing; when it is taken back, they go on where they were. */
  silentSubscriptions(on: boolean): Promise<void>;
  /** Ends all subscriptions with an error. */
  dropSubscriptions(reason?: DropReason): Promise<void>;
  /** Followers show reads that do not require the leader a log that is `records` shorter. */
  followerLag(records: number): Promise<void>;
  /** Makes another node that is alive the leader: `to`, or the next one. */
  moveLeader(to?: number): Promise<void>;
  /** Ends a node; when it led, another one leads. */
  killNode(node: number): Promise<void>;
  /** Starts a killed node again on its port, as a follower unless nobody leads. */
  reviveNode(node: number): Promise<void>;
}

/** Their names, for who asks for them from another process. */
export const FAULTS = [
  'cutConnections',
  'cutAfterCommit',
  'cutBeforeCommit',
  'timeoutAppends',
  'slow',
  'halfOpen',
  'refuse',
  'duplicateDelivery',
  'silentSubscriptions',
  'dropSubscriptions',
  'followerLag',
  'moveLeader',
  'killNode',
  'reviveNode',
] as const satisfies readonly (keyof EventStoreDbFaults)[];

/** The faults that handlers of calls look at. */
export class FaultState {
  slowMs = 0;
  halfOpen = false;
  refuse = false;
  duplicates = false;
  silent = false;
  lag = 0;
  private readonly counts = { cutAfterCommit: 0, cutBeforeCommit: 0, timeoutAppends: 0 };

  next(fault: keyof FaultState['counts'], n: number): void {
    this.counts[fault] = n;
  }

  /** Whether it is one of the next `n`. */
  take(fault: keyof FaultState['counts']): boolean {
    if (this.counts[fault] === 0) return false;
    this.counts[fault] -= 1;
    return true;
  }
}
