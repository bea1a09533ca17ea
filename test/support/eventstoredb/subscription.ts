import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { filterOf } from './filter.ts';
import { visible, type NodeContext, type ReadCall, type RunningSubscription } from './node-context.ts';
import { askedPosition, at, HEAD, isBefore, mustBeRecord } from './position.ts';
import { FilteredSource, SequenceSource, type Source } from './subscription-source.ts';
import { block, text } from './wire.ts';

const BURST = 256;
/** Every third event comes twice when duplicates are asked for. */
const DUPLICATE_EVERY = 3;

/** A catch-up subscription to a stream or to `$all`: confirmed, then what is there, `CaughtUp`, then what is appended. */
export function subscribe(node: NodeContext, call: ReadCall, options: ReadReq.Options): void {
  call.write(block(2, text(1, randomUUID())));
  new Subscription(node, call, sourceOf(node, call, options)).run();
}

class Subscription implements RunningSubscription {
  private readonly node: NodeContext;
  private readonly call: ReadCall;
  private readonly source: Source;
  private waiting = false;
  private caughtUp = false;
  private sent = 0;
  private over = false;

  constructor(node: NodeContext, call: ReadCall, source: Source) {
    this.node = node;
    this.call = call;
    this.source = source;
  }

  run(): void {
    const { node, call } = this;
    const stop = node.log.onCommitted(() => this.pump());
    node.subscriptions.add(this);
    const forget = (): void => {
      this.over = true;
      stop();
      node.subscriptions.delete(this);
    };
    call.on('cancelled', forget);
    call.on('finish', forget);
    this.pump();
  }

  pump(): void {
    const { call, node } = this;
    const { faults } = node;
    if (this.waiting || this.over || faults.silent || faults.halfOpen) return;
    const length = visible(node, call.metadata);
    while (call.writableLength < BURST) {
      const message = this.source.next(length);
      if (message === undefined) {
        this.catchUp();
        return;
      }
      call.write(message);
      this.sent += 1;
      if (faults.duplicates && this.sent % DUPLICATE_EVERY === 0) call.write(message);
    }
    this.waiting = true;
    call.once('drain', () => {
      this.waiting = false;
      this.pump();
    });
  }

  drop(error: unknown): void {
    this.over = true;
    this.call.emit('error', error);
  }

  private catchUp(): void {
    if (this.caughtUp) return;
    this.caughtUp = true;
    this.call.write(block(8));
  }
}

function sourceOf(node: NodeContext, call: ReadCall, options: ReadReq.Options): Source {
  const { log } = node;
  const length = visible(node, call.metadata);
  const asked = options.getStream();
  if (asked !== undefined) {
    const name = Buffer.from(asked.getStreamIdentifier()!.getStreamName_asU8()).toString('utf8');
    const end = log.records[length]?.position ?? Infinity;
    const known = log.stream(name).findLastIndex(({ position }) => position < end) + 1;
    const first = asked.hasRevision() ? Number(asked.getRevision()) + 1 : asked.hasEnd() ? known : 0;
    return new SequenceSource(log, () => log.stream(name), first);
  }
  const position = askedPosition(options.getAll()!);
  const last = log.records[length - 1];
  const after =
    position === 'start' ? HEAD : position === 'end' ? (last === undefined ? HEAD : at(last.position)) : position;
  if (typeof position === 'object') mustBeRecord(log, position);
  let first = Math.max(0, log.indexFrom(after.commit));
  // The position itself was delivered before.
  while (first < log.records.length && !isBefore(after, at(log.records[first]!.position))) first += 1;
  const filter = filterOf(options);
  return filter === undefined
    ? new SequenceSource(log, () => log.records, first)
    : new FilteredSource(log, filter, first, after);
}
