import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { callerOf, refusal } from './admission.ts';
import { append, begin } from './append.ts';
import { accessDeniedStatus, badRequest, success, timeout, tooLarge, wrongExpectedVersion } from './batch-answers.ts';
import type { Expected } from './idempotency.ts';
import type { NodeContext } from './node-context.ts';
import { expectedOf, proposedEvent, uuidOf } from './proposed.ts';
import { payloadSize, type ProposedEvent } from './record.ts';
import { block, text } from './wire.ts';

type Call = ServerDuplexStream<BatchAppendReq, Buffer>;

/** An append that is on its way in, chunk by chunk. */
interface Pending {
  readonly id: string;
  readonly stream: string;
  readonly expected: Expected;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly events: ProposedEvent[];
  bytes: number;
  /** Only for an append that does not come whole. */
  timer?: NodeJS.Timeout;
}

/**
 * `Streams.BatchAppend`: many appends over one call, each under its correlation id, in chunks until `is_final`. What
 * goes wrong with one append is told in its answer; a node that must not take it ends the whole call.
 */
export function batchAppendCall(node: NodeContext) {
  return (call: Call): void => {
    new BatchAppend(node, call).run();
  };
}

class BatchAppend {
  private readonly pending = new Map<string, Pending>();
  private readonly node: NodeContext;
  private readonly call: Call;
  private running = 0;
  private ending = false;

  constructor(node: NodeContext, call: Call) {
    this.node = node;
    this.call = call;
  }

  run(): void {
    const { call } = this;
    call.on('data', (request: BatchAppendReq) => this.take(request));
    call.on('error', () => undefined);
    call.on('cancelled', () => this.forget());
    call.on('end', () => {
      this.ending = true;
      this.finish();
    });
  }

  private take(request: BatchAppendReq): void {
    const refused = refusal(this.node, this.call.metadata);
    if (refused === 'never') return;
    if (refused !== undefined) {
      this.call.emit('error', refused);
      return;
    }
    const id = uuidOf(request.getCorrelationId());
    try {
      this.collect(id, request);
    } catch (error) {
      this.pending.delete(id);
      this.answer({ id, stream: streamOf(request) }, badRequest(String(error)));
    }
  }

  private collect(id: string, request: BatchAppendReq): void {
    if (request.hasOptions() && !this.open(id, request)) return;
    const pending = this.pending.get(id);
    if (pending === undefined) return;
    for (const message of request.getProposedMessagesList()) {
      const event = proposedEvent(message);
      pending.events.push(event);
      pending.bytes += payloadSize(event);
    }
    if (pending.bytes > this.node.maxAppendSize) {
      this.close(pending);
      this.answer(pending, tooLarge(this.node.maxAppendSize));
    } else if (request.getIsFinal()) {
      this.close(pending);
      this.running += 1;
      void this.write(pending);
    }
  }

  /** The first chunk of an append. */
  private open(id: string, request: BatchAppendReq): boolean {
    const options = request.getOptions()!;
    const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
    const stream = streamOf(request);
    const expected = expectedOf(options, () => options.getStreamPosition());
    const pending: Pending = { id, stream, expected, deadline, events: [], bytes: 0 };
    if (callerOf(this.node, this.call.metadata) !== 'user') return this.answer(pending, accessDeniedStatus());
    if (deadline <= Date.now()) return this.answer(pending, timeout());
    if (!request.getIsFinal()) pending.timer = setTimeout(() => this.expire(pending), deadline - Date.now());
    this.pending.set(id, pending);
    return true;
  }

  private expire(pending: Pending): void {
    this.close(pending);
    this.answer(pending, timeout());
  }

  private close(pending: Pending): void {
    clearTimeout(pending.timer);
    this.pending.delete(pending.id);
  }

  private async write(pending: Pending): Promise<void> {
    await begin(this.node);
    const late = pending.deadline <= Date.now();
    const outcome = late ? ({ kind: 'timeout' } as const) : await append(this.node, pending);
    if (outcome.kind === 'cut') this.node.cut(this.call.getPeer());
    else if (outcome.kind === 'timeout') this.answer(pending, timeout());
    else if (outcome.kind === 'written') this.answer(pending, success(outcome.revision, outcome.position));
    else if (outcome.kind !== 'never') this.answer(pending, wrongExpectedVersion(outcome.current, pending.expected));
    this.running -= 1;
    this.finish();
  }

  private answer({ id, stream }: Pick<Pending, 'id' | 'stream'>, result: Buffer): false {
    if (!this.node.faults.halfOpen) {
      this.call.write(Buffer.concat([block(1, text(2, id)), result, block(4, block(3, Buffer.from(stream)))]));
    }
    return false;
  }

  private finish(): void {
    if (this.ending && this.running === 0) this.call.end();
  }

  private forget(): void {
    for (const { timer } of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
  }
}

function streamOf(request: BatchAppendReq): string {
  return Buffer.from(request.getOptions()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}
