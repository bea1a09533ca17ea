import { setImmediate as turn } from 'node:timers/promises';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { callerOf, refusal } from './admission.ts';
import { append, begin, type AppendAnswer } from './append.ts';
import { accessDenied, invalid, maxAppendSizeExceeded, missingProperty, timedOut } from './errors.ts';
import type { Expected } from './idempotency.ts';
import type { NodeContext } from './node-context.ts';
import { BadRequest, expectedOf, proposedEvent } from './proposed.ts';
import { payloadSize, type ProposedEvent } from './record.ts';
import { block, uint } from './wire.ts';

type Call = ServerReadableStream<AppendReq, Buffer>;
type Callback = sendUnaryData<Buffer>;

/**
 * `Streams.Append`: a header, then one message for each event, one answer. A wrong expected version is an answer here,
 * everything else that goes wrong is a status with trailers.
 */
export function appendCall(node: NodeContext) {
  return (call: Call, callback: Callback): void => {
    const refused =
      refusal(node, call.metadata) ?? (callerOf(node, call.metadata) === 'user' ? undefined : accessDenied());
    const collected = new Collected(node.maxAppendSize);
    let over = refused !== undefined;
    if (refused !== undefined && refused !== 'never') callback(refused);
    const fail = (error: unknown): void => {
      over = true;
      callback(failureOf(error, node.maxAppendSize));
    };
    call.on('data', (message: AppendReq) => {
      if (over) return;
      try {
        collected.take(message);
      } catch (error) {
        fail(error);
      }
    });
    call.on('error', () => undefined);
    call.on('end', () => {
      if (!over) answer(node, call, callback, collected).catch(fail);
    });
  };
}

class TooLarge extends Error {}

class Collected {
  readonly events: ProposedEvent[] = [];
  stream = '';
  expected: Expected = 'any';
  private bytes = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  take(message: AppendReq): void {
    const options = message.getOptions();
    if (options !== undefined) {
      this.stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
      this.expected = expectedOf(options, () => options.getRevision());
      return;
    }
    const event = proposedEvent(message.getProposedMessage()!);
    this.bytes += payloadSize(event);
    if (this.bytes > this.most) throw new TooLarge();
    this.events.push(event);
  }
}

/** Turns of the event loop after which a call that was given up is known to be: its end comes first, like one that came whole. */
const TURNS = 3;

async function answer(node: NodeContext, call: Call, callback: Callback, request: Collected): Promise<void> {
  for (let turns = 0; turns < TURNS; turns += 1) await turn();
  if (call.cancelled) return;
  await begin(node);
  const outcome = await append(node, request);
  if (outcome.kind === 'never') return;
  if (outcome.kind === 'cut') node.cut(call.getPeer());
  else if (outcome.kind === 'timeout') callback(timedOut());
  else callback(null, outcome.kind === 'written' ? success(outcome) : wrongExpectedVersion(outcome, request.expected));
}

function success({ revision, position }: Extract<AppendAnswer, { kind: 'written' }>): Buffer {
  const current = revision < 0 ? block(2) : uint(1, revision);
  return block(1, current, block(3, uint(1, position), uint(2, position)));
}

function wrongExpectedVersion(
  { current }: Extract<AppendAnswer, { kind: 'wrong-expected-version' }>,
  expected: Expected,
) {
  const expectation =
    typeof expected === 'number' ? uint(8, expected) : block({ any: 9, stream_exists: 10, no_stream: 11 }[expected]);
  return block(2, current < 0 ? block(7) : uint(6, current), expectation);
}

function failureOf(error: unknown, most: number) {
  if (error instanceof TooLarge) return maxAppendSizeExceeded(most);
  if (error instanceof BadRequest)
    return error.property === undefined ? invalid(error.message) : missingProperty(error.property);
  return { code: 2, details: String(error) };
}
