import { randomUUID } from 'node:crypto';
import { FaultState } from './faults.ts';
import type { Log } from './log.ts';
import type { Member, NodeContext, RunningSubscription } from './node-context.ts';
import { HOST, Node } from './node.ts';
import { MAX_APPEND_SIZE, type Endpoint, type EventStoreDbOptions } from './options.ts';

interface Place {
  readonly instanceId: string;
  port: number;
  node: Node | undefined;
}

/** The nodes over one log, and who of them leads. One node is a cluster of its own. */
export class Cluster {
  readonly faults = new FaultState();
  readonly subscriptions = new Set<RunningSubscription>();
  private readonly places: Place[];
  private readonly log: Log;
  private readonly options: EventStoreDbOptions;
  private leader = 0;

  constructor(log: Log, options: EventStoreDbOptions) {
    this.log = log;
    this.options = options;
    this.places = Array.from({ length: options.nodes ?? 1 }, (_, index) => ({
      instanceId: randomUUID(),
      port: options.ports?.[index] ?? 0,
      node: undefined,
    }));
  }

  async start(): Promise<void> {
    for (const [index] of this.places.entries()) await this.revive(index);
  }

  async stop(): Promise<void> {
    await Promise.all(this.places.map(async ({ node }) => node?.close()));
  }

  get endpoints(): readonly Endpoint[] {
    return this.places.map(({ port }) => ({ address: HOST, port }));
  }

  /** Which node leads; -1 when none is alive. */
  get leading(): number {
    return this.places[this.leader]?.node === undefined ? -1 : this.leader;
  }

  cutConnections(): void {
    for (const { node } of this.places) node?.cutConnections();
  }

  moveLeader(to?: number): void {
    const next = to ?? this.nextAlive();
    if (this.places[next]?.node === undefined) throw new Error(`node ${next} is not alive`);
    this.leader = next;
  }

  async kill(index: number): Promise<void> {
    const place = this.placeOf(index);
    const { node } = place;
    place.node = undefined;
    if (index === this.leader) this.leader = this.nextAlive();
    await node?.close();
  }

  async revive(index: number): Promise<void> {
    const place = this.placeOf(index);
    if (place.node !== undefined) return;
    place.node = await Node.listen(place.port, this.options.tls, (cut) => this.contextOf(index, cut));
    place.port = place.node.port;
    if (this.leading < 0) this.leader = index;
  }

  private contextOf(index: number, cut: (peer: string) => void): NodeContext {
    const { log, faults, subscriptions } = this;
    const { maxAppendSize = MAX_APPEND_SIZE, users } = this.options;
    return {
      log,
      faults,
      subscriptions,
      maxAppendSize,
      users,
      cut,
      leads: () => index === this.leader,
      leader: () => this.endpoints[this.leading],
      members: () => this.members(),
    };
  }

  private members(): Member[] {
    return this.places.map(({ instanceId, node }, index) => ({
      instanceId,
      endpoint: this.endpoints[index]!,
      alive: node !== undefined,
      leads: index === this.leading,
    }));
  }

  private nextAlive(): number {
    const after = this.places.map((_, step) => (this.leader + 1 + step) % this.places.length);
    return after.find((index) => this.places[index]?.node !== undefined) ?? -1;
  }

  private placeOf(index: number): Place {
    const place = this.places[index];
    if (place === undefined) throw new Error(`there is no node ${index}`);
    return place;
  }
}
