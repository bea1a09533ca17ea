import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { callerOf, refusal } from './admission.ts';
import { begin } from './append.ts';
import { accessDenied } from './errors.ts';
import { filterOf } from './filter.ts';
import { visible, type NodeContext, type ReadCall } from './node-context.ts';
import { askedPosition, HEAD, isBefore, at, mustBeRecord } from './position.ts';
import type { LogRecord } from './record.ts';
import { subscribe } from './subscription.ts';
import { block } from './wire.ts';

const { FORWARDS } = streams.ReadReq.Options.ReadDirection;
/** How many messages wait in the call before it is asked whether they left. */
const BURST = 256;

/** `Streams.Read`: a stream or `$all`, forwards or backwards, so many events; or a subscription. */
export function readCall(node: NodeContext) {
  return (call: ReadCall): void => {
    call.on('error', () => undefined);
    const refused =
      refusal(node, call.metadata) ?? (callerOf(node, call.metadata) === 'user' ? undefined : accessDenied());
    if (refused === 'never') return;
    if (refused !== undefined) call.emit('error', refused);
    else
      begin(node)
        .then(() => read(node, call))
        .catch((error: unknown) => call.emit('error', error));
  };
}

async function read(node: NodeContext, call: ReadCall): Promise<void> {
  const options = call.request.getOptions()!;
  if (options.hasSubscription()) subscribe(node, call, options);
  else if (options.hasAll()) send(node, call, all(node, call, options));
  else send(node, call, stream(node, call, options));
}

/** Writes as the client takes it. */
function send({ faults }: NodeContext, call: ReadCall, messages: Iterator<Buffer>): void {
  const pump = (): void => {
    if (call.cancelled || faults.halfOpen) return;
    while (call.writableLength < BURST) {
      const { done, value } = messages.next();
      if (done === true) {
        call.end();
        return;
      }
      call.write(value);
    }
    call.once('drain', pump);
  };
  pump();
}

function all(node: NodeContext, call: ReadCall, options: ReadReq.Options): Iterator<Buffer> {
  const { log } = node;
  const asked = askedPosition(options.getAll()!);
  if (typeof asked === 'object') mustBeRecord(log, asked);
  const forwards = options.getReadDirection() === FORWARDS;
  const length = visible(node, call.metadata);
  const from = asked === 'end' ? { commit: Infinity, prepare: Infinity } : asked === 'start' ? HEAD : asked;
  // Forwards from a position shows what begins there; backwards shows what begins before it.
  const first = log.records.findLastIndex(({ position }, index) => index < length && isBefore(at(position), from)) + 1;
  const records = forwards ? ascending(log.records, first, length) : descending(log.records, first - 1);
  return wires(records, Number(options.getCount()), filterOf(options)?.matches);
}

function* stream(node: NodeContext, call: ReadCall, options: ReadReq.Options): Generator<Buffer, void> {
  const asked = options.getStream()!;
  const name = asked.getStreamIdentifier()!.getStreamName_asU8();
  const records = node.log.stream(Buffer.from(name).toString('utf8'));
  const end = node.log.records[visible(node, call.metadata)]?.position ?? Infinity;
  const length = records.findLastIndex(({ position }) => position < end) + 1;
  if (length === 0) {
    yield block(4, block(1, block(3, name)));
    return;
  }
  const revision = asked.hasRevision() ? Number(asked.getRevision()) : asked.hasEnd() ? Infinity : 0;
  const forwards = options.getReadDirection() === FORWARDS;
  const found = forwards ? ascending(records, revision, length) : descending(records, Math.min(revision, length - 1));
  yield* wires(found, Number(options.getCount()));
}

function* wires(
  records: Iterable<LogRecord>,
  count: number,
  wanted?: (record: LogRecord) => boolean,
): Generator<Buffer, void> {
  let left = count;
  if (left <= 0) return;
  for (const record of records) {
    if (wanted?.(record) === false) continue;
    yield record.wire;
    left -= 1;
    if (left === 0) return;
  }
}

function* ascending(records: readonly LogRecord[], from: number, length: number): Generator<LogRecord> {
  for (let index = from; index < length; index += 1) yield records[index]!;
}

function* descending(records: readonly LogRecord[], from: number): Generator<LogRecord> {
  for (let index = from; index >= 0; index -= 1) yield records[index]!;
}
