import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Metadata, ServerWritableStream } from '@grpc/grpc-js';
import type { FaultState } from './faults.ts';
import type { Log } from './log.ts';
import type { Endpoint } from './options.ts';

/** What the handlers of calls know of the node that they run on. */
export interface NodeContext {
  readonly log: Log;
  readonly faults: FaultState;
  readonly maxAppendSize: number;
  readonly users: Readonly<Record<string, string>> | undefined;
  readonly subscriptions: Set<RunningSubscription>;
  leads(): boolean;
  leader(): Endpoint | undefined;
  members(): readonly Member[];
  /** Cuts the connection to a client. */
  cut(peer: string): void;
}

/** A call of `Streams.Read`; what is written is encoded already. */
export type ReadCall = ServerWritableStream<ReadReq, Buffer>;

export interface RunningSubscription {
  /** Delivers what there is. */
  pump(): void;
  /** Ends it with an error. */
  drop(error: unknown): void;
}

export interface Member {
  readonly instanceId: string;
  readonly endpoint: Endpoint;
  readonly alive: boolean;
  readonly leads: boolean;
}

export const requiresLeader = (metadata: Metadata): boolean => metadata.get('requires-leader')[0] === 'true';

/** How many records a read on this node may see: what is flushed, less the lag of a follower. */
export function visible(node: NodeContext, metadata: Metadata): number {
  const { committed } = node.log;
  return node.leads() || requiresLeader(metadata) ? committed : Math.max(0, committed - node.faults.lag);
}
